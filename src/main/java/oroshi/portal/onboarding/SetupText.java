package oroshi.portal.onboarding;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import oroshi.agreements.Acceptance;
import oroshi.agreements.AgreementState;
import oroshi.customers.Customer;
import oroshi.customers.CustomerQualification;
import oroshi.customers.VettingStatus;
import oroshi.portal.Formats;
import oroshi.portal.Texts;

/** The confirmation as a plain text, to be kept. */
final class SetupText {
    private final Texts texts;
    private final List<String> lines = new ArrayList<>();

    private SetupText(Texts texts) {
        this.texts = texts;
    }

    static String of(ConfirmationPage page, Texts texts) {
        var text = new SetupText(texts);
        text.write(page);
        return String.join("\r\n", text.lines) + "\r\n";
    }

    private void write(ConfirmationPage page) {
        var customer = page.customer();
        var contact = customer.billing().contact();
        var locale = texts.language().locale();
        line("wizard.tenantId", customer.id().toString());
        line("wizard.adminAccount", page.adminName());
        page.password().ifPresent(password -> line("wizard.password", password));
        line("wizard.portalAddress", page.portalAddress());
        line("wizard.field.companyName", customer.company().name().value());
        line("wizard.review.address", customer.company().address().in(locale));
        line(
                "wizard.section.contact",
                contact.name(customer.billing().culture().locale()) + " " + contact.email()
                        + contact.phone().map(phone -> " " + phone).orElse(""));
        customer.qualifications().forEach(held -> line("wizard.field.qualification", qualification(held)));
        customer.entityKind()
                .ifPresent(kind -> line("wizard.field.gov.entityKind", texts.text("wizard.kind." + kind.name())));
        page.agreement()
                .attestation()
                .ifPresent(record -> line("wizard.section.agreement", accepted(record, customer)));
        if (page.agreement().state() == AgreementState.AWAITING_CUSTOMER) {
            line("wizard.section.agreement", texts.text("wizard.waiting"));
        }
        page.reseller()
                .ifPresent(reseller -> line("wizard.field.reseller", reseller.legalName() + " " + reseller.mpnId()));
        for (var order : page.orders()) {
            line("wizard.orderNumber", order.number());
            order.lines()
                    .forEach(line -> lines.add("  " + line.title().in(locale) + " × "
                            + texts.formats().number(line.quantity()) + " — "
                            + texts.text("wizard.lineState." + line.state().name())));
        }
    }

    private String qualification(CustomerQualification held) {
        var name = texts.text("customers.qualification." + held.qualification().name());
        return held.vettingStatus().filter(VettingStatus.IN_REVIEW::equals).isPresent()
                ? name + " — "
                        + texts.text(
                                "wizard.inReview",
                                "date",
                                held.appliedAt().atOffset(ZoneOffset.UTC).toLocalDate())
                : name;
    }

    private String accepted(Acceptance record, Customer customer) {
        var signer = record.signer();
        var culture = customer.billing().culture().tag();
        return texts.text(
                "wizard.acceptedBy",
                "name",
                Formats.name(signer.firstName(), signer.lastName(), culture),
                "date",
                record.day(),
                "user",
                record.attestedByName());
    }

    private void line(String key, String value) {
        lines.add(texts.text(key) + ": " + value);
    }
}
