package oroshi.portal.onboarding;

import java.util.ArrayList;
import java.util.List;
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
        page.reseller()
                .ifPresent(reseller -> line("wizard.field.reseller", reseller.legalName() + " " + reseller.mpnId()));
        for (var order : page.orders()) {
            line("wizard.orderNumber", order.number());
            order.lines()
                    .forEach(line -> lines.add("  " + line.title().in(locale) + " × "
                            + texts.formats().number(line.quantity())));
        }
    }

    private void line(String key, String value) {
        lines.add(texts.text(key) + ": " + value);
    }
}
