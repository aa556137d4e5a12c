package oroshi.portal.transfers;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;
import oroshi.basics.Refusal;
import oroshi.portal.Flash;
import oroshi.portal.Form;
import oroshi.portal.Page;
import oroshi.subscriptions.Subscription;
import oroshi.transfers.Asked;
import oroshi.transfers.ProductKind;
import oroshi.transfers.Transfer;
import oroshi.transfers.TransferRequests;
import oroshi.transfers.TransferType;
import oroshi.transfers.Transfers;

/** The two forms that begin a transfer: asking another partner for subscriptions, and offering some to it. */
@Controller
@Needs(Permission.ORDER_BUY)
class TransferBeginningPages {
    private static final String LIST = "/customers/{customerId}/transfers";
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    private final TransferRecord records;
    private final Counterparts counterparts;
    private final Transfers transfers;
    private final TransferRequests requests;

    TransferBeginningPages(
            TransferRecord records, Counterparts counterparts, Transfers transfers, TransferRequests requests) {
        this.records = records;
        this.counterparts = counterparts;
        this.transfers = transfers;
        this.requests = requests;
    }

    @GetMapping(LIST + "/ask")
    Page ask(Caller caller, @PathVariable CustomerId customerId) {
        var opened = records.open(caller, customerId);
        var form = Form.empty()
                .fill("email", opened.customer().billing().contact().email().value());
        return asking(opened, form);
    }

    private static Page asking(TransferRecord.Opened opened, Form form) {
        return Page.of(
                "transfers/ask",
                "head",
                opened.head(),
                "form",
                form,
                "kinds",
                List.of(ProductKind.values()),
                "isProvider",
                opened.caller().partnerType() == PartnerType.INDIRECT_PROVIDER);
    }

    @PostMapping(LIST + "/ask")
    Page send(Caller caller, @PathVariable CustomerId customerId, HttpServletRequest request) {
        var opened = records.open(caller, customerId);
        var form = Form.of(request)
                .require(Counterparts.FIELD, "transfers.partner")
                .require("email", "transfers.email");
        if (!form.value("email").isBlank()
                && !ADDRESS.matcher(form.value("email").strip()).matches()) {
            form.reject("email", "transfers.emailInvalid");
        }
        var source = counterparts.named(form, caller);
        if (form.isRejected() || source.isEmpty()) {
            return asking(opened, form).rejected();
        }
        try {
            return begun(
                    opened,
                    requests.ask(
                            caller.partnerId(),
                            customerId,
                            request(opened, form, source.get()),
                            TransferRecord.by(caller)),
                    "transfers.asked");
        } catch (Refusal refusal) {
            return asking(opened, form.reject(refusal)).rejected();
        }
    }

    private static TransferRequests.NewRequest request(TransferRecord.Opened opened, Form form, PartnerId source) {
        var kinds = EnumSet.noneOf(ProductKind.class);
        Arrays.stream(ProductKind.values())
                .filter(kind -> form.has("kind", kind.name()))
                .forEach(kinds::add);
        var asked = new Asked(
                TransferType.NEW_COMMERCE,
                form.value("email").strip(),
                kinds,
                said(form, "reseller"),
                Optional.empty());
        return new TransferRequests.NewRequest(source, opened.customer().name(), asked);
    }

    @GetMapping(LIST + "/offer")
    Page offer(Caller caller, @PathVariable CustomerId customerId) {
        return offering(records.open(caller, customerId), Form.empty());
    }

    private Page offering(TransferRecord.Opened opened, Form form) {
        List<Subscription> choices = transfers.eligibility(opened.caller().partnerId(), opened.customerId()).stream()
                .filter(each -> each.obstacle().isEmpty())
                .map(Transfers.Eligibility::subscription)
                .toList();
        return Page.of("transfers/offer", "head", opened.head(), "form", form, "choices", choices);
    }

    @PostMapping(LIST + "/offer")
    Page give(Caller caller, @PathVariable CustomerId customerId, HttpServletRequest request) {
        var opened = records.open(caller, customerId);
        var form = Form.of(request).require(Counterparts.FIELD, "transfers.partner");
        if (TransferRecord.chosen(form).isEmpty()) {
            form.reject("subscription", "transfers.chooseSome");
        }
        var target = counterparts.named(form, caller);
        if (form.isRejected() || target.isEmpty()) {
            return offering(opened, form).rejected();
        }
        try {
            var lines = TransferRecord.chosen(form).stream()
                    .map(id -> new Transfers.OfferedLine(id, said(form, "reseller")))
                    .toList();
            var offer = new Transfers.Offer(
                    caller.partnerId(), target.get(), opened.customer().name(), lines);
            return begun(
                    opened,
                    transfers.create(caller.partnerId(), customerId, offer, TransferRecord.by(caller)),
                    "transfers.offered");
        } catch (Refusal refusal) {
            return offering(opened, form.reject(refusal)).rejected();
        }
    }

    private Page begun(TransferRecord.Opened opened, Transfer transfer, String key) {
        var row = records.row(opened, transfer);
        return Page.redirect(row.path()).flash(Flash.success(key, "partner", row.otherName()));
    }

    private static Optional<String> said(Form form, String field) {
        return Optional.of(form.value(field).strip()).filter(text -> !text.isEmpty());
    }
}
