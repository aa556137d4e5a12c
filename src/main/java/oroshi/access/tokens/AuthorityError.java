package oroshi.access.tokens;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** Why the authority refuses, with the number that client libraries look for. */
enum AuthorityError {
    PARAMETER_MISSING("invalid_request", 900144, "A required parameter is missing: %s."),
    CLIENT_CONTRADICTED(
            "invalid_request", 900144, "The client_id of the body is not that of the Authorization header."),
    TENANT_UNKNOWN("invalid_request", 90002, "The tenant %s is not known here."),
    GRANT_TYPE_UNSUPPORTED("unsupported_grant_type", 70003, "The grant type %s is not supported."),
    RESOURCE_UNKNOWN("invalid_resource", 500011, "The resource %s is no known audience."),
    SCOPE_UNKNOWN("invalid_scope", 70011, "The scope %s is not valid: name exactly one known audience."),
    CLIENT_UNKNOWN("invalid_client", 700016, "The application is not known in this tenant."),
    CLIENT_WRONG("invalid_client", 7000215, "The application is unknown or its secret is wrong."),
    CREDENTIALS_MISSING("invalid_client", 7000218, "The request must carry a client_secret or a client_assertion."),
    PUBLIC_CLIENT_PROVES(
            "invalid_client", 700025, "The application is public and sends neither a client_secret nor an assertion."),
    ASSERTION_TYPE_UNKNOWN("invalid_request", 9002313, "The client_assertion_type must be %s."),
    ASSERTION_MALFORMED("invalid_client", 50027, "The client assertion cannot be read: %s."),
    ASSERTION_SIGNATURE("invalid_client", 700027, "The signature of the client assertion does not count: %s."),
    ASSERTION_TIME("invalid_client", 700024, "The client assertion counts from %s to %s, which is not now."),
    ASSERTION_SUBJECT("invalid_client", 700021, "The subject of the client assertion is not the client_id."),
    ASSERTION_ISSUER("invalid_client", 50048, "The issuer of the client assertion is not its subject."),
    ASSERTION_AUDIENCE("invalid_client", 700023, "The audience of the client assertion is not this token endpoint."),
    ASSERTION_SHOWN("invalid_client", 50013, "The client assertion was shown before; each counts once."),
    PASSWORD_WRONG("invalid_grant", 50126, "The user name or the password is wrong."),
    PASSWORD_LOCKED("invalid_grant", 50053, "The account is locked after too many failed attempts."),
    PASSWORD_TEMPORARY("invalid_grant", 50055, "The password has to be changed first; sign in interactively."),
    SECOND_FACTOR_NEEDED("interaction_required", 50076, "A second factor has to be given; sign in interactively."),
    CONSENT_NEEDED("interaction_required", 65001, "Nobody has consented to the use of this application."),
    CONSENT_DECLINED("access_denied", 65004, "The user declined to let the application act for him."),
    NOT_SIGNED_IN("login_required", 50058, "Nobody is signed in whom the request would do for; ask interactively."),
    RESPONSE_TYPE_UNSUPPORTED("unsupported_response_type", 70005, "The response_type is not supported: %s."),
    RESPONSE_MODE_UNSUPPORTED("invalid_request", 70007, "The response_mode %s does not go with the response_type."),
    PROMPT_UNSUPPORTED("invalid_request", 90023, "The prompt %s is not supported."),
    REDIRECT_UNKNOWN("invalid_request", 50011, "The redirect address is not registered."),
    NOT_PUBLIC("invalid_client", 700016, "The application is unknown or no public one."),
    DEVICE_PENDING("authorization_pending", 70016, "The user has not confirmed the sign-in yet; ask again later."),
    DEVICE_TOO_QUICK("slow_down", 50196, "The device asks too often; wait longer between two questions."),
    DEVICE_DECLINED("authorization_declined", 65004, "The user declined the sign-in."),
    DEVICE_CODE_EXPIRED("expired_token", 70020, "The device_code has expired; begin again."),
    DEVICE_CODE_UNKNOWN("invalid_grant", 70018, "The device_code is not valid or is another application's."),
    GRANT_REVOKED("invalid_grant", 50173, "The user's password was reset after the grant; sign in again."),
    GRANT_INVALID("invalid_grant", 70008, "The code or refresh token is not valid, has expired or is another's."),
    INSTANCE_UNKNOWN("invalid_instance", 50049, "The authority is not known here."),
    PERSON_GONE("invalid_grant", 50034, "The user is not in the directory any more.");

    /** How the framework begins to speak of a parameter. */
    private static final String FRAMEWORKS = "OAuth 2.0 Parameter: ";

    private final String error;
    private final int number;
    private final String description;

    AuthorityError(String error, int number, String description) {
        this.error = error;
        this.number = number;
        this.description = description;
    }

    OAuth2AuthenticationException with(String... values) {
        return new OAuth2AuthenticationException(
                new OAuth2Error(error, description.formatted((Object[]) values), String.valueOf(number)));
    }

    /** The number of an error that a filter of the framework reports. */
    static int numberOf(OAuth2Error error) {
        if (error.getUri() != null && error.getUri().matches("\\d+")) {
            return Integer.parseInt(error.getUri());
        }
        return switch (error.getErrorCode()) {
            case "invalid_client", "unauthorized_client" -> CLIENT_WRONG.number;
            case "invalid_grant" -> GRANT_INVALID.number;
            case "access_denied" -> CONSENT_DECLINED.number;
            case "unsupported_grant_type" -> GRANT_TYPE_UNSUPPORTED.number;
            case "invalid_scope" -> SCOPE_UNKNOWN.number;
            default -> PARAMETER_MISSING.number;
        };
    }

    /** What to say of an error that a filter of the framework reports. */
    static String descriptionOf(OAuth2Error error) {
        if (error.getUri() != null && error.getUri().matches("\\d+") && error.getDescription() != null) {
            return error.getDescription();
        }
        return switch (error.getErrorCode()) {
            case "invalid_client", "unauthorized_client" -> CLIENT_WRONG.description;
            case "invalid_grant" -> GRANT_INVALID.description;
            case "access_denied" -> CONSENT_DECLINED.description;
            default -> ofTheFramework(error.getDescription());
        };
    }

    /** The framework names a parameter that is missing or repeated, and nothing else. */
    private static String ofTheFramework(@Nullable String description) {
        if (description == null) {
            return "The request is not valid.";
        }
        return description.startsWith(FRAMEWORKS)
                ? "The parameter %s is missing, or is given more than once."
                        .formatted(description.substring(FRAMEWORKS.length()))
                : description;
    }
}
