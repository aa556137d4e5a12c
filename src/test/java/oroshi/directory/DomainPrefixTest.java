package oroshi.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oroshi.basics.Refusal;

class DomainPrefixTest {
    @ParameterizedTest
    @CsvSource({"sakuraseisakusho, sakuraseisakusho", "ＭＩＮＡＭＩ２０１９, minami2019", "' Abc1 ', abc1"})
    @DisplayName("J1-A5 width and letter case carry no meaning")
    void narrowsAndLowers(String typed, String kept) {
        assertThat(DomainPrefix.parse(typed).value()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ab", "12345", "さくら", "straße", "a b c", "a-b-c", "abc.def", "abcdefghijklmnopqrstuvwxyz12"})
    void refusesABadForm(String typed) {
        assertRefused(typed, DirectoryRefusal.DOMAIN_FORMAT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "Administrator", "www", "ｍａｉｌ", "operator"})
    void refusesReservedWords(String typed) {
        assertRefused(typed, DirectoryRefusal.DOMAIN_RESERVED);
    }

    @Test
    void temporaryPasswordsHaveFourClassesAndNoLookAlikes() {
        for (var i = 0; i < 200; i++) {
            var password = TemporaryPassword.generate();
            assertThat(password.reveal())
                    .hasSize(16)
                    .matches(".*[A-Z].*")
                    .matches(".*[a-z].*")
                    .matches(".*[0-9].*")
                    .matches(".*[^A-Za-z0-9].*")
                    .doesNotContainPattern("[O0Il1]");
            assertThat(password).hasToString("(hidden)");
        }
    }

    private static void assertRefused(String typed, DirectoryRefusal reason) {
        assertThatThrownBy(() -> DomainPrefix.parse(typed))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.is(reason)).isTrue());
    }
}
