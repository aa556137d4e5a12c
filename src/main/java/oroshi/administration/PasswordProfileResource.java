package oroshi.administration;

import org.jspecify.annotations.Nullable;
import oroshi.directory.GivenPassword;
import oroshi.rest.Fields;

/** A password on its way to or from a client. Its clear text appears in no other answer and in no log. */
record PasswordProfileResource(
        @Nullable Boolean forceChangePassword, @Nullable String password) {
    static PasswordProfileResource of(GivenPassword password) {
        return new PasswordProfileResource(password.mustChange(), password.reveal());
    }

    GivenPassword toPassword() {
        return GivenPassword.chosen(
                Fields.requiredText("passwordProfile.password", password), Boolean.TRUE.equals(forceChangePassword));
    }

    @Override
    public String toString() {
        return "(hidden)";
    }
}
