package oroshi.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import oroshi.OroshiTest;
import oroshi.Together;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.database.PartnerScope;

@OroshiTest
class PartnersTest {
    @Autowired
    private Partners partners;

    @Autowired
    private Markets markets;

    @Autowired
    private PartnerCredit credit;

    @Autowired
    private ValidationCodes codes;

    @Test
    void findsARegisteredPartnerByItsNumbers() {
        var partner = partners.register(PartnerFixture.aJapanesePartner());

        assertThat(partner.marketRegion()).isEqualTo("JAPAN");
        assertThat(partner.status()).isEqualTo(PartnerStatus.ACTIVE);
        assertThat(partners.findByMpnId(partner.cloud(), partner.mpnId())).contains(partner);
        assertThat(partner.owns("mail.Aozora-Cloud.example")).isTrue();
        assertThat(partner.owns("naozora-cloud.example")).isFalse();
    }

    @Test
    void refusesToRegisterAnIdTwice() {
        var request = PartnerFixture.aJapanesePartner();
        partners.register(request);

        assertThatThrownBy(() -> partners.register(request))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.is(PartnerRefusal.EXISTS))
                        .isTrue());
    }

    @Test
    void sellsInTheMarketRegionOnly() {
        var german = partners.register(PartnerFixture.aGermanProvider());
        var government = partners.register(PartnerFixture.aGovernmentPartner());

        assertThat(markets.maySell(german, "AT")).isTrue();
        assertThat(markets.maySell(german, "TR")).isFalse();
        assertThat(markets.countriesOf(government))
                .extracting(MarketCountry::code)
                .containsExactly("US");
    }

    @Test
    void seesAChangeOfStatusAtOnce() {
        var partner = partners.register(PartnerFixture.aJapanesePartner());
        partners.changeStatus(partner.id(), PartnerStatus.SUSPENDED);

        assertThatThrownBy(() -> partners.get(partner.id()).requireMayOrder())
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.is(PartnerRefusal.SUSPENDED))
                        .isTrue());
    }

    @Test
    @DisplayName("J1-A13 an order up to the credit limit passes, one above it hears by how much it exceeds")
    void keepsTheCreditLimit() {
        var id = partners.register(PartnerFixture.anAmericanPartner()).id();
        PartnerScope.run(id, () -> {
            credit.set(id, CreditStanding.of("10000", "9000", "600", "0"));
            assertThatThrownBy(() -> credit.reserve(id, usd("420.00")))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.arguments())
                            .containsExactly(usd("20.00")));
            credit.reserve(id, usd("400.00")); // 10,000 − (400 + 9,000 + 600) = 0

            assertThatThrownBy(() -> credit.reserve(id, usd("0.01"))).isInstanceOf(Refusal.class);
        });
    }

    @Test
    void neverOverdrawsWhenOrdersComeAtOnce() throws Exception {
        var id = partners.register(PartnerFixture.anAmericanPartner()).id();
        PartnerScope.run(id, () -> credit.set(id, CreditStanding.of("1000", "0", "0", "0")));

        assertThat(atOnce(20, id, () -> credit.reserve(id, usd("100.00")))).isEqualTo(10);
    }

    @Test
    void givesTheLastCreationOfAValidationCodeToOneOnly() throws Exception {
        var id = partners.register(PartnerFixture.anAmericanPartner()).id();
        PartnerScope.run(id, () -> codes.grant(id, "418205", "Cedar Ridge Public Sector", 5));

        assertThat(atOnce(12, id, () -> codes.take(id, "418205"))).isEqualTo(5);
        PartnerScope.run(id, () -> assertThat(codes.list(id))
                .singleElement()
                .satisfies(code -> assertThat(code.remainingCreates()).isZero()));
        PartnerScope.run(id, () -> assertThatThrownBy(() -> codes.take(id, "000000"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.is(PartnerRefusal.VALIDATION_CODE_UNKNOWN))
                                .isTrue()));
    }

    /** How many of the simultaneous attempts were not refused. */
    private static long atOnce(int attempts, PartnerId id, Runnable attempt) throws Exception {
        return Together.run(attempts, () -> PartnerScope.call(id, () -> passes(attempt))).stream()
                .filter(passed -> passed)
                .count();
    }

    private static boolean passes(Runnable attempt) {
        try {
            attempt.run();
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }

    private static Money usd(String amount) {
        return Money.of(CurrencyUnit.USD, new java.math.BigDecimal(amount));
    }
}
