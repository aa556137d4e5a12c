package oroshi.agreements;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The person of the customer who accepted; the phone number may be empty. */
public record Signer(String firstName, String lastName, String email, String phone) {
    public Signer(String firstName, String lastName, String email, @Nullable String phone) {
        this.firstName = firstName.strip();
        this.lastName = lastName.strip();
        this.email = email.strip();
        this.phone = phone == null ? "" : phone.strip();
    }

    /** Whether it is the same person in all four details; letter case and width don't count. */
    boolean isSameAs(Signer other) {
        return folded().equals(other.folded());
    }

    /** What is compared: one line, no difference of case or width. */
    String folded() {
        var line = String.join("\n", firstName, lastName, email, phone);
        return Normalizer.normalize(line, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
