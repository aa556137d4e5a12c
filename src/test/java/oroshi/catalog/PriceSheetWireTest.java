package oroshi.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import oroshi.Clerk;
import oroshi.OroshiTest;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.access.tokens.TestTokens;
import oroshi.basics.Cloud;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;
import oroshi.basics.TenantId;
import oroshi.basics.UserId;
import oroshi.clock.Clocks;
import oroshi.partners.NewPartner;
import oroshi.partners.Partners;

/** The downloads of prices, rates and rules. Their cloud takes no new customers: no other test sells in it. */
@OroshiTest
class PriceSheetWireTest {
    private static final Path FILES = Path.of("src/test/resources/oroshi/catalog/sheets");
    private static final Instant MAY = Instant.parse("2044-05-15T00:00:00Z");
    private static final String LICENSES = sheet("GB", "updatedlicensebased");

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private Partners partners;

    @Autowired
    private Clocks clocks;

    @Autowired
    private PriceLists priceLists;

    @Autowired
    private TestCallers callers;

    @Autowired
    private TestTokens tokens;

    @LocalServerPort
    private int port;

    private MockMvc http;
    private Caller caller;

    @BeforeEach
    void load() {
        priceLists.loadOnce(list("spring", "2044-02-01"), files());
        priceLists.loadOnce(
                list("summer", "2044-06-10"),
                List.of(changed("license-prices.csv", "\"48\"", "\"52\""), file("software-prices.csv")));
        http = MockMvcBuilders.webAppContextSetup(application)
                .addFilters(application.getBean("wireFilter", Filter.class))
                .build();
        caller = callerOf(partner(PartnerType.DIRECT_BILL), Role.SALES_AGENT);
    }

    @ParameterizedTest(name = "{0} of the market is the file {1} that was loaded")
    @CsvSource({
        "updatedlicensebased, license-prices.csv",
        "software, software-prices.csv",
        "marketplace, marketplace-prices.csv",
        "azure_consumption, consumption-prices.csv",
        "azure_reservations, reservation-prices.csv"
    })
    void givesBackWhatWasLoaded(String view, String file) {
        var answer = get(sheet("gb", view));

        assertThat(answer.getStatus()).as(text(answer)).isEqualTo(200);
        assertThat(lines(text(answer))).isEqualTo(lines(read(file)));
        assertThat(text(answer)).endsWith("\r\n").doesNotStartWith("\uFEFF");
        assertThat(answer.getContentType()).isEqualTo("application/octet-stream");
        assertThat(answer.getHeader("Content-Disposition")).isEqualTo("attachment; filename=sheets.csv");
        assertThat(answer.getHeader("Request-ID")).isEqualTo(answer.getHeader("MS-RequestId"));
        assertThat(answer.getHeader("Content-Encoding")).isNull();
    }

    @Test
    @DisplayName("whoever accepts deflate gets the file in an archive that no header calls a coding")
    void archivesForWhoeverAcceptsDeflate() throws IOException {
        var answer = get(LICENSES, "Accept-Encoding", "gzip, compress, deflate, br");

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader("Content-Encoding")).isNull();
        try (var archive = new ZipInputStream(new ByteArrayInputStream(answer.getContentAsByteArray()))) {
            assertThat(Objects.requireNonNull(archive.getNextEntry()).getName()).isEqualTo("sheets.csv");
            assertThat(lines(new String(archive.readAllBytes(), StandardCharsets.UTF_8)))
                    .isEqualTo(lines(read("license-prices.csv")));
            assertThat(archive.getNextEntry()).isNull();
        }
    }

    @Test
    @DisplayName("a sheet of the past is that of its month's last day; the months before the first list have none")
    void looksBack() {
        clocks.stopAt(caller.partnerId(), Instant.parse("2044-08-15T00:00:00Z"));

        assertThat(text(get(LICENSES + "?timeline=history&month=204405"))).contains("\"48\"");
        assertThat(text(get(LICENSES + "?timeline=history&month=204406"))).contains("\"52\"");
        assertThat(text(get(LICENSES))).contains("\"52\"").doesNotContain("\"48\"");
        assertThat(get(LICENSES + "?timeline=history&month=202403").getStatus()).isEqualTo(404);
        assertThat(get(LICENSES + "?timeline=history&month=204409").getStatus()).isEqualTo(404);
    }

    @Test
    @DisplayName(
            "a change shows thirty days before its day, with the end of sale; usage and third parties have no preview")
    void looksAhead() {
        assertThat(text(get(LICENSES + "?timeline=future")))
                .contains("\"52\"")
                .contains("\"EffectiveEndDate\",\"EndOfSaleDate\",\"Tags\"");
        assertThat(get(sheet("GB", "azure_consumption") + "?timeline=future").getStatus())
                .isEqualTo(404);
        assertThat(get(sheet("GB", "marketplace") + "?timeline=future").getStatus())
                .isEqualTo(404);

        clocks.stopAt(caller.partnerId(), Instant.parse("2044-05-10T23:59:59Z"));
        assertThat(get(LICENSES + "?timeline=future").getStatus()).isEqualTo(404);
    }

    @ParameterizedTest(name = "{0} answers {1} with {2}")
    @CsvSource(delimiter = '|', textBlock = """
            pricesheets(Market='GBR',PricesheetView='software')/$value                                  | 400 | {"error":{"code":"BadRequest","message":"Market must be a code of two letters.","target":"market"}}
            pricesheets(Market='GB',PricesheetView='software')/$value?timeline=soon                     | 400 | {"error":{"code":"BadRequest","message":"Timeline must be history, current or future.","target":"timeline"}}
            pricesheets(Market='GB',PricesheetView='software')/$value?timeline=history                  | 400 | {"error":{"code":"BadRequest","message":"Month must be given as YYYYMM when timeline is history.","target":"month"}}
            pricesheets(Market='GB',PricesheetView='software')/$value?timeline=history&month=204413     | 400 | {"error":{"code":"BadRequest","message":"Month must be given as YYYYMM when timeline is history.","target":"month"}}
            pricesheets(Market='GB',PricesheetView='unheard')/$value                                    | 404 | {"error":{"code":"NotFound","message":"No price sheet is available for the selection."}}
            pricesheets(Market='GB',PricesheetView='licensebasedest')/$value                            | 404 | {"error":{"code":"NotFound","message":"No price sheet is available for the selection."}}
            pricesheets(Market='FR',PricesheetView='software')/$value                                   | 404 | {"error":{"code":"NotFound","message":"No price sheet is available for the selection."}}
            fxrates(Month='209901')/$value                                                              | 404 | {"error":{"code":"NotFound","message":"No exchange rates for 209901."}}
            fxrates(Month='2024')/$value                                                                | 404 | {"error":{"code":"NotFound","message":"No exchange rates for 2024."}}
            offermatrix(Month='201801')/$value                                                          | 404 | {"error":{"code":"NotFound","message":"No offer matrix for 201801."}}
            """)
    void refusesAsPublished(String address, int status, String body) {
        var answer = get("/v1.0/sales/" + address);

        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(text(answer)).isEqualTo(body);
    }

    @Test
    void writesTheRatesOfAMonth() {
        var answer = get("/v1.0/sales/fxrates(Month='204405')/$value");

        assertThat(lines(text(answer))).isEqualTo(lines(read("exchange-rates.csv")));
        assertThat(answer.getHeader("Content-Disposition")).isEqualTo("attachment; filename=fxrates");
        assertThat(text(get("/v1.0/sales/fxrates(Month='')/$value"))).isEqualTo(text(answer));
    }

    @Test
    void writesTheRulesOfPurchase() {
        var answer = get("/v1.0/sales/offermatrix(Month='204403')/$value");

        assertThat(lines(text(answer))).isEqualTo(lines(read("offer-matrix.csv")));
        assertThat(answer.getHeader("Content-Disposition")).isEqualTo("attachment; filename=updatedoffice.csv");
        assertThat(text(get("/v1.0/sales/offermatrix(Month='')/$value"))).isEqualTo(text(answer));
    }

    @Test
    @DisplayName(
            "resellers and other roles are told in the words of the price files; rates say it as every operation does")
    void isClosedToOthers() {
        caller = callerOf(partner(PartnerType.DIRECT_BILL), Role.HELPDESK_AGENT);
        var sheet = get(LICENSES);
        assertThat(sheet.getStatus()).isEqualTo(403);
        assertThat(text(sheet))
                .isEqualTo(
                        "{\"error\":{\"code\":\"Forbidden\",\"message\":\"A signed-in user with a pricing role is required.\"}}");
        var rates = get("/v1.0/sales/fxrates(Month='204405')/$value");
        assertThat(rates.getStatus()).isEqualTo(403);
        assertThat(text(rates)).contains("900150");

        caller = callerOf(partner(PartnerType.INDIRECT_RESELLER), Role.SALES_AGENT);
        assertThat(get(LICENSES).getStatus()).isEqualTo(403);
    }

    @Test
    @DisplayName("quotes and the dollar sign may arrive encoded, the path in any letter case")
    void readsEncodedAddresses() {
        var clerk = new Clerk(port, callers.token(callers.aPartner()));

        for (var address : List.of(
                "/v1.0/sales/pricesheets(Market=%27GB%27,PricesheetView=%27unheard%27)/%24value",
                "/V1.0/Sales/PriceSheets(market='gb',pricesheetView='unheard')/$value")) {
            var answer = clerk.get(address);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("No price sheet is available");
        }
        assertThat(new Clerk(port, "").get(LICENSES).statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName("a token for the host that prices have in the original opens them, and nothing under /v1")
    void acceptsTokensForTheHostOfPrices() {
        var person = callers.aPartner();
        var clerk = new Clerk(port, tokens.make(person.partnerId(), claims -> claims.audience(
                        List.of("https://api.partner.microsoft.com"))
                .claim("oid", person.userId().toString())
                .claim("scp", "user_impersonation")
                .claim("amr", List.of("pwd", "mfa"))));

        assertThat(clerk.get(sheet("GB", "unheard")).statusCode()).isEqualTo(404);
        assertThat(clerk.get("/v1/products?country=JP&targetView=OnlineServices")
                        .statusCode())
                .isEqualTo(401);
    }

    private static String sheet(String market, String view) {
        return "/v1.0/sales/pricesheets(Market='" + market + "',PricesheetView='" + view + "')/$value";
    }

    private static NewPriceList list(String name, String day) {
        return new NewPriceList(Cloud.GERMANY, "Sheets of " + name, Instant.parse(day + "T00:00:00Z"));
    }

    private static List<Resource> files() {
        try (Stream<Path> all = Files.list(FILES)) {
            return all.<Resource>map(FileSystemResource::new).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Resource file(String name) {
        return new FileSystemResource(FILES.resolve(name));
    }

    private static Resource changed(String name, String what, String to) {
        return CatalogStand.file(name, read(name).replace(what, to));
    }

    private static String read(String name) {
        try {
            return Files.readString(FILES.resolve(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The header first, the others in any order. */
    private static List<String> lines(String text) {
        var lines = text.lines().toList();
        return Stream.concat(lines.stream().limit(1), lines.stream().skip(1).sorted())
                .toList();
    }

    private static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse get(String address, String... header) {
        var answer = new AtomicReference<MockHttpServletResponse>();
        caller.run(() -> answer.set(perform(address, header)));
        return Objects.requireNonNull(answer.get());
    }

    private MockHttpServletResponse perform(String address, String... header) {
        var request = MockMvcRequestBuilders.get(URI.create(address));
        if (header.length == 2) {
            request.header(header[0], header[1]);
        }
        try {
            return http.perform(request).andReturn().getResponse();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Caller callerOf(NewPartner partner, Role role) {
        return new Caller(
                partner.id(),
                partner.type(),
                partner.cloud(),
                Optional.of(UserId.next()),
                Optional.of(UUID.randomUUID()),
                "sales@partner.example",
                Set.of(role),
                true);
    }

    private NewPartner partner(PartnerType type) {
        var partner = NewPartner.of(
                PartnerId.of(TenantId.next()),
                type,
                Cloud.GERMANY,
                "Harbour Lights Ltd",
                "GB",
                CurrencyUnit.GBP,
                "4390900",
                Set.of(),
                Locale.UK,
                ZoneOffset.UTC);
        partners.register(partner);
        clocks.stopAt(partner.id(), MAY);
        return partner;
    }
}
