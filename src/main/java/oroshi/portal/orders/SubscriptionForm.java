package oroshi.portal.orders;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import oroshi.basics.PartnerId;
import oroshi.basics.Problem;
import oroshi.basics.Refusal;
import oroshi.basics.Typed;
import oroshi.portal.Form;
import oroshi.portal.Message;
import oroshi.portal.Texts;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.SubscriptionChange;
import oroshi.subscriptions.SubscriptionRefusal;

/** A subscription as fields of a form. */
public final class SubscriptionForm {
    private static final String NAME = "friendlyName";
    private static final String QUANTITY = "quantity";
    private static final String RENEWAL = "autoRenew";
    private static final String RESELLER = "reseller";
    private static final String OTHER = "otherReseller";
    private static final String SUPPORT = "supportContact";
    private static final List<String> FIELDS = List.of(NAME, QUANTITY, RENEWAL, RESELLER, OTHER, SUPPORT);
    private static final Map<String, String> FIELD_OF_MEMBER =
            Map.of("partnerId", RESELLER, "autoRenewEnabled", RENEWAL);
    private static final String ON = "on";
    private static final String OFF = "off";
    private static final int NO_NUMBER = -1;
    private static final int LONGEST_NICKNAME = 100;

    private SubscriptionForm() {}

    /** A field that somebody else saved with another value. */
    public record Difference(String labelKey, String typed, String saved) {}

    /** The form with what is stored. */
    static Form of(SubscriptionView view) {
        var subscription = view.row().subscription();
        return Form.of(stored(subscription))
                .fill(SUPPORT, view.support().contact().id().toString())
                .fill("version", String.valueOf(subscription.version()));
    }

    /** The form with what is stored, and over it what the address carries from an interrupted change. */
    static Form of(SubscriptionView view, HttpServletRequest request) {
        var form = of(view);
        for (var field : FIELDS) {
            var carried = request.getParameter(field);
            if (carried != null) {
                form.fill(field, carried);
            }
        }
        return form;
    }

    /** The form as it was sent; a box that is not ticked sends nothing. */
    static Form sent(HttpServletRequest request) {
        var form = Form.of(request).fill("verified", "");
        return form.values(RENEWAL).isEmpty() ? form.fill(RENEWAL, OFF) : form;
    }

    /** What the form asks for, of what the visitor may change; refuses a number that is none. */
    static SubscriptionChange change(Form form, Subscription seen, SubscriptionRights rights, Locale language) {
        var change = SubscriptionChange.none().of(version(form, seen));
        if (rights.rename()) {
            change = change.withFriendlyName(nickname(form, seen, language));
        }
        if (rights.seats()) {
            change = change.withQuantity(quantity(form.value(QUANTITY), language));
        }
        if (rights.renewal()) {
            change = change.withRenewal(form.value(RENEWAL).equals(ON));
        }
        return rights.reseller() ? change.withReseller(reseller(form)) : change;
    }

    /** Shorter than the API takes it: lists and letters show it in one line. */
    private static String nickname(Form form, Subscription seen, Locale language) {
        var name = Typed.name(form.value(NAME));
        if (name.codePointCount(0, name.length()) > LONGEST_NICKNAME && !name.equals(seen.name(language))) {
            throw Refusal.of("friendlyName", SubscriptionRefusal.NICKNAME_TOO_LONG, LONGEST_NICKNAME);
        }
        return name;
    }

    /** Whom the form names as the support contact, where the visitor may and it is another one. */
    static Optional<PartnerId> supporter(Form form, SubscriptionView view) {
        return Optional.of(form.value(SUPPORT))
                .filter(id -> view.rights().supportContact())
                .filter(id -> !id.equals(view.support().contact().id().toString()))
                .filter(id -> view.support().choices().stream()
                        .anyMatch(choice -> choice.value().equals(id)))
                .map(PartnerId::of);
    }

    /** The number that stands in the field beside the list, else the one that was chosen from it. */
    static String reseller(Form form) {
        var typed = Typed.code(form.value(OTHER));
        return typed.isEmpty() ? form.value(RESELLER).strip() : typed;
    }

    /** Shows every problem at its field. */
    static void reject(Form form, Refusal refusal) {
        if (refusal.problems().isEmpty()) {
            form.reject(refusal);
        }
        refusal.problems().forEach(problem -> form.reject(field(form, problem), Message.of(problem)));
    }

    /** What the form would overwrite of what somebody else saved. */
    static List<Difference> differences(Form form, Subscription saved, SubscriptionRights rights, Texts texts) {
        var differences = new ArrayList<Difference>();
        shown(rights).forEach((field, label) -> {
            var value = stored(saved).getOrDefault(field, "");
            var typed = field.equals(RESELLER) ? reseller(form) : form.value(field);
            if (!typed.equals(value)) {
                differences.add(new Difference(label, spoken(field, typed, texts), spoken(field, value, texts)));
            }
        });
        return differences;
    }

    /** What the form says, by field, to be sent once more. */
    static Map<String, String> fields(Form form) {
        var fields = new LinkedHashMap<String, String>();
        Stream.concat(FIELDS.stream(), Stream.of("version"))
                .filter(field -> !form.values(field).isEmpty())
                .forEach(field -> fields.put(field, form.value(field)));
        return fields;
    }

    /** The address of the page with the values of the form, ready to submit. */
    static String address(String path, Form form) {
        return FIELDS.stream()
                .filter(field -> !form.values(field).isEmpty())
                .map(field -> field + "=" + URLEncoder.encode(form.value(field), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", path + "?", ""));
    }

    private static String spoken(String field, String value, Texts texts) {
        return field.equals(RENEWAL) ? texts.text(value.equals(ON) ? "subscriptions.on" : "subscriptions.off") : value;
    }

    private static String field(Form form, Problem problem) {
        var field = FIELD_OF_MEMBER.getOrDefault(problem.field(), problem.field());
        return field.equals(RESELLER) && !form.value(OTHER).isBlank() ? OTHER : field;
    }

    private static Map<String, String> shown(SubscriptionRights rights) {
        var labels = new LinkedHashMap<String, String>();
        show(rights.rename(), labels, NAME, "subscriptions.nickname");
        show(rights.seats(), labels, QUANTITY, "subscriptions.licenses");
        show(rights.renewal(), labels, RENEWAL, "subscriptions.autoRenew");
        show(rights.reseller(), labels, RESELLER, "subscriptions.reseller");
        return labels;
    }

    private static void show(boolean may, Map<String, String> labels, String field, String label) {
        if (may) {
            labels.put(field, label);
        }
    }

    private static Map<String, String> stored(Subscription subscription) {
        return Map.of(
                NAME, subscription.friendlyName(),
                QUANTITY, String.valueOf(subscription.quantity()),
                RENEWAL, subscription.renewsItself() ? ON : OFF,
                RESELLER, subscription.resellerMpnId().orElse(""));
    }

    /** The version that the form was made from; one that is no number is one that nobody has. */
    private static long version(Form form, Subscription subscription) {
        return form.value("version").equals(String.valueOf(subscription.version())) ? subscription.version() : -1;
    }

    /** What is no whole number is out of every range, and is answered with the range. */
    static int quantity(String typed, Locale language) {
        try {
            return Integer.parseInt(Typed.quantity(typed, language));
        } catch (NumberFormatException noNumber) {
            return NO_NUMBER;
        }
    }

    /** The reseller that was asked for, if one was. */
    static Optional<String> named(Form form) {
        return Optional.of(reseller(form)).filter(mpnId -> !mpnId.isEmpty());
    }
}
