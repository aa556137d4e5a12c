package oroshi.access;

import java.util.List;
import java.util.Optional;
import oroshi.basics.TenantId;
import oroshi.basics.UserId;

/** The people of all directories, as sign-in, tokens and rights need them; the directory answers. */
public interface Accounts {
    /** Tries a password and counts failures. */
    Admission signIn(String signInName, String password);

    /** The person with the present roles; empty when the directory has nobody of that id any more. */
    Optional<Account> find(TenantId tenantId, UserId userId);

    /** The tenant of an id or of a domain. */
    Optional<TenantId> findTenant(String idOrDomain);

    /** Replaces the password; refuses a weak one, the same one, or a wrong present one. */
    void changePassword(TenantId tenantId, UserId userId, String present, String chosen);

    /** Draws a new secret for an authenticator; it counts only after {@link #confirmSecondFactor}. */
    NewSecondFactor beginSecondFactor(TenantId tenantId, UserId userId);

    /** The secret that waits for its proof, so that a page can be shown again. */
    Optional<NewSecondFactor> pendingSecondFactor(TenantId tenantId, UserId userId);

    /** Enrols the authenticator when the code proves it; hands out recovery codes once, empty when the code is wrong. */
    Optional<List<String>> confirmSecondFactor(TenantId tenantId, UserId userId, String code);

    /** Tries a code of the authenticator or a recovery code, and counts failures. */
    Admission verifySecondFactor(TenantId tenantId, UserId userId, String code);

    /**
     * A secret for an authenticator that waits for its proof.
     *
     * @param secret in base 32, for typing
     * @param uri {@code otpauth:} address, for scanning
     */
    record NewSecondFactor(String secret, String uri) {
        @Override
        public String toString() {
            return "(hidden)";
        }
    }
}
