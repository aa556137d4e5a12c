package oroshi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oroshi.access.AccessRefusal;
import oroshi.basics.Refusal;

class FormTest {
    @Test
    void keepsValuesAsTheyWereTyped() {
        var form = Form.of(Map.of("companyName", "　株式会社 "));
        assertThat(form.value("companyName")).isEqualTo("　株式会社 ");
        assertThat(form.value("unknown")).isEmpty();
    }

    @Test
    void collectsEveryProblemWithItsField() {
        var form = Form.empty()
                .require("contact.firstName", "menu.customers")
                .reject("companyName", "company.tooShort")
                .warn("companyName", "company.suspicious");
        assertThat(form.problems())
                .extracting(Form.Finding::target)
                .containsExactly("contact-firstName", "companyName");
        assertThat(form.isRejected("companyName")).isTrue();
        assertThat(form.describedBy("companyName", true, false))
                .isEqualTo("companyName-help companyName-error companyName-warning");
        assertThat(form.describedBy("city", false, false)).isNull();
    }

    @Test
    void isAcceptedInSpiteOfWarnings() {
        assertThat(Form.empty().warn("companyName", "company.suspicious").isRejected())
                .isFalse();
    }

    @Test
    void showsARefusalAtItsFieldsOrAboveTheForm() {
        var atField = Form.empty().reject(Refusal.of("email", AccessRefusal.NOT_IN_THIS_CLOUD, "x"));
        assertThat(atField.isRejected("email")).isTrue();
        var above = Form.empty().reject(Refusal.because(AccessRefusal.NOT_IN_THIS_CLOUD, "x"));
        assertThat(above.problems()).containsExactly(new Form.Finding("", Message.of("cloud.unsupported", "x")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "/\\evil.example", "https://evil.example", "", "/a\r\nb", "javascript:x"})
    void leadsOnlyToOurOwnPages(String address) {
        assertThat(Preferences.ownAddress(address)).isEqualTo("/");
    }

    @Test
    void comesBackToThePageWithItsQuery() {
        assertThat(Preferences.ownAddress("/customers?q=a&sort=-name")).isEqualTo("/customers?q=a&sort=-name");
    }

    @Test
    void buildsAddressesFromTheirParts() {
        var link = Link.to("/customers").with("q", "さくら &").with("tag", "").with("sort", "name");
        assertThat(link.toString()).isEqualTo("/customers?q=%E3%81%95%E3%81%8F%E3%82%89+%26&sort=name");
        assertThat(link.without("q").toString()).isEqualTo("/customers?sort=name");
    }

    @Test
    void turnsTheSortingAroundOnTheSecondClick() {
        var columns = Set.of("name", "domain");
        var byName = Sorting.of(null, columns, Sorting.by("name"));
        assertThat(byName.afterClick("name")).isEqualTo("-name");
        assertThat(Sorting.of("-name", columns, byName).afterClick("name")).isEqualTo("name");
        assertThat(Sorting.of("password", columns, byName)).isEqualTo(byName);
        assertThat(byName.ariaSort("domain")).isNull();
    }
}
