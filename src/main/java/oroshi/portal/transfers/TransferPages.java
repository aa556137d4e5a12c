package oroshi.portal.transfers;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.basics.CustomerId;
import oroshi.basics.Refusal;
import oroshi.portal.Flash;
import oroshi.portal.Form;
import oroshi.portal.Page;
import oroshi.transfers.TransferRequests;
import oroshi.transfers.Transfers;

/** The transfers of a customer that concern the visitor's partner, and what can be decided about them. */
@Controller
@Needs(Permission.ORDER_BUY)
class TransferPages {
    private static final String LIST = "/customers/{customerId}/transfers";
    private static final String ONE = LIST + "/{transferId}";

    private final TransferRecord records;
    private final Transfers transfers;
    private final TransferRequests requests;

    TransferPages(TransferRecord records, Transfers transfers, TransferRequests requests) {
        this.records = records;
        this.transfers = transfers;
        this.requests = requests;
    }

    @GetMapping(LIST)
    Page list(Caller caller, @PathVariable CustomerId customerId) {
        var opened = records.open(caller, customerId);
        var rows = transfers.list(caller.partnerId(), customerId).reversed().stream()
                .map(transfer -> records.row(opened, transfer))
                .toList();
        return TransferRecord.page("transfers/list", opened, "rows", rows);
    }

    @GetMapping(ONE)
    Page show(Caller caller, @PathVariable CustomerId customerId, @PathVariable String transferId) {
        var opened = records.open(caller, customerId);
        return show(opened, records.row(opened, transferId), Form.empty());
    }

    private static Page show(TransferRecord.Opened opened, TransferRow row, Form form) {
        return Page.of("transfers/show", "head", opened.head(), "row", row, "form", form);
    }

    @GetMapping(ONE + "/accept")
    Page askToAccept(Caller caller, @PathVariable CustomerId customerId, @PathVariable String transferId) {
        var opened = records.open(caller, customerId);
        var row = records.row(opened, transferId);
        return row.mayDecide() || row.mayTryAgain() ? accepting(opened, row, Form.empty()) : Page.redirect(row.path());
    }

    /** A losing partner chooses what goes; a gaining one takes what is offered. */
    private Page accepting(TransferRecord.Opened opened, TransferRow row, Form form) {
        if (!row.isGiving()) {
            return Page.of("transfers/confirm", "row", row, "word", "accept", "danger", false);
        }
        var choices =
                requests
                        .choices(
                                opened.caller().partnerId(),
                                opened.customerId(),
                                row.transfer().id().toString())
                        .stream()
                        .filter(choice -> choice.obstacle().isEmpty())
                        .map(Transfers.Eligibility::subscription)
                        .toList();
        return Page.of("transfers/choose", "head", opened.head(), "row", row, "choices", choices, "form", form);
    }

    @PostMapping(ONE + "/accept")
    Page accept(
            Caller caller,
            @PathVariable CustomerId customerId,
            @PathVariable String transferId,
            HttpServletRequest request) {
        var opened = records.open(caller, customerId);
        var row = records.row(opened, transferId);
        var form = Form.of(request);
        try {
            if (row.isGiving()) {
                return choose(opened, row, form);
            }
            var accepted = transfers.accept(caller.partnerId(), customerId, transferId, caller.name());
            var isWhole = accepted.transfer().completedAt().isPresent();
            return Page.redirect(row.path())
                    .flash(Flash.success(isWhole ? "transfers.taken" : "transfers.partlyTaken"));
        } catch (Refusal refusal) {
            form.reject(refusal);
            return row.isGiving()
                    ? accepting(opened, row, form).rejected()
                    : show(opened, row, form).rejected();
        }
    }

    private Page choose(TransferRecord.Opened opened, TransferRow row, Form form) {
        var chosen = TransferRecord.chosen(form);
        if (chosen.isEmpty()) {
            return accepting(opened, row, form.reject("subscription", "transfers.chooseSome"))
                    .rejected();
        }
        requests.accept(
                opened.caller().partnerId(),
                opened.customerId(),
                row.transfer().id().toString(),
                chosen,
                TransferRecord.by(opened.caller()));
        return Page.redirect(row.path()).flash(Flash.success("transfers.accepted"));
    }

    @GetMapping(ONE + "/reject")
    Page askToReject(Caller caller, @PathVariable CustomerId customerId, @PathVariable String transferId) {
        var row = records.row(records.open(caller, customerId), transferId);
        return row.mayDecide() ? confirm(row, "reject") : Page.redirect(row.path());
    }

    @PostMapping(ONE + "/reject")
    Page reject(Caller caller, @PathVariable CustomerId customerId, @PathVariable String transferId) {
        return done(
                caller,
                customerId,
                transferId,
                "rejected",
                () -> transfers.reject(caller.partnerId(), customerId, transferId, TransferRecord.by(caller)));
    }

    @GetMapping(ONE + "/cancel")
    Page askToCancel(Caller caller, @PathVariable CustomerId customerId, @PathVariable String transferId) {
        var row = records.row(records.open(caller, customerId), transferId);
        return row.mayCancel() ? confirm(row, "cancel") : Page.redirect(row.path());
    }

    @PostMapping(ONE + "/cancel")
    Page cancel(Caller caller, @PathVariable CustomerId customerId, @PathVariable String transferId) {
        return done(
                caller,
                customerId,
                transferId,
                "cancelled",
                () -> requests.cancel(caller.partnerId(), customerId, transferId, TransferRecord.by(caller)));
    }

    @GetMapping(ONE + "/withdraw")
    Page askToWithdraw(Caller caller, @PathVariable CustomerId customerId, @PathVariable String transferId) {
        var row = records.row(records.open(caller, customerId), transferId);
        return row.mayWithdraw() ? confirm(row, "withdraw") : Page.redirect(row.path());
    }

    @PostMapping(ONE + "/withdraw")
    Page withdraw(Caller caller, @PathVariable CustomerId customerId, @PathVariable String transferId) {
        return done(
                caller,
                customerId,
                transferId,
                "withdrawn",
                () -> transfers.withdraw(caller.partnerId(), customerId, transferId));
    }

    private static Page confirm(TransferRow row, String word) {
        return Page.of("transfers/confirm", "row", row, "word", word, "danger", true);
    }

    private Page done(Caller caller, CustomerId customerId, String transferId, String word, Runnable work) {
        var opened = records.open(caller, customerId);
        var row = records.row(opened, transferId);
        try {
            work.run();
        } catch (Refusal refusal) {
            return show(opened, row, Form.empty().reject(refusal)).rejected();
        }
        return Page.redirect(opened.path()).flash(Flash.success("transfers." + word, "partner", row.otherName()));
    }
}
