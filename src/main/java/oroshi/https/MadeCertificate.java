package oroshi.https;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** A certificate and its key, made here: either the installation's authority or what the authority signed. */
record MadeCertificate(X509Certificate certificate, PrivateKey key) {
    private static final X500Name AUTHORITY = new X500Name("CN=Oroshi local authority");
    private static final Duration AUTHORITY_LIFETIME = Duration.ofDays(3650);
    /** Browsers refuse certificates that are good for longer. */
    private static final Duration SERVER_LIFETIME = Duration.ofDays(397);

    private static final Duration SKEW = Duration.ofHours(1);
    private static final int SERIAL_BITS = 159;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The authority that clients are told to trust, once for as long as the installation lives. */
    static MadeCertificate authority(Instant now) {
        return make(now, AUTHORITY, AUTHORITY_LIFETIME, null, (builder, keys) -> {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        });
    }

    /** A server's certificate for these names, signed by this authority. */
    MadeCertificate issue(Collection<String> names, Instant now) {
        var subjects = names.stream().map(MadeCertificate::name).toArray(GeneralName[]::new);
        return make(now, new X500Name("CN=Oroshi"), SERVER_LIFETIME, this, (builder, keys) -> {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(subjects));
        });
    }

    private static GeneralName name(String name) {
        var isAddress = name.indexOf(':') >= 0 || name.matches("[0-9.]+");
        return new GeneralName(isAddress ? GeneralName.iPAddress : GeneralName.dNSName, name);
    }

    /** What distinguishes one kind of certificate from another. */
    private interface Kind {
        void describe(JcaX509v3CertificateBuilder builder, KeyPair keys) throws IOException;
    }

    @SuppressWarnings("JavaUtilDate") // the library's own words
    private static MadeCertificate make(
            Instant now, X500Name subject, Duration lifetime, @Nullable MadeCertificate issuer, Kind kind) {
        try {
            var keys = keys();
            var builder = new JcaX509v3CertificateBuilder(
                    issuer == null ? subject : AUTHORITY,
                    new BigInteger(SERIAL_BITS, RANDOM),
                    Date.from(now.minus(SKEW)),
                    Date.from(now.plus(lifetime)),
                    subject,
                    keys.getPublic());
            kind.describe(builder, keys);
            var signer = new JcaContentSignerBuilder("SHA256withECDSA")
                    .build(issuer == null ? keys.getPrivate() : issuer.key());
            var certificate = new JcaX509CertificateConverter().getCertificate(builder.build(signer));
            return new MadeCertificate(certificate, keys.getPrivate());
        } catch (GeneralSecurityException | OperatorCreationException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** An elliptic curve: such a key is there in milliseconds. */
    private static KeyPair keys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
        return generator.generateKeyPair();
    }

    @SuppressWarnings("JavaUtilDate") // the library's own words
    boolean isGoodAt(Instant moment) {
        return moment.isBefore(expiresAt());
    }

    @SuppressWarnings("JavaUtilDate") // the library's own words
    Instant expiresAt() {
        return certificate.getNotAfter().toInstant();
    }

    String certificatePem() throws IOException {
        return pem(certificate);
    }

    String keyPem() throws IOException {
        return pem(new JcaPKCS8Generator(key, null));
    }

    private static String pem(Object content) throws IOException {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(content);
        }
        return text.toString();
    }

    /** Reads what {@link #certificatePem} and {@link #keyPem} wrote. */
    static MadeCertificate parse(String certificatePem, String keyPem) throws IOException {
        try (var certificate = new PEMParser(new StringReader(certificatePem));
                var key = new PEMParser(new StringReader(keyPem))) {
            return new MadeCertificate(
                    new JcaX509CertificateConverter().getCertificate((X509CertificateHolder) certificate.readObject()),
                    new JcaPEMKeyConverter().getPrivateKey((PrivateKeyInfo) key.readObject()));
        } catch (GeneralSecurityException | ClassCastException | NullPointerException unreadable) {
            throw new IOException("No certificate with its key", unreadable);
        }
    }
}
