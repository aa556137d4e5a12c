package oroshi.access.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.X509CertUtils;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Gives a signing key a certificate that it signs itself: published clients look for the key in {@code x5c}, and know it
 * by the certificate's thumbprint.
 */
final class KeyCertificates {
    private static final X500Name NAME = new X500Name("CN=Token signing");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SERIAL_BITS = 159;

    private KeyCertificates() {}

    /** The key under the name of its certificate. */
    @SuppressWarnings("deprecation") // the thumbprint that the protocol has is the older one
    static RSAKey certify(RSAKey key, Instant from, Instant until) {
        try {
            var certificate = certificate(key, from, until);
            var thumbprint = X509CertUtils.computeSHA1Thumbprint(certificate);
            return new RSAKey.Builder(key)
                    .keyID(thumbprint.toString())
                    .x509CertThumbprint(thumbprint)
                    .x509CertChain(List.of(Base64.encode(certificate.getEncoded())))
                    .build();
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @SuppressWarnings("JavaUtilDate") // the library's own words
    private static X509Certificate certificate(RSAKey key, Instant from, Instant until) {
        try {
            var unsigned = new JcaX509v3CertificateBuilder(
                    NAME,
                    new BigInteger(SERIAL_BITS, RANDOM),
                    Date.from(from),
                    Date.from(until),
                    NAME,
                    key.toRSAPublicKey());
            var signer = new JcaContentSignerBuilder("SHA256withRSA").build(key.toPrivateKey());
            return new JcaX509CertificateConverter().getCertificate(unsigned.build(signer));
        } catch (JOSEException | OperatorCreationException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
