package oroshi.relationships;

import static org.assertj.core.api.Assertions.assertThat;
import static oroshi.relationships.Wire.golden;
import static oroshi.relationships.Wire.json;

import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import oroshi.OroshiTest;
import oroshi.access.TestCallers;
import oroshi.access.tokens.TestTokens;
import oroshi.basics.Cloud;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;
import oroshi.basics.TenantId;
import oroshi.database.PartnerScope;
import oroshi.directory.Directory;
import oroshi.directory.DomainPrefix;
import oroshi.directory.NewTenant;
import oroshi.directory.NewUser;
import oroshi.directory.TemporaryPassword;
import oroshi.partners.LegalProfiles;
import oroshi.partners.NewPartner;
import oroshi.partners.Partner;
import oroshi.partners.Partners;
import oroshi.partners.ProfileVetting;

/** The indirect resellers of a sandbox as clients of the API make and delete them. */
@OroshiTest
class SandboxResellerWireTest {
    private static final String RESELLERS = "/v1/sandboxIndirectReseller";

    @Autowired
    private TestCallers callers;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private Directory directory;

    @Autowired
    private Partners partners;

    @Autowired
    private LegalProfiles profiles;

    @Autowired
    private Partnerships partnerships;

    @Autowired
    private Relationships relationships;

    @LocalServerPort
    private int port;

    private final Map<String, String> places = new HashMap<>();
    private Wire wire;
    private PartnerId provider;
    private String token;

    @BeforeEach
    void enrolASandboxProvider() {
        wire = new Wire(port);
        var prefix = aPrefix();
        var admin = NewUser.admin("蓮", "伊藤", "ja-JP", TemporaryPassword.generate());
        var tenant = directory.create(
                new NewTenant(TenantId.next(), Cloud.PUBLIC, DomainPrefix.parse(prefix), "東都", "JP", "ja-JP"), admin);
        provider = PartnerId.of(tenant.id());
        partners.register(new NewPartner(
                provider,
                PartnerType.INDIRECT_PROVIDER,
                Cloud.PUBLIC,
                "東都ディストリビューション株式会社",
                "JP",
                CurrencyUnit.of("JPY"),
                "7104622",
                Set.of(tenant.initialDomain()),
                Locale.JAPAN,
                ZoneId.of("Asia/Tokyo"),
                true,
                false,
                true,
                Set.of()));
        token = tokens.of(provider, admin.id());
        places.put("provider", provider.toString());
        places.put("signer", "admin@" + tenant.initialDomain());
        places.put("user", admin.id().toString());
    }

    private static String aPrefix() {
        return "s" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    }

    @Test
    @DisplayName("createSandboxIndirectReseller: account, directory, signature and partnership, or nothing")
    void makesAReseller() throws Exception {
        var prefix = aPrefix();
        var created = wire.post(token, RESELLERS.replace("/v1/", "/v1//"), request(prefix));
        same("create-sandbox-reseller", 201, created);
        var reseller = PartnerId.of(json(created).path("accountId").asString());
        assertThat(partners.get(reseller))
                .returns(true, Partner::sandbox)
                .returns(true, Partner::agreementSigned)
                .returns("燕クラウド株式会社", Partner::legalName);
        assertThat(PartnerScope.call(reseller, () -> profiles.get(reseller))
                        .profile()
                        .vetting())
                .isEqualTo(ProfileVetting.AUTHORIZED);
        assertThat(PartnerScope.call(provider, () -> partnerships.resellersOf(provider)))
                .singleElement()
                .returns(reseller, partnership -> partnership.other().id());

        var taken = wire.post(token, RESELLERS, request(prefix));
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(Wire.code(taken)).isEqualTo(1003);
        for (var i = 0; i < 4; i++) {
            assertThat(wire.post(token, RESELLERS, request(aPrefix())).statusCode())
                    .isEqualTo(201);
        }
        same("create-sandbox-reseller-limit", 403, wire.post(token, RESELLERS, request(aPrefix())));
    }

    @Test
    void refusesWhatIsNoReseller() throws Exception {
        same("create-sandbox-reseller-empty", 400, wire.post(token, RESELLERS, "{}"));
        var real = partners.get(callers.aPartner().partnerId()).mpnId();
        assertThat(Wire.code(wire.post(token, RESELLERS, request(aPrefix()).replace("7904988", real))))
                .isEqualTo(3000);
        assertThat(Wire.code(wire.post(token, RESELLERS, request(aPrefix()).replace("\"JP\"", "\"US\""))))
                .isEqualTo(3000);
        assertThat(Wire.code(wire.post(token, RESELLERS, request("no prefix!"))))
                .isEqualTo(3000);
        var other = callers.token(callers.aPartner(PartnerType.INDIRECT_PROVIDER, Cloud.PUBLIC, false));
        same("sandbox-reseller-no-sandbox", 401, wire.post(other, RESELLERS, request(aPrefix())));
        assertThat(wire.post(other, RESELLERS, request(aPrefix())).headers().firstValue("WWW-Authenticate"))
                .contains("Bearer");
        same("sandbox-reseller-no-sandbox", 401, wire.call("DELETE", other, RESELLERS + "/" + provider, ""));
    }

    @Test
    @DisplayName("deleteSandboxIndirectReseller: with everything that belongs to it, when it serves nobody any more")
    void takesAResellerAway() throws Exception {
        var prefix = aPrefix();
        var created = wire.post(token, RESELLERS, request(prefix));
        var reseller = PartnerId.of(json(created).path("accountId").asString());
        var path = RESELLERS + "/" + reseller;
        var customer = new CustomerId(UUID.randomUUID());
        places.put("customer", customer.toString());
        PartnerScope.run(provider, () -> relationships.establish(provider, customer, Optional.of(reseller), false));
        same("delete-sandbox-reseller-serves", 403, wire.call("DELETE", token, path, ""));
        PartnerScope.run(reseller, () -> relationships.end(reseller, customer, "Gone"));

        assertThat(wire.call("DELETE", token, path, "").statusCode()).isEqualTo(204);
        same("delete-sandbox-reseller-unknown", 404, wire.call("DELETE", token, path, ""));
        assertThat(partners.find(reseller)).isEmpty();
        assertThat(directory.findTenant(reseller.tenantId())).isEmpty();
        assertThat(wire.post(token, RESELLERS, request(prefix)).statusCode()).isEqualTo(201);
    }

    @Test
    void leavesAResellerToItsOtherProviders() throws Exception {
        var created = wire.post(token, RESELLERS, request(aPrefix()));
        var reseller = PartnerId.of(json(created).path("accountId").asString());
        var other = callers.aPartner(PartnerType.INDIRECT_PROVIDER, Cloud.PUBLIC, false)
                .partnerId();
        PartnerScope.run(other, () -> partnerships.begin(other, reseller));

        assertThat(wire.call("DELETE", token, RESELLERS + "/" + reseller, "").statusCode())
                .isEqualTo(204);
        assertThat(PartnerScope.call(reseller, () -> partnerships.providersOf(reseller)))
                .singleElement()
                .returns(other, partnership -> partnership.other().id());
    }

    private static String request(String prefix) throws Exception {
        return Wire.file("relationships/create-sandbox-reseller.request.json").replace("{prefix}", prefix);
    }

    private void same(String file, int status, HttpResponse<String> response) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        var body = json(response);
        var all = new HashMap<>(places);
        all.put("reseller", body.path("accountId").asString(""));
        all.put("admin", body.path("tenant").path("adminUserAccount").asString(""));
        all.put("password", body.path("tenant").path("password").asString(""));
        all.put("signature", body.path("agreementSignature").path("id").asString(""));
        all.put("signedAt", body.path("agreementSignature").path("dateSigned").asString(""));
        assertThat(body).isEqualTo(golden("relationships/" + file + ".response.json", all));
    }
}
