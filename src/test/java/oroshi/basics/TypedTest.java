package oroshi.basics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedTest {
    @Test
    @DisplayName("N1 drops white space around and invisible characters, and keeps one blank inside")
    void tidiesText() {
        assertThat(Typed.text("\u3000 Cedar\t \u00a0Ridge\u200b \ufeff")).isEqualTo("Cedar Ridge");
        assertThat(Typed.text("山本\u3000 直子")).isEqualTo("山本\u3000直子");
        assertThat(Typed.text("山本\u3000Smith")).isEqualTo("山本 Smith");
        assertThat(Typed.text(null)).isEmpty();
        assertThat(Typed.hasControlCharacter(Typed.text("a\u0007b"))).isTrue();
    }

    @Test
    @DisplayName("N2 widens half-width katakana, composes, and leaves full-width Latin as typed")
    void tidiesNames() {
        assertThat(Typed.name("ｻｸﾗ ﾃﾞﾝｷ")).isEqualTo("サクラ デンキ");
        assertThat(Typed.name("Mu\u0308ller")).isEqualTo("Müller");
        assertThat(Typed.name("ＡＢＣ商事")).isEqualTo("ＡＢＣ商事");
    }

    @ParameterizedTest
    @DisplayName("J1-A5 N3 to N6 bring full-width codes, dashes and the postal mark into one form")
    @CsvSource(textBlock = """
            postal, 〒８１０－０００１,   810-0001
            postal, 5300001,            530-0001
            postal, 〒 530 0001,        530 0001
            number, ０９２－５５５０－０１９９, 092-5550-0199
            number, 06ー5550‐0123,      06-5550-0123
            domain, ＭＩＮＡＭＩ２０１９, minami2019
            email,  Ｙ.Sato@Sakura.EXAMPLE, Y.Sato@sakura.example
            """)
    void tidiesCodes(String kind, String typed, String normal) {
        assertThat(
                        switch (kind) {
                            case "postal" -> Typed.postalCode("JP", typed);
                            case "number" -> Typed.number(typed);
                            case "domain" -> Typed.domain(typed);
                            default -> Typed.email(typed);
                        })
                .isEqualTo(normal);
    }

    @ParameterizedTest
    @DisplayName("N7 takes the group separators of the language out and leaves decimals to be an error")
    @CsvSource(delimiter = '|', textBlock = """
            ja    | １０       | 10
            en-US | 1,000,000 | 1000000
            de-DE | 1.000     | 1000
            en-US | 1.5       | 1.5
            de-DE | 1,5       | 1,5
            fr-FR | 1 000     | 1000
            """)
    void tidiesQuantities(String language, String typed, String normal) {
        assertThat(Typed.quantity(typed, Locale.forLanguageTag(language))).isEqualTo(normal);
    }

    @Test
    @DisplayName("N8 counts characters as people do")
    void countsCodePoints() {
        assertThat(Typed.length("𠮷野家")).isEqualTo(3);
    }

    @Test
    void foldsWidthCaseAndKana() {
        assertThat(Typed.folded("さくら")).isEqualTo(Typed.folded("ｻｸﾗ")).isEqualTo("サクラ");
        assertThat(Typed.folded("ＳＡＫＵＲＡ")).isEqualTo("sakura");
    }
}
