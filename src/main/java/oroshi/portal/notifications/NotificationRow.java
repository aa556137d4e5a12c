package oroshi.portal.notifications;

import java.time.LocalDate;
import oroshi.catalog.LocalizedText;
import oroshi.notifications.Notification;
import oroshi.portal.Message;
import oroshi.portal.Tone;

/** One notification as the page shows it. */
public record NotificationRow(Notification notification, String customerName) {
    private static final String KEY = "notifications.kind.";

    /** What happened, in one sentence. */
    public Message title() {
        var key = KEY + notification.kind();
        return switch (notification.kind()) {
            case AGREEMENT_ACCEPTED -> Message.of(key, "customer", customerName, "person", fact("acceptedBy"));
            case AGREEMENT_NEW_VERSION -> Message.of(key, "customer", customerName, "date", day("effectiveFrom"));
            case PARTNERSHIP_AGREED, PARTNERSHIP_MADE -> Message.of(key, "partner", fact("partner"));
            case RELATIONSHIP_ACCEPTED, SET_UP_FAILED -> Message.of(key, "customer", customerName);
            case TRANSFER_BEGUN ->
                Message.of(
                        fact("status").equals("PENDING") ? KEY + "TRANSFER_ASKED" : key,
                        "customer",
                        customerName,
                        "partner",
                        fact("partner"));
            case TRANSFER_CHANGED ->
                Message.of(
                        key,
                        "customer",
                        customerName,
                        "partner",
                        fact("partner"),
                        "status",
                        Message.of("transfers.status." + (isWithdrawn() ? "WITHDRAWN" : fact("status"))));
            case TRIAL_ENDING ->
                Message.of(
                        key,
                        "customer",
                        customerName,
                        "trial",
                        new LocalizedText(fact("english"), fact("japanese")),
                        "date",
                        day("lastDay"));
        };
    }

    /** Where one can do something about it. */
    public String address() {
        return switch (notification.kind()) {
            case AGREEMENT_ACCEPTED, AGREEMENT_NEW_VERSION -> customer() + "/agreement";
            case PARTNERSHIP_AGREED, PARTNERSHIP_MADE ->
                fact("type").equals("INDIRECT_RESELLER") ? "/indirect-resellers" : "/indirect-providers";
            case RELATIONSHIP_ACCEPTED -> customer() + "/account";
            case TRANSFER_BEGUN, TRANSFER_CHANGED ->
                customer() + "/transfers" + (isWithdrawn() ? "" : "/" + fact("transfer"));
            case SET_UP_FAILED, TRIAL_ENDING -> customer() + "/subscriptions/" + fact("subscription");
        };
    }

    /** Name of the picture beside it. */
    public String icon() {
        return switch (notification.kind()) {
            case AGREEMENT_ACCEPTED -> "success";
            case AGREEMENT_NEW_VERSION -> "warning";
            case TRANSFER_BEGUN, TRANSFER_CHANGED -> "swap";
            case PARTNERSHIP_AGREED, PARTNERSHIP_MADE, RELATIONSHIP_ACCEPTED -> "network";
            case SET_UP_FAILED -> "danger";
            case TRIAL_ENDING -> "clock";
        };
    }

    /** How urgent it looks. */
    public Tone tone() {
        return switch (notification.kind()) {
            case AGREEMENT_ACCEPTED, PARTNERSHIP_MADE, RELATIONSHIP_ACCEPTED -> Tone.SUCCESS;
            case PARTNERSHIP_AGREED, TRANSFER_CHANGED -> Tone.INFO;
            case AGREEMENT_NEW_VERSION, TRANSFER_BEGUN, TRIAL_ENDING -> Tone.WARNING;
            case SET_UP_FAILED -> Tone.DANGER;
        };
    }

    /** There is nothing to look at any more. */
    private boolean isWithdrawn() {
        return fact("operation").equals("withdraw_transfer");
    }

    private String customer() {
        return "/customers/" + notification.customerId().map(Object::toString).orElse("");
    }

    private String fact(String name) {
        return notification.fact(name);
    }

    private LocalDate day(String name) {
        return LocalDate.parse(fact(name));
    }
}
