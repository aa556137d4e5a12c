package oroshi.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProrationTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            10.08, 30, 28, -10,  -94.08
            10.08, 30, 28,  12,  112.89
            10.08, 30, 28, -12, -112.89
            10.08, 30, 28,   8,   75.26
            12.00, 31, 29, -10, -112.25
            12.00, 31, 29,  15,  168.38
            12.00, 31, 26, -15, -150.96
            12.00, 31, 26,  25,  251.61
            12.00, 31, 24, -25, -232.25
            12.00, 31, 24,  23,  213.67
            12.00, 31, 22, -23, -195.87
            12.00, 31, 22,  20,  170.32
            12.00, 31, 11, -20,  -85.16
            12.00, 31, 11,  30,  127.74
             4.00, 31, 29, -12,  -44.90
             4.00, 31, 29,  15,   56.12
             4.00, 31, 27, -15,  -52.25
             4.00, 31, 27,  13,   45.29
             4.00, 31, 28, -12,  -43.35
            48.00, 365, 362, -12, -571.26
             4.80, 30, 25, -20,  -80.00
            """)
    void cutsWhatIsSmallerThanACoin(String price, int cycleDays, int days, int quantity, String total) {
        var proration = new Proration(Money.parse("GBP " + price), cycleDays, days);
        assertThat(proration.of(quantity, false)).isEqualTo(Money.parse("GBP " + total));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            4.00, 31, 19,  1,  2.45
            4.00, 31, 12,  2,  3.10
            4.00, 28, 12, -1, -1.71
            """)
    void roundsTheUnitPriceOfAClassicOfferHalfUp(String price, int cycleDays, int days, int quantity, String total) {
        var proration = new Proration(Money.parse("USD " + price), cycleDays, days);
        assertThat(proration.of(quantity, true)).isEqualTo(Money.parse("USD " + total));
    }

    @Test
    void takesTheWholePriceForAWholeCycle() {
        var yen = Money.parse("JPY 907");
        assertThat(new Proration(yen, 31, 31).of(13, false)).isEqualTo(yen.multipliedBy(13));
        assertThat(new Proration(yen, 31, 31).of(-13, true)).isEqualTo(yen.multipliedBy(-13));
    }
}
