package oroshi.access.tokens;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.basics.TenantId;
import oroshi.database.PartnerSwitch;
import oroshi.database.Vault;

/** The applications that partners registered: the way to make one known and to give it secrets. */
@Service
public class RegisteredApplications {
    private static final Duration SECRET_LIFETIME = Duration.ofDays(730);

    private final ApplicationTable table;
    private final CertificateTable certificates;
    private final Vault vault;
    private final PartnerSwitch partnerSwitch;
    private final ApplicationEventPublisher events;

    RegisteredApplications(
            ApplicationTable table,
            CertificateTable certificates,
            Vault vault,
            PartnerSwitch partnerSwitch,
            ApplicationEventPublisher events) {
        this.table = table;
        this.certificates = certificates;
        this.vault = vault;
        this.partnerSwitch = partnerSwitch;
        this.events = events;
    }

    /** Registers the application with a first secret; the clear text is here and nowhere else. */
    @Transactional
    public ClientSecret register(NewApplication request) {
        var secret = ClientSecret.generate();
        add(request, secret);
        tell(request.owner(), ApplicationChanged.registered(request));
        return secret;
    }

    /** Registers an application whose secret everybody may know, as in a demo; nothing when it is there already. */
    @Transactional
    public void registerWithSecret(NewApplication request, String secret) {
        if (table.find(request.id(), Instant.now()).isEmpty()) {
            add(request, ClientSecret.of(secret));
        }
    }

    private void add(NewApplication request, ClientSecret secret) {
        table.insert(request, Instant.now());
        if (!request.publicClient()) {
            keep(request.id(), secret);
        }
    }

    /** Gives the application one more secret, so that an old one can be replaced without a gap. */
    @Transactional
    public ClientSecret addSecret(TenantId owner, UUID applicationId) {
        var application = require(owner, applicationId);
        var secret = ClientSecret.generate();
        keep(applicationId, secret);
        tell(owner, ApplicationChanged.added(application, "secret", secret.hint()));
        return secret;
    }

    /** Lets the application sign in with the certificate too; refuses one that could not serve. */
    @Transactional
    public ApplicationCertificate addCertificate(TenantId owner, UUID applicationId, String pem) {
        var application = require(owner, applicationId);
        var now = Instant.now();
        var certificate = ApplicationCertificate.parse(pem, now);
        if (!certificates.insert(applicationId, certificate, now)) {
            throw Refusal.of("certificate", ApplicationRefusal.CERTIFICATE_EXISTS);
        }
        tell(owner, ApplicationChanged.added(application, "certificate", certificate.hexThumbprint()));
        return certificate;
    }

    /** From now on nothing signed with the certificate's key counts. */
    @Transactional
    public void removeCertificate(TenantId owner, UUID applicationId, String thumbprint) {
        var application = require(owner, applicationId);
        if (!certificates.delete(applicationId, thumbprint)) {
            throw Refusal.because(ApplicationRefusal.CREDENTIAL_UNKNOWN);
        }
        tell(owner, ApplicationChanged.removed(application, "certificate", thumbprint));
    }

    @Transactional(readOnly = true)
    public List<ApplicationCertificate> certificates(TenantId owner, UUID applicationId) {
        require(owner, applicationId);
        return certificates.list(applicationId);
    }

    /** An application that the tenant registered; refuses every other one as unknown. */
    @Transactional(readOnly = true)
    public Application require(TenantId owner, UUID applicationId) {
        return find(applicationId)
                .filter(application -> application.belongsTo(owner))
                .orElseThrow(() -> Refusal.because(ApplicationRefusal.APPLICATION_UNKNOWN));
    }

    @Transactional(readOnly = true)
    public Optional<Application> find(UUID applicationId) {
        return table.find(applicationId, Instant.now());
    }

    /** The applications that the tenant registered. */
    @Transactional(readOnly = true)
    public List<Application> list(TenantId owner) {
        return table.list(owner, Instant.now());
    }

    private void keep(UUID applicationId, ClientSecret secret) {
        var now = Instant.now();
        table.insertSecret(applicationId, vault.mark(secret.reveal()), secret.hint(), now, now.plus(SECRET_LIFETIME));
    }

    private void tell(TenantId owner, ApplicationChanged event) {
        partnerSwitch.run(PartnerId.of(owner), () -> events.publishEvent(event));
    }
}
