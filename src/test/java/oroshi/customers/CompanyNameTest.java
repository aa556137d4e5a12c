package oroshi.customers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oroshi.basics.Problem;
import oroshi.basics.Typed;

class CompanyNameTest {
    @ParameterizedTest(name = "{0} {1}")
    @DisplayName("J1-A6 C1 to C4 and C6 refuse names that are none")
    @CsvSource(delimiter = '|', textBlock = """
            C1 | A                     | COMPANY_TOO_SHORT
            C1 | 株                    | COMPANY_TOO_SHORT
            C2 | &$^#                  | COMPANY_ONLY_SYMBOLS
            C2 | ・・・                | COMPANY_ONLY_SYMBOLS
            C3 | '　 '                 | FIELD_REQUIRED
            C4 | Inc.                  | COMPANY_ONLY_LEGAL_FORM
            C4 | 株式会社              | COMPANY_ONLY_LEGAL_FORM
            C4 | ㈱                    | COMPANY_TOO_SHORT
            C4 | (株)                  | COMPANY_ONLY_LEGAL_FORM
            C4 | ＧｍｂＨ              | COMPANY_ONLY_LEGAL_FORM
            C4 | C. P. A.              | COMPANY_ONLY_LEGAL_FORM
            C4 | Pty   Ltd             | COMPANY_ONLY_LEGAL_FORM
            C4 | Private Limited       | COMPANY_ONLY_LEGAL_FORM
            C4 | S.r.l.                | COMPANY_ONLY_LEGAL_FORM
            C6 | Sakura 🌸 KK          | COMPANY_BAD_CHARACTER
            """)
    void refuses(String rule, String name, CustomerRefusal reason) {
        assertThat(CompanyNameRules.problem("companyName", Typed.name(name)))
                .as(rule)
                .map(Problem::reason)
                .contains(reason);
    }

    @ParameterizedTest
    @DisplayName("J1-A6 names with punctuation, country domains and legal forms beside a name pass")
    @ValueSource(
            strings = {
                "株式会社さくら製作所",
                "Juniper Falls Dental Group, LLC",
                "County of Prairie Bend, Office of the Clerk",
                "7 & Sons Ltd",
                "Kuriyama.jp Foods K.K.",
                "Müller & Söhne",
                "ＡＢＣ商事㈱",
                "O’Neill – Partners",
                "№ 1 Cars"
            })
    void accepts(String name) {
        assertThat(CompanyNameRules.problem("companyName", Typed.name(name))).isEmpty();
        assertThat(new CompanyName(Typed.name(name)).isSuspicious()).isFalse();
    }

    @ParameterizedTest
    @DisplayName("J1-A6 C5 warns about contoso.com, 999 and 1 2 3, and does not refuse them")
    @ValueSource(strings = {"contoso.com", "999", "1 2 3", "ああああ", "Best.org Works", "shop.club"})
    void warns(String name) {
        assertThat(CompanyNameRules.problem("companyName", name)).isEmpty();
        assertThat(new CompanyName(name).isSuspicious()).isTrue();
    }

    @Test
    void refusesMoreThan256Characters() {
        assertThat(CompanyNameRules.problem("companyName", "𠮷".repeat(256))).isEmpty();
        assertThat(CompanyNameRules.problem("companyName", "𠮷".repeat(257)))
                .map(Problem::reason)
                .contains(CustomerRefusal.FIELD_TOO_LONG);
    }

    @ParameterizedTest
    @DisplayName("C7 sees one company behind case, width, blanks, punctuation and legal form")
    @CsvSource(delimiter = '|', textBlock = """
            株式会社さくら製作所 | さくら製作所㈱
            株式会社 さくら製作所 | さくら　製作所
            Juniper Falls, LLC  | JUNIPER FALLS
            Nordlicht GmbH      | nordlicht
            ＡＢＣ Trading Pte. Ltd. | ABC Trading
            """)
    void recognizesDuplicates(String one, String other) {
        assertThat(new CompanyName(one).duplicateKey()).isEqualTo(new CompanyName(other).duplicateKey());
    }
}
