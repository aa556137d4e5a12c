package oroshi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.Fixtures;
import oroshi.OroshiTest;
import oroshi.browser.Browser;
import oroshi.browser.Visitor;
import oroshi.demo.DemoWorld;

@OroshiTest
class WizardBrowserTest {
    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    Fixtures fixtures;

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
        visitor.page()
                .locator("select[name=state]")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("大阪府"));
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
