package oroshi.customers;

import oroshi.basics.Typed;

/** A company's registered name, normalised; it has passed rules C1 to C4 and C6. */
public record CompanyName(String value) {
    /** Whether the name deserves a second look, because the account is approved under exactly this name (C5). */
    public boolean isSuspicious() {
        return CompanyNameRules.isSuspicious(value);
    }

    /** The name without case, width, blanks, punctuation and legal form: equal for names of one company (C7). */
    public String duplicateKey() {
        return CompanyNameRules.duplicateKey(value);
    }

    /** The copy that search looks at. */
    public String folded() {
        return Typed.folded(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
