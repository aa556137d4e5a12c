package oroshi.portal.orders;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.agreements.Agreements;
import oroshi.agreements.Gate;
import oroshi.basics.CustomerId;
import oroshi.directory.Directory;
import oroshi.directory.DirectoryUser;
import oroshi.portal.Form;
import oroshi.portal.Message;
import oroshi.portal.Texts;
import oroshi.portal.agreements.CustomerAgreements;

/** Asks for the confirmation of the agreement where an order needs it. */
@Component
class AgreementInPlace {
    private static final int NAMED = 10;

    private final Agreements agreements;
    private final CustomerAgreements views;
    private final Directory directory;

    AgreementInPlace(Agreements agreements, CustomerAgreements views, Directory directory) {
        this.agreements = agreements;
        this.views = views;
        this.directory = directory;
    }

    /** What has to be confirmed before the customer can buy; empty when the gate is open. The form leads back. */
    Optional<AgreementAsked> find(Caller caller, Texts texts, CustomerId customerId, String back) {
        return agreements.gate(caller.partnerId(), customerId) instanceof Gate.Closed closed
                ? Optional.of(ask(caller, texts, customerId, back, closed))
                : Optional.empty();
    }

    private AgreementAsked ask(Caller caller, Texts texts, CustomerId customerId, String back, Gate.Closed closed) {
        var reason = Message.of(closed.refusal());
        var view = views.of(caller, texts, customerId);
        if (!view.mayAttest() || view.latest().isEmpty()) {
            return new AgreementAsked(reason, Optional.empty(), Form.empty(), List.of(), attesters(caller));
        }
        var form = view.prefilled(texts).fill("next", back);
        return new AgreementAsked(reason, Optional.of(view), form, view.languages(texts), List.of());
    }

    private List<String> attesters(Caller caller) {
        return directory.users(caller.partnerId().tenantId()).stream()
                .filter(user ->
                        user.roles().contains(Role.ADMIN_AGENT) || user.roles().contains(Role.SALES_AGENT))
                .limit(NAMED)
                .map(DirectoryUser::displayName)
                .toList();
    }
}
