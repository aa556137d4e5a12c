package oroshi.https;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.CertificateParsingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/**
 * The certificates that an installation makes for itself and keeps in its home. Clients trust the authority, which lasts;
 * the server's certificate follows the names and is made anew in good time.
 */
record OwnCertificates(Path folder, List<String> names) {
    static final Duration RENEWED_BEFORE = Duration.ofDays(30);

    private static final Logger LOG = LoggerFactory.getLogger(OwnCertificates.class);

    OwnCertificates {
        names = List.copyOf(names);
    }

    /** What clients are to trust. */
    Path authorityFile() {
        return folder.resolve("authority.pem");
    }

    /** The server's certificate as it is good for the next month at least. */
    MadeCertificate server(Instant now) throws IOException {
        var until = now.plus(RENEWED_BEFORE);
        var kept = read("server").filter(server -> server.isGoodAt(until) && isFor(server, allNames()));
        if (kept.isPresent()) {
            return kept.get();
        }
        var authority = authority(now, until);
        var server = authority.issue(allNames(), now);
        keep("server", server);
        LOG.info("Made a certificate for HTTPS; clients may trust {}", authorityFile());
        return server;
    }

    private MadeCertificate authority(Instant now, Instant until) throws IOException {
        var kept = read("authority").filter(authority -> authority.isGoodAt(until));
        if (kept.isPresent()) {
            return kept.get();
        }
        var authority = MadeCertificate.authority(now);
        keep("authority", authority);
        return authority;
    }

    /** In the words of the web server. */
    static SslBundle bundle(MadeCertificate server) throws IOException {
        var store = PemSslStoreDetails.forCertificate(server.certificatePem()).withPrivateKey(server.keyPem());
        return SslBundle.of(new PemSslStoreBundle(store, null));
    }

    /** This machine's own names, and those that the operator gives. */
    private Set<String> allNames() {
        var all = new LinkedHashSet<>(List.of("localhost", "127.0.0.1", "::1"));
        hostName().ifPresent(all::add);
        all.addAll(names);
        return all;
    }

    private static Optional<String> hostName() {
        try {
            return Optional.of(InetAddress.getLocalHost().getHostName()).filter(name -> name.matches("[A-Za-z0-9.-]+"));
        } catch (UnknownHostException nameless) {
            return Optional.empty();
        }
    }

    private static boolean isFor(MadeCertificate server, Collection<String> names) {
        try {
            var stated = server.certificate().getSubjectAlternativeNames();
            return stated != null
                    && stated.stream()
                            .map(name -> plain(String.valueOf(name.get(1))))
                            .collect(Collectors.toSet())
                            .containsAll(
                                    names.stream().map(OwnCertificates::plain).toList());
        } catch (CertificateParsingException unreadable) {
            return false;
        }
    }

    /** The one address that is written in two ways. */
    private static String plain(String name) {
        return name.equals("0:0:0:0:0:0:0:1") ? "::1" : name;
    }

    private Optional<MadeCertificate> read(String name) {
        try {
            return Optional.of(MadeCertificate.parse(
                    Files.readString(folder.resolve(name + ".pem")), Files.readString(folder.resolve(name + ".key"))));
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    /** The key first: what breaks off in between leaves no certificate without its key. */
    private void keep(String name, MadeCertificate made) throws IOException {
        Files.createDirectories(folder);
        // A temporary file is born readable by its owner alone.
        replace(folder.resolve(name + ".key"), Files.createTempFile(folder, "new-", ".key"), made.keyPem());
        replace(folder.resolve(name + ".pem"), folder.resolve(name + "-new.pem"), made.certificatePem());
    }

    private static void replace(Path file, Path beside, String content) throws IOException {
        Files.writeString(beside, content);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
