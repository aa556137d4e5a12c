package oroshi.customers;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import oroshi.basics.Problem;
import oroshi.basics.Typed;

/** What a company may be called (rules C1 to C7). */
final class CompanyNameRules {
    static final int LONGEST = 256;

    // Before the legal forms, which are compared without it.
    private static final Pattern PUNCTUATION = Pattern.compile("[\\p{P}\\p{S}\\p{Z}\\s]+");
    private static final Set<String> LEGAL_FORMS = Stream.of(
                    "c.p.a.",
                    "llc",
                    "llp",
                    "corp",
                    "corporation",
                    "inc",
                    "incorporated",
                    "limited",
                    "ltd",
                    "pty",
                    "pty ltd",
                    "pte ltd",
                    "private limited",
                    "pvt",
                    "pvt ltd",
                    "gmbh",
                    "plc",
                    "wll",
                    "lda",
                    "sarl",
                    "kft",
                    "zrt",
                    "ooo",
                    "sdn bhd",
                    "ag",
                    "kg",
                    "ohg",
                    "e.u.",
                    "e.v.",
                    "s.a.",
                    "s.r.l.",
                    "b.v.",
                    "n.v.",
                    "株式会社",
                    "有限会社",
                    "合同会社",
                    "合資会社",
                    "合名会社",
                    "(株)",
                    "(有)",
                    "一般社団法人")
            .map(CompanyNameRules::bare)
            .collect(Collectors.toUnmodifiableSet());
    // The database strips the same in customers.core.
    static final List<String> ATTACHED_LEGAL_FORMS =
            List.of("株式会社", "有限会社", "合同会社", "合資会社", "合名会社", "一般社団法人", "(株)", "(有)");
    private static final int LONGEST_LEGAL_FORM_IN_WORDS = 3;

    private static final Pattern HAS_LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");
    private static final Pattern BAD_CHARACTER =
            Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}\\p{Nl} \\u3000!-/:-@\\[-`{-~‘’‚‛“”„‟‹›«»‐‑‒–—―・、。「」『』（）々〆ヶ＆．，ー㈱㈲№]");
    private static final Pattern GENERIC_DOMAIN = Pattern.compile(
            "\\.(com|org|net|edu|gov|mil|int|info|biz|club|name|pro|shop|store|online|site|app|dev|cloud|tech|xyz|top"
                    + "|aero|coop|museum|jobs|mobi|travel|tel|asia|blog|live|news|group|company|agency)(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ONE_CHARACTER_REPEATED = Pattern.compile("(\\X)\\1{2,}");
    private static final Pattern SPACED_OUT = Pattern.compile("\\S( \\S)+");

    private CompanyNameRules() {}

    /** The first rule that the normalised name breaks; empty when it may be used. */
    static Optional<Problem> problem(String field, String name) {
        if (name.isEmpty()) {
            return Optional.of(Problem.of(field, CustomerRefusal.FIELD_REQUIRED));
        }
        if (Typed.length(name) == 1) {
            return Optional.of(Problem.of(field, CustomerRefusal.COMPANY_TOO_SHORT));
        }
        if (Typed.length(name) > LONGEST) {
            return Optional.of(Problem.of(field, CustomerRefusal.FIELD_TOO_LONG, LONGEST));
        }
        if (isLegalForm(name)) {
            return Optional.of(Problem.of(field, CustomerRefusal.COMPANY_ONLY_LEGAL_FORM, name));
        }
        var bad = BAD_CHARACTER.matcher(name);
        if (bad.find()) {
            return Optional.of(Problem.of(field, CustomerRefusal.COMPANY_BAD_CHARACTER, bad.group()));
        }
        return HAS_LETTER_OR_DIGIT.matcher(name).find()
                ? Optional.empty()
                : Optional.of(Problem.of(field, CustomerRefusal.COMPANY_ONLY_SYMBOLS));
    }

    static boolean isSuspicious(String name) {
        return GENERIC_DOMAIN.matcher(name).find()
                || ONE_CHARACTER_REPEATED.matcher(name).matches()
                || SPACED_OUT.matcher(name).matches();
    }

    static String duplicateKey(String name) {
        var folded = withoutAttachedForms(compatible(name)).strip();
        return bare(withoutTrailingForm(folded));
    }

    private static boolean isLegalForm(String name) {
        return LEGAL_FORMS.contains(bare(name));
    }

    private static String withoutAttachedForms(String name) {
        for (var form : ATTACHED_LEGAL_FORMS) {
            if (name.startsWith(form) && name.length() > form.length()) {
                return name.substring(form.length());
            }
            if (name.endsWith(form) && name.length() > form.length()) {
                return name.substring(0, name.length() - form.length());
            }
        }
        return name;
    }

    private static String withoutTrailingForm(String name) {
        var words = List.of(name.split("[\\s,]+"));
        for (var count = Math.min(LONGEST_LEGAL_FORM_IN_WORDS, words.size() - 1); count > 0; count--) {
            var first = words.size() - count;
            if (isLegalForm(String.join(" ", words.subList(first, words.size())))) {
                return String.join(" ", words.subList(0, first));
            }
        }
        return name;
    }

    private static String bare(String name) {
        return PUNCTUATION.matcher(compatible(name)).replaceAll("");
    }

    private static String compatible(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
