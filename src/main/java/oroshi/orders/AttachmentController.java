package oroshi.orders;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.basics.Refusal;
import oroshi.rest.Links;
import oroshi.rest.ResourceCollection;
import oroshi.rest.RestRefusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Papers of orders on the wire: one form with the files and what the partner says about them. */
@RestController
class AttachmentController {
    private static final String ORDER = "/v1/customers/{customerId}/orders/{orderId}";
    private static final String METADATA = "metadata";
    private static final String PURCHASE_ORDERS = "pofiles";
    private static final String TENDERS = "tenderfiles";

    private final Papers papers;
    private final JsonMapper json;

    AttachmentController(Papers papers, JsonMapper json) {
        this.papers = papers;
        this.json = json;
    }

    @PostMapping(ORDER + "/attachment")
    @ResponseStatus(HttpStatus.CREATED)
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    ResourceCollection<AttachmentResource> add(
            @PathVariable CustomerId customerId,
            @PathVariable String orderId,
            HttpServletRequest request,
            Caller caller)
            throws IOException {
        papers.order(caller.partnerId(), customerId, WireIds.order(orderId));
        if (!(request instanceof MultipartHttpServletRequest form)) {
            throw Refusal.because(RestRefusal.BODY_UNREADABLE, "it is no form of the type multipart/form-data");
        }
        var added = papers.add(caller, customerId, WireIds.order(orderId), read(form));
        return ResourceCollection.of(added.stream().map(AttachmentResource::of).toList());
    }

    @GetMapping(ORDER + "/attachments")
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    ResourceCollection<AttachmentResource> list(
            @PathVariable CustomerId customerId, @PathVariable String orderId, Caller caller) {
        var found = papers.list(caller.partnerId(), customerId, WireIds.order(orderId));
        return ResourceCollection.of(
                found.stream().map(AttachmentResource::of).toList(),
                Links.self("/customers/" + customerId + "/orders/" + orderId + "/attachments"));
    }

    @GetMapping(ORDER + "/attachment/{attachmentId}")
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    ResponseEntity<ByteArrayResource> get(
            @PathVariable CustomerId customerId,
            @PathVariable String orderId,
            @PathVariable String attachmentId,
            Caller caller) {
        return download(papers.get(caller.partnerId(), customerId, WireIds.order(orderId), attachmentId));
    }

    /** The paper as a file that is saved and never shown in a page's place. */
    private static ResponseEntity<ByteArrayResource> download(Attachment.Content content) {
        var disposition = ContentDisposition.attachment()
                .filename(content.attachment().fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.attachment().mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(content.bytes());
    }

    private NewPapers read(MultipartHttpServletRequest form) throws IOException {
        var metadata = metadata(form);
        var files = new ArrayList<NewAttachment>();
        for (var part : form.getMultiFileMap().entrySet()) {
            if (part.getKey().equalsIgnoreCase(PURCHASE_ORDERS)) {
                add(files, AttachmentKind.PURCHASE_ORDER, part.getValue());
            } else if (part.getKey().equalsIgnoreCase(TENDERS)) {
                add(files, AttachmentKind.TENDER, part.getValue());
            }
        }
        return NewPapers.read(
                "true".equalsIgnoreCase(text(metadata, "isPartOfTender")),
                text(metadata, "customerPrice"),
                text(metadata, "currency"),
                text(metadata, "fxRate"),
                text(metadata, "tenderLink"),
                files);
    }

    private static void add(List<NewAttachment> files, AttachmentKind kind, List<MultipartFile> parts)
            throws IOException {
        for (var part : parts) {
            files.add(new NewAttachment(
                    kind,
                    Objects.requireNonNullElse(part.getOriginalFilename(), ""),
                    new ByteArrayResource(part.getBytes())));
        }
    }

    /** The part comes as a field or, from clients that name its file, as a file. */
    private JsonNode metadata(MultipartHttpServletRequest form) throws IOException {
        var field = form.getParameterMap().entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(METADATA))
                .map(entry -> entry.getValue()[0])
                .findFirst()
                .orElse(null);
        if (field != null) {
            return tree(field);
        }
        for (var part : form.getFileMap().entrySet()) {
            if (part.getKey().equalsIgnoreCase(METADATA)) {
                return tree(new String(part.getValue().getBytes(), StandardCharsets.UTF_8));
            }
        }
        throw Refusal.because(OrderRefusal.METADATA_INCOMPLETE);
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JacksonException broken) {
            throw Refusal.because(RestRefusal.BODY_UNREADABLE, "metadata is no JSON");
        }
    }

    /** A member by its name in any case, be it a text, a number or a truth value. */
    private static String text(JsonNode metadata, String name) {
        return metadata.properties().stream()
                .filter(member -> member.getKey().equalsIgnoreCase(name))
                .map(member ->
                        member.getValue().isValueNode() && !member.getValue().isNull()
                                ? member.getValue().asString("")
                                : "")
                .findFirst()
                .orElse("");
    }

    /** A paper as the contract names it. */
    record AttachmentResource(String attachmentId, @Nullable String fileName, int sizeInKB, String attachmentType) {
        static AttachmentResource of(Attachment attachment) {
            return new AttachmentResource(
                    attachment.id().toString(),
                    attachment.fileName(),
                    attachment.sizeInKilobytes(),
                    attachment.kind().wire());
        }
    }
}
