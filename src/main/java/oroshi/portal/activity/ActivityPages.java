package oroshi.portal.activity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.activity.ActivityLog;
import oroshi.activity.ActivityRecord;
import oroshi.activity.ActivityStatus;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.clock.Clocks;
import oroshi.customers.Customer;
import oroshi.customers.Customers;
import oroshi.partners.Partners;
import oroshi.portal.Choice;
import oroshi.portal.Form;
import oroshi.portal.Link;
import oroshi.portal.Locales;
import oroshi.portal.Page;
import oroshi.portal.Paging;
import oroshi.portal.Texts;

/** The page of the activity log and its export. */
@Controller
@Needs(Permission.ACTIVITY_LOG_VIEW)
class ActivityPages {
    private static final int PAGE = 50;

    private final ActivityLog log;
    private final Customers customers;
    private final Partners partners;
    private final Clocks clocks;
    private final Locales locales;

    ActivityPages(ActivityLog log, Customers customers, Partners partners, Clocks clocks, Locales locales) {
        this.log = log;
        this.customers = customers;
        this.partners = partners;
        this.clocks = clocks;
        this.locales = locales;
    }

    @GetMapping("/activity")
    Page list(Caller caller, HttpServletRequest request, @RequestParam(required = false) @Nullable String after) {
        var texts = locales.texts(request);
        var period = period(caller, request, texts);
        var read = period.form().isRejected()
                ? List.<ActivityRecord>of()
                : log.list(caller.partnerId(), period.filter(), Cursor.parse(after), PAGE + 1);
        var shown = read.size() > PAGE ? read.subList(0, PAGE) : read;
        var here = address(period.form());
        return Page.of(
                "activity/list",
                "form",
                period.form(),
                "operations",
                operations(caller.partnerId(), texts),
                "statuses",
                statuses(texts),
                "rows",
                shown.stream().map(each -> row(caller.partnerId(), each)).toList(),
                "paging",
                paging(here, after, read.size() > PAGE ? shown.getLast() : null),
                "export",
                new Link("/activity/export", here.query()));
    }

    @GetMapping("/activity/export")
    void export(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var texts = locales.texts(request);
        var period = period(caller, request, texts);
        if (period.form().isRejected()) {
            response.sendRedirect(address(period.form()).toString());
            return;
        }
        response.setContentType("text/csv; charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + period.fileName() + "\"");
        try (var export = new ActivityExport(response.getOutputStream(), texts)) {
            log.export(
                    caller.partnerId(),
                    period.filter(),
                    activity -> export.write(activity, name(caller.partnerId(), activity.customerId())));
        }
    }

    private Period period(Caller caller, HttpServletRequest request, Texts texts) {
        var zone = partners.get(caller.partnerId()).timeZone();
        var today = clocks.of(caller.partnerId()).withZone(zone);
        return Period.read(Form.of(request), texts.formats(), today);
    }

    private List<Choice> operations(PartnerId partnerId, Texts texts) {
        return log.operations(partnerId).stream()
                .map(operation -> Choice.of(operation, texts.text(ActivityRow.label(operation))))
                .toList();
    }

    private static List<Choice> statuses(Texts texts) {
        return Stream.of(ActivityStatus.SUCCEEDED, ActivityStatus.FAILED)
                .map(status -> Choice.of(status.name(), texts.text("activity.status." + status)))
                .toList();
    }

    private ActivityRow row(PartnerId partnerId, ActivityRecord activity) {
        return new ActivityRow(activity, name(partnerId, activity.customerId()));
    }

    private Optional<String> name(PartnerId partnerId, Optional<CustomerId> customerId) {
        return customerId.flatMap(id -> customers.find(partnerId, id)).map(Customer::name);
    }

    private static Link address(Form form) {
        var link = Link.to("/activity");
        for (var field : List.of("from", "to", "operation", "status", "customer", "user")) {
            link = link.with(field, form.value(field));
        }
        return link;
    }

    private static Paging paging(Link here, @Nullable String after, @Nullable ActivityRecord last) {
        var first = Stream.ofNullable(after).map(any -> here).findFirst().orElse(null);
        var next = last == null ? null : here.with("after", Cursor.of(last));
        return Paging.of(first, null, next);
    }
}
