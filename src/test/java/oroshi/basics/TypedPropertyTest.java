package oroshi.basics;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TypedPropertyTest {
    @Property
    void everyFormIsItsOwnForm(@ForAll("typed") String typed) {
        assertThat(Typed.text(Typed.text(typed))).isEqualTo(Typed.text(typed));
        assertThat(Typed.name(Typed.name(typed))).isEqualTo(Typed.name(typed));
        assertThat(Typed.code(Typed.code(typed))).isEqualTo(Typed.code(typed));
        assertThat(Typed.number(Typed.number(typed))).isEqualTo(Typed.number(typed));
        assertThat(Typed.email(Typed.email(typed))).isEqualTo(Typed.email(typed));
        assertThat(Typed.postalCode("JP", Typed.postalCode("JP", typed))).isEqualTo(Typed.postalCode("JP", typed));
        assertThat(Typed.folded(Typed.folded(typed))).isEqualTo(Typed.folded(typed));
    }

    @Property
    void foldingForgetsCaseAndWidth(@ForAll("typed") String typed) {
        assertThat(Typed.folded(typed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT)))
                .isEqualTo(Typed.folded(typed.toUpperCase(Locale.ROOT)));
        assertThat(Typed.folded(Normalizer.normalize(typed, Normalizer.Form.NFC)))
                .isEqualTo(Typed.folded(typed));
    }

    @Property
    void nothingInvisibleIsLeftAround(@ForAll("typed") String typed) {
        assertThat(Typed.text(typed))
                .doesNotContain("\u200b", "\ufeff", "  ")
                .isEqualTo(Typed.text(typed).strip());
    }

    @Provide
    Arbitrary<String> typed() {
        var alphabet = Arbitraries.of(
                "a", "Z", "é", "e\u0301", "ß", "ｶ", "ﾞ", "サ", "さ", "ー", "０", "9", "-", "－", " ", "\u3000", "\u00a0",
                "\u200b", "\ufeff", "\t", "〒", "@", ".", "𠮷", "㈱", "山", "Ａ", "ﾊ", "ﾟ", "²", "ﬁ");
        return alphabet.list().ofMaxSize(12).map(parts -> String.join("", parts));
    }
}
