package oroshi.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import oroshi.Clerk;
import oroshi.Fixtures;
import oroshi.Fixtures.Copy;
import oroshi.OroshiTest;
import oroshi.access.tokens.TestTokens;
import oroshi.basics.CustomerId;
import oroshi.basics.TenantId;
import oroshi.basics.UserId;
import oroshi.customers.Customers;
import oroshi.database.PartnerScope;
import oroshi.mail.Outbox;
import oroshi.mail.TestMailServer;
import oroshi.partners.Partners;
import oroshi.relationships.Wire;
import tools.jackson.databind.JsonNode;

/** J2-12: the customer's primary contact learns that somebody attested in the customer's name. */
@OroshiTest
class AttestationNoticeTest {
    private static final String BLUE_MESA = """
            {"country":"US","companyName":"Blue Mesa Freight LLC","domainPrefix":"%s","postalCode":"80202",
             "state":"CO","city":"Denver","addressLine1":"1 Wynkoop Street","culture":"en-US",
             "contact":{"firstName":"Tom","lastName":"Nakai","email":"%s","phone":"303-555-0123"},
             "agreement":{"mode":"accepted","date":"2019-04-22"}}""";

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private TestMailServer mail;

    @Autowired
    private DirectAcceptances acceptances;

    @Autowired
    private AgreementSettings settings;

    @Autowired
    private Templates templates;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Partners partners;

    @Autowired
    private Customers customers;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("J2-12 the notice names signer, date, partner and where to ask, in Japanese, and holds no secret")
    void writesInJapanese() throws MessagingException, IOException {
        var address = anyAddress();
        var aozora = fixtures.aozora();
        var made = onboard(aozora, address);

        var notice = only(address);
        assertThat(notice.getSubject()).isEqualTo("青空クラウド株式会社 が 株式会社さくら製作所 のMicrosoft Cloud 契約への同意を確認しました");
        assertThat(text(notice))
                .contains("山本 直子 様", "同意した方: 山本 直子", "同意日: 2019/04/22", "青空クラウド株式会社 (パートナー番号 4390101)")
                .contains(partners.get(aozora.id()).verifiedDomains().iterator().next())
                .doesNotContain(made.at("/customer/userCredentials/password").asString(), "http", "{");
        assertThat(made.at("/customer/userCredentials/password").asString()).isNotBlank();
        assertThat(notice.getHeader("Content-Language")).containsExactly("ja");
    }

    @Test
    @DisplayName("J2-12 the notice is in English for every other culture")
    void writesInEnglish() throws MessagingException, IOException {
        var address = anyAddress();
        var made = clerk(fixtures.cedarRidge(), "ben.cole")
                .call("POST", "/oroshi/customers", BLUE_MESA.formatted(Clerk.anyDomain(), address));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);

        var notice = only(address);
        assertThat(notice.getSubject())
                .isEqualTo("Cedar Ridge Cloud, Inc. confirmed that Blue Mesa Freight LLC accepted the"
                        + " Microsoft Cloud Agreement");
        assertThat(text(notice))
                .contains("Dear Tom Nakai", "Accepted by: Tom Nakai", "Accepted on: 4/22/2019", "number 4390202");
    }

    @Test
    @DisplayName("J2-12 the customer's own acceptance and a US government customer bring no notice")
    void writesNothingElse() {
        var aozora = fixtures.aozora();
        var address = anyAddress();
        var made = onboard(aozora, address);
        var customer = new CustomerId(UUID.fromString(made.at("/customer/id").asString()));
        acceptances.accept(
                customer.tenantId(),
                new DirectAcceptances.Person(UserId.next(), "a@sakura.example", true),
                "ja",
                "::1");
        assertThat(queued(aozora)).isEqualTo(1);

        var potomac = fixtures.potomac();
        clerk(potomac, "grace.hill").onboard("onboarding/add-prairie-bend.request.json", Map.of());
        assertThat(queued(potomac)).isZero();
    }

    @Test
    @DisplayName("J2-12 an operator may switch the notices off")
    void keepsSilentWhenSwitchedOff() {
        var aozora = fixtures.aozora();
        var silent = new AgreementSettings(
                settings.required(),
                settings.graceDays(),
                settings.directAcceptance(),
                false,
                settings.portalFrom(),
                settings.apiFrom(),
                settings.operatorDomains(),
                settings.documents());
        var template = templates.list("JP").getFirst();
        var attested = new AgreementAttested(
                CustomerId.of(TenantId.next()),
                NewAttestation.on(
                        template.effectiveFrom(), new Signer("直子", "山本", "n@sakura.example", ""), template, "ja"));
        PartnerScope.run(
                aozora.id(),
                () -> transactions.executeWithoutResult(
                        transaction -> new AttestationNotice(silent, outbox, partners, customers).on(attested)));
        assertThat(queued(aozora)).isZero();
    }

    private JsonNode onboard(Copy partner, String address) {
        try {
            var body = Wire.golden("onboarding/add-sakura.request.json", Map.of("domain", Clerk.anyDomain()))
                    .toString()
                    .replace("naoko.yamamoto@sakura-seisakusho.example", address);
            var made = clerk(partner, "ken.sato").call("POST", "/oroshi/customers", body);
            assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
            return Clerk.json(made);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private MimeMessage only(String address) {
        var received = mail.received(address, 1);
        assertThat(received).hasSize(1);
        return received.getFirst();
    }

    private static String text(MimeMessage message) throws MessagingException, IOException {
        return message.getContent().toString();
    }

    private int queued(Copy partner) {
        return PartnerScope.call(
                partner.id(),
                () -> Objects.requireNonNull(transactions.execute(
                        transaction -> jdbc.sql("select count(*) as queued from mail.message where partner_id = :id")
                                .param("id", partner.id().value())
                                .query((row, number) -> row.getInt("queued"))
                                .single())));
    }

    private Clerk clerk(Copy partner, String person) {
        return new Clerk(
                port,
                tokens.of(
                        partner.id(), fixtures.caller(partner, person).userId().orElseThrow()));
    }

    private static String anyAddress() {
        return "n" + UUID.randomUUID().toString().replace("-", "") + "@sakura-seisakusho.example";
    }
}
