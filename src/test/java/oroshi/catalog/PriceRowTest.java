package oroshi.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceRowTest {
    @ParameterizedTest(name = "{2} {1} for {0} charged {3} is {4} at each charge")
    @CsvSource(textBlock = """
            P1Y,     GBP, 115.20, Monthly,   9.60
            P1Y,     GBP, 48,     Annual,    48.00
            P3Y,     USD, 1080,   Monthly,   30.00
            P3Y,     USD, 1080,   Annual,    360.00
            P3Y,     USD, 1080,   Triennial, 1080.00
            P1M,     GBP, 4.8,    Monthly,   4.80
            P1M,     USD, 0,      None,      0.00
            OneTime, JPY, 98000,  OneTime,   98000
            P1Y,     JPY, 10001,  Monthly,   833
            P1Y,     USD, 100.02, Monthly,   8.34
            """)
    void dividesTheTermsPriceByItsCharges(
            String term, String currency, BigDecimal price, String billingCycle, String perCharge) {
        var row = new PriceRow(
                "CFQ7TTC0QX41",
                "0001",
                Segment.COMMERCIAL,
                Term.find(term).orElseThrow(),
                BillingCycle.find(billingCycle).orElseThrow(),
                Instant.EPOCH,
                Instant.MAX,
                price,
                price);

        assertThat(row.window(CurrencyUnit.of(currency)).plan().unitPrice()).hasToString(currency + " " + perCharge);
    }
}
