package oroshi.portal.notifications;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import oroshi.access.AccessRefusal;
import oroshi.access.Caller;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.Refusal;
import oroshi.basics.UserId;
import oroshi.customers.Customer;
import oroshi.customers.Customers;
import oroshi.notifications.Notification;
import oroshi.notifications.Notifications;
import oroshi.portal.Flash;
import oroshi.portal.Link;
import oroshi.portal.Page;
import oroshi.portal.Paging;
import oroshi.rest.RestRefusal;

/** The page behind the bell: what the visitor was told. Everybody sees only what was told to them. */
@Controller
class NotificationPages {
    private static final Link HERE = Link.to("/notifications");
    private static final int PAGE = 25;

    private final Notifications notifications;
    private final Customers customers;

    NotificationPages(Notifications notifications, Customers customers) {
        this.notifications = notifications;
        this.customers = customers;
    }

    @GetMapping("/notifications")
    Page list(Caller caller, @RequestParam(required = false) @Nullable String before) {
        var read = notifications.list(caller.partnerId(), person(caller), position(before), PAGE + 1);
        var shown = read.size() > PAGE ? read.subList(0, PAGE) : read;
        var first = before == null ? null : HERE;
        var next = read.size() > PAGE ? HERE.with("before", shown.getLast().id()) : null;
        return Page.of(
                "notifications/list",
                "rows",
                rows(caller, shown),
                "paging",
                Paging.of(first, null, next),
                "before",
                position(before).map(UUID::toString).orElse(""),
                "unread",
                notifications.unread(caller.partnerId(), person(caller)) > 0);
    }

    @PostMapping("/notifications/{notificationId}/read")
    Page read(
            Caller caller,
            @PathVariable String notificationId,
            @RequestParam(required = false) @Nullable String before) {
        var id = Ids.parse(notificationId).orElseThrow(() -> Refusal.because(RestRefusal.NOT_FOUND));
        notifications.markRead(caller.partnerId(), person(caller), id);
        return Page.redirect(HERE.with("before", position(before).orElse(null)));
    }

    @PostMapping("/notifications/read")
    Page readAll(Caller caller) {
        notifications.markAllRead(caller.partnerId(), person(caller));
        return Page.redirect(HERE).flash(Flash.success("notifications.allRead"));
    }

    private List<NotificationRow> rows(Caller caller, List<Notification> shown) {
        var names = new HashMap<CustomerId, String>();
        return shown.stream()
                .map(each -> new NotificationRow(each, customerName(caller, each, names)))
                .toList();
    }

    /** The customer's name; its id once it is no customer any more. */
    private String customerName(Caller caller, Notification notification, Map<CustomerId, String> names) {
        return notification
                .customerId()
                .map(id -> names.computeIfAbsent(id, unnamed -> customers
                        .find(caller.partnerId(), unnamed)
                        .map(Customer::name)
                        .orElse(unnamed.toString())))
                .orElse("");
    }

    private static UserId person(Caller caller) {
        return caller.userId().orElseThrow(() -> Refusal.because(AccessRefusal.UNAUTHENTICATED));
    }

    /** The position; empty, which is the first page, for anything that is none. */
    private static Optional<UUID> position(@Nullable String text) {
        return Optional.ofNullable(text).flatMap(Ids::parse);
    }
}
