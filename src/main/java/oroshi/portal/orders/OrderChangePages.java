package oroshi.portal.orders;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import oroshi.access.AccessRefusal;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.basics.CustomerId;
import oroshi.basics.Refusal;
import oroshi.orders.AttachmentKind;
import oroshi.orders.NewAttachment;
import oroshi.orders.NewPapers;
import oroshi.orders.OrderChanges;
import oroshi.orders.Papers;
import oroshi.portal.Flash;
import oroshi.portal.Form;
import oroshi.portal.Page;

/** What can be done with an order on its page: taking it back, after a question, and handing in papers. */
@Controller
class OrderChangePages {
    private static final String PAGE = "/customers/{customerId}/orders/{number}";

    private final CustomerRecord records;
    private final OrderViews views;
    private final OrderChanges changes;
    private final Papers papers;

    OrderChangePages(CustomerRecord records, OrderViews views, OrderChanges changes, Papers papers) {
        this.records = records;
        this.views = views;
        this.changes = changes;
        this.papers = papers;
    }

    @GetMapping(PAGE + "/cancel")
    @Needs(Permission.SUBSCRIPTION_CANCEL)
    Page askToCancel(Caller caller, @PathVariable CustomerId customerId, @PathVariable String number) {
        var view = views.view(caller, records.open(caller, customerId), number);
        return view.cancellableUntil().isEmpty()
                ? Page.redirect(view.path())
                : Page.of("orders/take-back", "view", view);
    }

    @PostMapping(PAGE + "/cancel")
    @Needs(Permission.SUBSCRIPTION_CANCEL)
    Page cancel(Caller caller, @PathVariable CustomerId customerId, @PathVariable String number) {
        var opened = records.open(caller, customerId);
        var view = views.view(caller, opened, number);
        try {
            changes.cancel(caller, customerId, number);
        } catch (Refusal refusal) {
            return page(opened, view, Form.empty().reject(refusal)).rejected();
        }
        return Page.redirect(view.path()).flash(Flash.success("orders.cancelled"));
    }

    @PostMapping(PAGE + "/attachments")
    @Needs(Permission.SUBSCRIPTION_VIEW)
    Page add(
            Caller caller, @PathVariable CustomerId customerId, @PathVariable String number, HttpServletRequest request)
            throws IOException {
        var opened = records.open(caller, customerId);
        var view = views.view(caller, opened, number);
        requirePapers(view);
        var form = Form.of(request);
        try {
            papers.add(caller, customerId, number, read(form, request));
        } catch (Refusal refusal) {
            return page(opened, view, form.reject(refusal)).rejected();
        }
        return Page.redirect(view.path()).flash(Flash.success("orders.papersAdded"));
    }

    @GetMapping(PAGE + "/attachments/{attachmentId}")
    @Needs(Permission.SUBSCRIPTION_VIEW)
    ResponseEntity<ByteArrayResource> download(
            Caller caller,
            @PathVariable CustomerId customerId,
            @PathVariable String number,
            @PathVariable String attachmentId) {
        requirePapers(views.view(caller, records.open(caller, customerId), number));
        var content = papers.get(caller.partnerId(), customerId, number, attachmentId);
        var disposition = ContentDisposition.attachment()
                .filename(content.attachment().fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.attachment().mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(content.bytes());
    }

    private static Page page(CustomerRecord.Opened opened, OrderView view, Form form) {
        return Page.of("orders/show", "head", opened.head(), "view", view, "form", form);
    }

    private static void requirePapers(OrderView view) {
        if (!view.handlesPapers()) {
            throw Refusal.because(AccessRefusal.PERMISSION_MISSING, "");
        }
    }

    private static NewPapers read(Form form, HttpServletRequest request) throws IOException {
        var files = new ArrayList<NewAttachment>();
        if (request instanceof MultipartHttpServletRequest upload) {
            add(files, AttachmentKind.PURCHASE_ORDER, upload.getFiles("purchaseOrders"));
            add(files, AttachmentKind.TENDER, upload.getFiles("tenders"));
        }
        return NewPapers.read(
                form.has("tender", "true"),
                form.value("customerPrice"),
                form.value("currency"),
                form.value("fxRate"),
                form.value("tenderLink"),
                files);
    }

    /** A browser sends an empty part for a field without a file. */
    private static void add(List<NewAttachment> files, AttachmentKind kind, List<MultipartFile> parts)
            throws IOException {
        for (var part : parts) {
            var name = Objects.requireNonNullElse(part.getOriginalFilename(), "");
            if (!name.isEmpty()) {
                files.add(new NewAttachment(kind, name, new ByteArrayResource(part.getBytes())));
            }
        }
    }
}
