package oroshi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
    private static final LocalDate DAY = LocalDate.of(2019, 4, 24);

    private final Formats japanese = new Formats(Language.JA, Locale.JAPAN);
    private final Formats american = new Formats(Language.EN, Locale.US);
    private final Formats german = new Formats(Language.EN, Locale.GERMANY);

    @Test
    @DisplayName("T3: dates follow the reader: 2019/04/24, 4/24/2019, 24.04.2019")
    void writesDates() {
        assertThat(japanese.date(DAY)).isEqualTo("2019/04/24");
        assertThat(american.date(DAY)).isEqualTo("4/24/2019");
        assertThat(german.date(DAY)).isEqualTo("24.04.2019");
        assertThat(new Formats(Language.EN, Locale.UK).date(DAY)).isEqualTo("24/04/2019");
    }

    @Test
    @DisplayName("T1: moments are in UTC and say so")
    void writesMomentsInUtc() {
        var tenInTokyo = Instant.parse("2019-04-24T01:00:00Z");
        assertThat(japanese.instant(tenInTokyo)).isEqualTo("2019/04/24 01:00 UTC");
        assertThat(american.instant(tenInTokyo)).isEqualTo("4/24/2019 01:00 UTC");
    }

    @ParameterizedTest
    @CsvSource({"2019/04/24", "2019/4/24", "2019-04-24", "２０１９/０４/２４", "' 2019/04/24 '"})
    @DisplayName("T3: a typed date may have the shown format or ISO form, in any width")
    void readsTypedDates(String typed) {
        assertThat(japanese.parseDate(typed)).contains(DAY);
    }

    @Test
    void readsEachReadersOwnFormat() {
        assertThat(american.parseDate("4/24/2019")).contains(DAY);
        assertThat(american.parseDate("04/24/2019")).contains(DAY);
        assertThat(german.parseDate("24.04.2019")).contains(DAY);
        assertThat(german.parseDate("24.4.2019")).contains(DAY);
    }

    @ParameterizedTest
    @CsvSource({"2019/02/29", "2019/13/01", "24.04.2019", "tomorrow", "''"})
    void findsNoDateInWhatIsNone(String typed) {
        assertThat(japanese.parseDate(typed)).isEmpty();
    }

    @Test
    @DisplayName("M1: amounts have the currency's decimals and are rounded half-up")
    void writesMoney() {
        assertThat(japanese.money(new BigDecimal("34000"), "JPY")).isEqualTo("34,000 円");
        assertThat(japanese.money(new BigDecimal("33999.5"), "JPY")).isEqualTo("34,000 円");
        assertThat(american.money(new BigDecimal("34000"), "JPY")).isEqualTo("34,000 JPY");
        assertThat(american.money(new BigDecimal("480"), "USD")).isEqualTo("480.00 USD");
        assertThat(german.money(new BigDecimal("236.4"), "EUR")).isEqualTo("236,40 EUR"); // 12 * 19.70
        assertThat(german.money(new BigDecimal("1234567.005"), "EUR")).isEqualTo("1.234.567,01 EUR");
    }

    @Test
    void writesNumbersWithTheReadersSeparators() {
        assertThat(american.number(1_000_000)).isEqualTo("1,000,000");
        assertThat(german.number(1_000_000)).isEqualTo("1.000.000");
    }

    @Test
    @DisplayName("P1: the family name comes first where the person's culture has it so")
    void writesNames() {
        assertThat(Formats.name("直子", "山本", "ja-JP")).isEqualTo("山本 直子");
        assertThat(Formats.name("Maria", "Delgado", "en-US")).isEqualTo("Maria Delgado");
        assertThat(Formats.name("János", "Nagy", "hu-HU")).isEqualTo("Nagy János");
        assertThat(japanese.politeName("直子", "山本", "ja-JP")).isEqualTo("山本 直子 様");
        assertThat(american.politeName("直子", "山本", "ja-JP")).isEqualTo("山本 直子");
    }

    @Test
    @DisplayName("A German reads English texts with German formats, a Japanese never mixed ones")
    void takesFormatsFromTheReadersCulture() {
        assertThat(Locales.formats(Language.EN, List.of(Locale.GERMANY, Locale.US)))
                .isEqualTo(Locale.GERMANY);
        assertThat(Locales.formats(Language.EN, List.of(Locale.JAPAN, Locale.UK)))
                .isEqualTo(Locale.UK);
        assertThat(Locales.formats(Language.EN, List.of(Locale.ENGLISH))).isEqualTo(Locale.US);
        assertThat(Locales.formats(Language.EN, List.of())).isEqualTo(Locale.US);
        assertThat(Locales.formats(Language.JA, List.of(Locale.GERMANY))).isEqualTo(Locale.JAPAN);
    }
}
