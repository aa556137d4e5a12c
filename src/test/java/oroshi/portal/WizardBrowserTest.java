package oroshi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.AddressService;
import oroshi.Fixtures;
import oroshi.OroshiTest;
import oroshi.basics.CustomerId;
import oroshi.browser.Browser;
import oroshi.browser.Visitor;
import oroshi.customers.Customers;
import oroshi.customers.Qualification;
import oroshi.customers.VettingDecision;
import oroshi.demo.DemoWorld;

@OroshiTest
@Order(4)
class WizardBrowserTest {
    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    Fixtures fixtures;

    @Autowired
    Customers customers;

    @LocalServerPort
    int port;

    @Test
    @DisplayName("J1-A1, J1-A10 and J1-A16: a Japanese company from the first field to the password that is shown once")
    void addsAJapaneseCompany() {
        var aozora = fixtures.aozora();
        var sato = visitor("ja-JP", aozora, "ken.sato");
        var domain = anyDomain();
        sato.goTo("/customers/new");
        fillSakura(sato, domain).findsNoBarrier().press("次へ: サブスクリプション");
        quantity(sato, "BIZ-PREM", "25");
        sato.findsNoBarrier().press("次へ: レビュー");
        assertThat(sato.main())
                .contains("〒530-0001 大阪府大阪市北区梅田3-1-3 ノースゲートビル15階")
                .contains("34,000 円/月")
                .contains("税抜");
        sato.findsNoBarrier();

        sato.page().locator("a[href$='/subscriptions']").last().click();
        quantity(sato, "BIZ-PREM", "30");
        sato.press("レビューに戻る");
        sato.page().locator("a[href$='/account']").last().click();
        sato.fill("contact.phone", "06-5550-0199").press("レビューに戻る");
        assertThat(sato.main()).contains("40,800 円/月").contains("06-5550-0199").contains("山本 直子");

        sato.page().locator("form[action$='/submit'] button").dblclick();
        sato.page().waitForURL("**/confirmation");
        var password = sato.page().locator("#password").innerText();
        assertThat(password).hasSizeGreaterThanOrEqualTo(12);
        assertThat(sato.main())
                .contains("admin@" + domain + ".onmicrosoft.com")
                .contains("このパスワードを今すぐ控えてください")
                .contains("注文番号");
        sato.findsNoBarrier();
        sato.page().reload();
        assertThat(sato.page().locator("#password").innerText()).isEqualTo(password);

        var confirmation = sato.page().url();
        var suzuki = visitor("ja-JP", aozora, "misaki.suzuki");
        suzuki.page().navigate(confirmation);
        assertThat(suzuki.main()).doesNotContain(password).contains("この顧客は既に作成されています。");

        sato.page().locator("form[action$='/done'] button").click();
        sato.page().waitForURL("**/subscriptions");
        sato.page().navigate(confirmation);
        assertThat(sato.main()).doesNotContain(password).contains("この顧客は既に作成されています。");
    }

    @Test
    @DisplayName("J1-A3 a US government page has no qualifications, agreement choice or reseller")
    void asksAGovernmentCustomerForItsKind() {
        var hill = visitor("en-US", fixtures.potomac(), "grace.hill");
        hill.goTo("/customers/new");
        assertThat(hill.main())
                .contains("The US Government agreement must be part of the written contract")
                .doesNotContain("Special qualifications")
                .doesNotContain("Customer has accepted the latest agreement")
                .doesNotContain("Indirect reseller");
        assertThat(hill.named("country").locator("option").allInnerTexts()).contains("United States");
        hill.findsNoBarrier();
    }

    @Test
    @DisplayName("J1-A4 the reseller one came from is preselected, and Germany has its note")
    void preselectsTheReseller() {
        var copies = fixtures.rheinlandWithResellers();
        var hanse = Objects.requireNonNull(copies.get("R-DE1")).id().toString();
        var bach = visitor("de-DE", Objects.requireNonNull(copies.get("P-DE")), "timo.bach");
        bach.goTo("/customers/new?reseller=" + hanse);
        assertThat(bach.page().locator("select[name=reseller]").inputValue()).isEqualTo(hanse);
        assertThat(bach.main()).contains("§ 203 StGB");
        assertThat(bach.page().locator("[name=state]").count()).isZero();
    }

    @Test
    @DisplayName(
            "J1-A11 a change of country asks for a postal code anew and takes the offers away that are not sold there")
    void changesTheCountry() {
        var copies = fixtures.rheinlandWithResellers();
        var hanse = Objects.requireNonNull(copies.get("R-DE1")).id();
        var bach = visitor("de-DE", Objects.requireNonNull(copies.get("P-DE")), "timo.bach");
        bach.goTo("/customers/new?reseller=" + hanse);
        fillGerman(bach, "Nordlicht Maschinenbau GmbH", "j.weiss@nordlicht-maschinenbau.example");
        bach.press("Next: Subscriptions");
        quantity(bach, "BIZ-ESS", "5");
        quantity(bach, "ENT-3", "2");
        bach.press("Next: Review");
        bach.page().locator("a[href$='/account']").last().click();

        var country = bach.page().locator("oroshi-combobox:has(select[name=country]) input");
        country.fill("CH");
        country.press("Enter");
        bach.page().waitForCondition(() -> bach.named("postalCode").inputValue().isEmpty());
        assertThat(bach.page().locator("#agreement a[target=_blank]").allTextContents())
                .containsExactlyInAnyOrder("View the agreement (English)", "French", "German", "Italian");
        bach.press("Back to review");
        assertThat(bach.main()).contains("Enter ZIP/Postal code.");
        bach.fill("postalCode", "20457").press("Back to review");
        assertThat(bach.main()).contains("The postal code doesn't fit Switzerland.");
        bach.fill("postalCode", "8001").press("Back to review");
        bach.page().waitForURL("**/review");
        assertThat(bach.main())
                .contains("Business Essentials isn't sold in Switzerland.")
                .contains("Enterprise 3");
        assertThat(bach.page().locator("form[action$='/submit'] button").isDisabled())
                .isTrue();
        bach.findsNoBarrier().press("Continue with these changes");
        assertThat(bach.main()).doesNotContain("Business Essentials").contains("39,40");
        assertThat(bach.page().locator("form[action$='/submit'] button").isEnabled())
                .isTrue();
    }

    @Test
    @DisplayName("J1-A18 a school gives no free mail address, is in review at first, and is Education once approved")
    void addsASchool() {
        var copies = fixtures.rheinlandWithResellers();
        var rheinland = Objects.requireNonNull(copies.get("P-DE"));
        var bach = visitor("de-DE", rheinland, "timo.bach");
        bach.goTo("/customers/new?reseller="
                + Objects.requireNonNull(copies.get("R-DE1")).id());
        bach.choose("qualification", "EDUCATION");
        bach.named("educationSegment").waitFor();
        fillGerman(bach, "Alster-Gymnasium Hamburg", "sekretariat.alster@gmail.com");
        bach.choose("educationSegment", "K12").press("Next: Subscriptions");
        assertThat(bach.main())
                .contains("Education customers need an address of the institution, not a free mail address.");
        bach.fill("contact.email", "sekretariat@alster-gymnasium.example").press("Next: Subscriptions");
        bach.page().waitForURL("**/subscriptions");
        assertThat(bach.main()).contains("ENT-3").doesNotContain("EDU-A");
        bach.press("Next: Review").press("Submit");
        bach.page().waitForURL("**/confirmation");
        assertThat(bach.main()).contains("Education — In review since 24.04.2019, about 3 business days");
        bach.press("Done");
        bach.page().waitForURL("**/subscriptions");
        var record = bach.page().url().replace("/subscriptions", "");
        assertThat(bach.goTo(record + "/account").main()).contains("Education: in review since 24.04.2019");

        approve(rheinland, new CustomerId(UUID.fromString(record.substring(record.lastIndexOf('/') + 1))));
        assertThat(bach.goTo(record + "/account").main()).contains("Education").doesNotContain("in review");
        bach.findsNoBarrier();
    }

    /** What the operator does. */
    private void approve(Fixtures.Copy partner, CustomerId school) {
        fixtures.caller(partner, "timo.bach")
                .run(() -> customers.decide(partner.id(), school, VettingDecision.approve(Qualification.EDUCATION)));
    }

    private static void fillGerman(Visitor visitor, String company, String email) {
        Map.of(
                        "companyName", company,
                        "domainPrefix", anyDomain(),
                        "postalCode", "20457",
                        "city", "Hamburg",
                        "addressLine1", "Speicherstraße 12",
                        "contact.firstName", "Jörg",
                        "contact.lastName", "Weiß",
                        "contact.email", email)
                .forEach(visitor::fill);
        visitor.fill("agreement.date", "24.04.2019").tick("agreement.mode", "accepted");
    }

    @Test
    @DisplayName("J1-A14 only who may add customers opens the page")
    void keepsOthersOut() {
        var aozora = fixtures.aozora();
        var takahashi = visitor("ja-JP", aozora, "sho.takahashi");
        assertThat(takahashi.page().navigate("/customers/new").status()).isEqualTo(403);
        var ito = visitor("ja-JP", aozora, "ren.ito");
        ito.goTo("/customers/new");
        assertThat(ito.page()
                        .locator("input[name='agreement.mode'][value=accepted]")
                        .isDisabled())
                .isTrue();
        assertThat(ito.main()).contains("同意を確認できるのは、管理エージェントと販売代理店だけです。");
    }

    @Test
    @DisplayName("J1-08 what the address check asks stands in a dialog that the keyboard answers")
    void asksWhichAddressIsMeant() {
        var street = "梅田 " + UUID.randomUUID();
        AddressService.answer(street, """
                {"status":"streetPartial","suggestions":[
                  {"addressLine1":"梅田3-1-3","city":"大阪市北区","state":"27","postalCode":"5300001"},
                  {"addressLine1":"梅田3-1-1","city":"大阪市北区","state":"27","postalCode":"5300001"}]}""");
        var sato = visitor("ja-JP", fixtures.aozora(), "ken.sato");
        sato.goTo("/customers/new");
        fillSakura(sato, anyDomain()).fill("addressLine1", street).press("次へ: サブスクリプション");
        var dialog = sato.page().getByRole(AriaRole.DIALOG);
        assertThat(dialog.innerText()).contains("住所の確認", "〒530-0001 大阪府大阪市北区梅田3-1-3", "入力したとおりの住所を使う", street);
        assertThat(sato.page().evaluate("document.querySelector('dialog').matches(':modal')"))
                .isEqualTo(true);
        sato.findsNoBarrier();
        sato.page().setViewportSize(390, 844);
        sato.findsNoBarrier();
        assertThat(dialog.boundingBox().width).isBetween(300.0, 374.0);
        sato.press("住所を変更する");
        assertThat(dialog.isVisible()).isFalse();
        sato.press("次へ: サブスクリプション");
        sato.page().setViewportSize(1280, 900);
        sato.page().waitForFunction("document.activeElement?.name === 'addressChoice'");
        sato.page().keyboard().press("Space");
        sato.page().keyboard().press("Enter");
        sato.page().waitForURL("**/subscriptions");
        sato.page().locator("a[href$='/account']").last().click();
        assertThat(sato.named("addressLine1").inputValue()).isEqualTo("梅田3-1-3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja-JP", "en-US"})
    @DisplayName("J1-08 without script the question stands on the page, and the answer leads on")
    void asksWhichAddressIsMeantWithoutScript(String language) {
        var street = "梅田 " + UUID.randomUUID();
        AddressService.answer(street, """
                {"status":"streetPartial","suggestions":[
                  {"addressLine1":"梅田3-1-3","city":"大阪市北区","state":"27","postalCode":"5300001"}]}""");
        var sato = browser.visitorWithoutScript(port, language)
                .signIn(fixtures.aozora().signInName("ken.sato"), DemoWorld.PASSWORD);
        sato.goTo("/customers/new");
        fillSakura(sato, anyDomain()).fill("addressLine1", street).fill("agreement.date", "2019-04-22");
        sato.page().locator("button[value=next]").last().click();
        var dialog = sato.page().locator("dialog#address");
        assertThat(dialog.innerText()).contains("〒530-0001 大阪府大阪市北区梅田3-1-3", street);
        assertThat(dialog.locator("[data-close]").isVisible())
                .as("needs script")
                .isFalse();
        assertThat(sato.named("addressLine1").inputValue()).isEqualTo(street);
        sato.photograph(Path.of("target/address-plain-" + language + ".png"));
        sato.page().setViewportSize(390, 844);
        sato.photograph(Path.of("target/address-plain-narrow-" + language + ".png"));
        dialog.locator("input[name=addressChoice]").first().check();
        dialog.locator("button.primary").click();
        sato.page().waitForURL("**/subscriptions");
    }

    @Test
    @DisplayName("all errors of a page appear at once and lead to their fields")
    void showsAllErrorsAtOnce() {
        var cole = visitor("en-US", fixtures.cedarRidge(), "ben.cole");
        cole.goTo("/customers/new").press("Next: Subscriptions");
        assertThat(cole.main()).contains("Enter Company name.").contains("Say how the customer accepts the agreement.");
        cole.findsNoBarrier();
        cole.follow("Enter Company name.");
        assertThat(cole.page().evaluate("document.activeElement.name")).isEqualTo("companyName");
    }

    private Visitor visitor(String language, Fixtures.Copy partner, String person) {
        return browser.visitor(port, language).signIn(partner.signInName(person), DemoWorld.PASSWORD);
    }

    private static Visitor fillSakura(Visitor visitor, String domain) {
        Map.of(
                        "companyName", "株式会社さくら製作所",
                        "domainPrefix", domain,
                        "postalCode", "5300001",
                        "city", "大阪市北区",
                        "addressLine1", "梅田3-1-3",
                        "addressLine2", "ノースゲートビル15階",
                        "contact.lastName", "山本",
                        "contact.firstName", "直子",
                        "contact.email", "naoko.yamamoto@sakura-seisakusho.example",
                        "contact.phone", "06-5550-0123")
                .forEach(visitor::fill);
        visitor.fill("agreement.date", "2019/04/22");
        visitor.choose("state", "27");
        return visitor.tick("agreement.mode", "accepted");
    }

    private static void quantity(Visitor visitor, String code, String quantity) {
        visitor.page()
                .locator(".offer")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(code))
                .first()
                .locator("input[name^='quantity.']")
                .fill(quantity);
    }

    private static String anyDomain() {
        return "d" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    }
}
