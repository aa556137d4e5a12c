package oroshi.access.tokens;

import oroshi.basics.Reason;

/** Why an application can't be registered or can't have a credential. */
public enum ApplicationRefusal implements Reason {
    APPLICATION_UNKNOWN("application.unknown", 404, 1000, "The partner has no application with that id."),
    CERTIFICATE_UNREADABLE("application.certificateUnreadable", 400, 2000, "It is not the PEM text of a certificate."),
    CERTIFICATE_WEAK("application.certificateWeak", 400, 2000, "The certificate needs an RSA key of {0} bits."),
    CERTIFICATE_EXPIRED("application.certificateExpired", 400, 2000, "The certificate has expired."),
    CERTIFICATE_EXISTS("application.certificateExists", 409, 1003, "The application has the certificate already."),
    CREDENTIAL_UNKNOWN("application.credentialUnknown", 404, 1000, "The application has no such credential.");

    private final Wording wording;

    ApplicationRefusal(String key, int status, int code, String description) {
        wording = new Wording(key, status, code, description);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
