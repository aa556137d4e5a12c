package oroshi.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oroshi.basics.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Requests are read as real clients write them. */
class WireJsonTest {
    private static final JsonMapper JSON = mapper();

    record Company(
            @Nullable String companyName,
            @Nullable Integer seats,
            @Nullable Kind kind,
            @Nullable List<String> tags) {}

    enum Kind {
        NONE,
        IS_INDIRECT_RESELLER_OF
    }

    private static JsonMapper mapper() {
        var builder = JsonMapper.builder();
        new WireJson().wireRules().customize(builder);
        return builder.build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"companyName", "CompanyName", "company_name", "COMPANYNAME", "Company_Name"})
    void matchesNamesWithoutRegardToCaseAndInSnakeCase(String name) {
        assertThat(read("{\"" + name + "\":\"Bramblewood\"}").companyName()).isEqualTo("Bramblewood");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"is_indirect_reseller_of\"", "\"IsIndirectResellerOf\"", "\"ISINDIRECTRESELLEROF\"", "1"})
    void readsEnumerationsInEverySpelling(String spelling) {
        assertThat(read("{\"kind\":" + spelling + "}").kind()).isEqualTo(Kind.IS_INDIRECT_RESELLER_OF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"is_friend_of\"", "7", "-1"})
    void refusesAnUnknownEnumerationValue(String spelling) {
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> read("{\"kind\":" + spelling + "}"))
                .satisfies(failure -> assertThat(refusalIn(failure).reason()).isEqualTo(RestRefusal.UNKNOWN_ENUM));
    }

    @Test
    void ignoresUnknownMembers() {
        assertThat(read("{\"links\":{\"self\":1},\"companyName\":\"Bramblewood\"}")
                        .companyName())
                .isEqualTo("Bramblewood");
    }

    @Test
    void takesTheLastOfAMemberThatComesTwice() {
        assertThat(read("{\"companyName\":\"one\",\"CompanyName\":\"two\"}").companyName())
                .isEqualTo("two");
    }

    @Test
    void takesTheLastOfAMemberThatComesTwiceBehindAllOthers() {
        assertThat(read("{\"companyName\":\"one\",\"seats\":1,\"kind\":0,\"tags\":[],\"CompanyName\":\"two\"}")
                        .companyName())
                .isEqualTo("two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"seats\":\"5\"}",
                "{\"seats\":1.5}",
                "{\"companyName\":5}",
                "{\"tags\":\"one\"}",
                "{\"kind\":{}}",
                "[]"
            })
    void refusesWrongTypes(String body) {
        assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> read(body));
    }

    @Test
    void writesNothingForAMissingValueAndEnumerationsInSnakeCase() {
        var company = new Company("Bramblewood", null, Kind.IS_INDIRECT_RESELLER_OF, null);
        assertThat(JSON.writeValueAsString(company))
                .isEqualTo("{\"companyName\":\"Bramblewood\",\"kind\":\"is_indirect_reseller_of\"}");
    }

    private static Company read(String body) {
        return JSON.readValue(body, Company.class);
    }

    private static Refusal refusalIn(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        return Objects.requireNonNull(null, "no refusal in " + failure);
    }
}
