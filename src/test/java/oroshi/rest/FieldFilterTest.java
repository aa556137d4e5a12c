package oroshi.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oroshi.basics.Refusal;
import oroshi.rest.FieldFilter.Joined;
import oroshi.rest.FieldFilter.Simple;

class FieldFilterTest {
    private static final Simple COMPANY_STARTS_WITH_BRA = new Simple("CompanyName", "bra", FilterOperator.STARTS_WITH);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Field\":\"CompanyName\",\"Value\":\"bra\",\"Operator\":\"starts_with\"}",
                "{\"field\":\"CompanyName\",\"value\":\"bra\",\"operator\":\"StartsWith\",\"fieldType\":\"String\"}",
                "{\"FIELD\":\"CompanyName\",\"VALUE\":\"bra\",\"OPERATOR\":9}",
                "{\"Operator\":\"9\",\"Value\":\"bra\",\"Field\":\"CompanyName\"}",
            })
    void readsEverySpellingThatClientsUse(String spelling) {
        assertThat(FieldFilter.parse(spelling)).isEqualTo(COMPANY_STARTS_WITH_BRA);
    }

    @Test
    void joinsTwoFilters() {
        var one = "{\"Field\":\"CompanyName\",\"Value\":\"bra\",\"Operator\":\"starts_with\"}";
        var joined = FieldFilter.parse("{\"LeftFilter\":" + one + ",\"Operator\":\"and\",\"RightFilter\":" + one + "}");
        assertThat(joined).isEqualTo(new Joined(COMPANY_STARTS_WITH_BRA, COMPANY_STARTS_WITH_BRA, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "\"text\"",
                "{}",
                "{\"Field\":\"CompanyName\",\"Value\":\"bra\"}",
                "{\"Field\":\"CompanyName\",\"Operator\":\"equals\"}",
                "{\"Field\":\"CompanyName\",\"Value\":null,\"Operator\":\"equals\"}",
                "{\"Field\":{},\"Value\":\"bra\",\"Operator\":\"equals\"}",
                "{\"Field\":\"CompanyName\",\"Value\":\"bra\",\"Operator\":\"like\"}",
                "{\"Field\":\"CompanyName\",\"Value\":\"bra\",\"Operator\":11}",
                "{\"LeftFilter\":{},\"Operator\":\"and\"}",
            })
    void refusesWhatIsNoFilter(String text) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> FieldFilter.parse(text))
                .satisfies(refusal -> assertThat(ErrorBody.of(refusal).code()).isEqualTo(3000));
    }
}
