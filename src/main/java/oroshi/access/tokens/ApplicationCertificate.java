package oroshi.access.tokens;

import com.nimbusds.jose.util.X509CertUtils;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Refusal;

/** A certificate of an application; the private key to it never leaves the application. */
public final class ApplicationCertificate {
    private static final int LEAST_BITS = 2048;

    private final X509Certificate certificate;

    private ApplicationCertificate(X509Certificate certificate) {
        this.certificate = certificate;
    }

    /** Reads the PEM text of a certificate; refuses what is none, has no RSA key of today's strength, or has expired. */
    static ApplicationCertificate parse(String pem, Instant now) {
        var read = read(pem);
        if (!(read.getPublicKey() instanceof RSAPublicKey key)
                || key.getModulus().bitLength() < LEAST_BITS) {
            throw Refusal.of("certificate", ApplicationRefusal.CERTIFICATE_WEAK, LEAST_BITS);
        }
        var certificate = new ApplicationCertificate(read);
        if (certificate.expiresAt().isBefore(now)) {
            throw Refusal.of("certificate", ApplicationRefusal.CERTIFICATE_EXPIRED);
        }
        return certificate;
    }

    private static X509Certificate read(String pem) {
        try {
            var read = X509CertUtils.parseWithException(pem);
            if (read != null) {
                return read;
            }
        } catch (CertificateException | IllegalArgumentException unreadable) {
            // falls through to the refusal
        }
        throw Refusal.of("certificate", ApplicationRefusal.CERTIFICATE_UNREADABLE);
    }

    static ApplicationCertificate stored(byte[] encoded) {
        var read = X509CertUtils.parse(encoded);
        if (read == null) {
            throw new IllegalStateException("A stored certificate cannot be read");
        }
        return new ApplicationCertificate(read);
    }

    byte[] encoded() {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    RSAPublicKey key() {
        return (RSAPublicKey) certificate.getPublicKey();
    }

    /** Whom it names. */
    public String subject() {
        return certificate.getSubjectX500Principal().getName();
    }

    /** SHA-256 of the certificate, in base64url. */
    public String thumbprint() {
        return X509CertUtils.computeSHA256Thumbprint(certificate).toString();
    }

    /** SHA-1 of the certificate in hexadecimal, by which administrators know certificates. */
    public String hexThumbprint() {
        return HexFormat.of()
                .withUpperCase()
                .formatHex(X509CertUtils.computeSHA1Thumbprint(certificate).decode());
    }

    public Instant expiresAt() {
        return certificate.getNotAfter().toInstant();
    }

    Instant startsAt() {
        return certificate.getNotBefore().toInstant();
    }

    /** Whether an assertion's header means it: by either thumbprint, in base64 or hexadecimal. */
    boolean isNamed(@Nullable String name) {
        if (name == null) {
            return false;
        }
        var text = name.replace('+', '-').replace('/', '_').replace("=", "");
        return text.equals(thumbprint())
                || text.equals(X509CertUtils.computeSHA1Thumbprint(certificate).toString())
                || text.toUpperCase(Locale.ROOT).equals(hexThumbprint());
    }
}
