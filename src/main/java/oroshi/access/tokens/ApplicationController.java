package oroshi.access.tokens;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.ForOperators;
import oroshi.access.Operator;
import oroshi.access.PartnerAccounts;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.rest.Fields;
import oroshi.rest.RestRefusal;

/** Where the operator registers applications for partners and keeps their certificates. */
@RestController
class ApplicationController {
    private static final Logger LOG = LoggerFactory.getLogger(ApplicationController.class);
    private static final String APPLICATIONS = "/oroshi/operator/partners/{owner}/applications";
    private static final String CERTIFICATES = APPLICATIONS + "/{application}/certificates";

    private final RegisteredApplications applications;
    private final PartnerAccounts partners;

    ApplicationController(RegisteredApplications applications, PartnerAccounts partners) {
        this.applications = applications;
        this.partners = partners;
    }

    /** The secret stands in this answer and nowhere else; a public application has none. */
    @PostMapping(APPLICATIONS)
    @ForOperators
    @ResponseStatus(HttpStatus.CREATED)
    Registered register(Operator operator, @PathVariable PartnerId owner, @RequestBody Wanted body) {
        if (partners.find(owner).isEmpty()) {
            throw Refusal.because(RestRefusal.NOT_FOUND);
        }
        var wanted = body.toNewApplication(owner);
        var secret = applications.register(wanted);
        LOG.info("{} registered application {} for partner {}", operator.signature(), wanted.id(), owner);
        return new Registered(wanted.id(), wanted.displayName(), wanted.publicClient() ? null : secret.reveal());
    }

    @GetMapping(CERTIFICATES)
    @ForOperators
    List<CertificateResource> list(@PathVariable PartnerId owner, @PathVariable UUID application) {
        return applications.certificates(owner.tenantId(), application).stream()
                .map(CertificateResource::of)
                .toList();
    }

    @PostMapping(CERTIFICATES)
    @ForOperators
    @ResponseStatus(HttpStatus.CREATED)
    CertificateResource add(
            Operator operator,
            @PathVariable PartnerId owner,
            @PathVariable UUID application,
            @RequestBody NewCertificate body) {
        var pem = Fields.requiredText("certificate", body.certificate());
        var added = applications.addCertificate(owner.tenantId(), application, pem);
        LOG.info("{} added certificate {} to application {}", operator.signature(), added.thumbprint(), application);
        return CertificateResource.of(added);
    }

    @DeleteMapping(CERTIFICATES + "/{thumbprint}")
    @ForOperators
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            Operator operator,
            @PathVariable PartnerId owner,
            @PathVariable UUID application,
            @PathVariable String thumbprint) {
        applications.removeCertificate(owner.tenantId(), application, thumbprint);
        LOG.info("{} removed certificate {} of application {}", operator.signature(), thumbprint, application);
    }

    /** What an application is to be. */
    record Wanted(
            @Nullable String displayName,
            @Nullable List<String> redirectUris,
            @Nullable Boolean multiTenant,
            @Nullable Boolean publicClient) {
        NewApplication toNewApplication(PartnerId owner) {
            var addresses = redirectUris == null ? List.<String>of() : redirectUris;
            addresses.forEach(Wanted::requireAddress);
            return new NewApplication(
                    Ids.next(),
                    owner.tenantId(),
                    Fields.requiredText("displayName", displayName),
                    Boolean.TRUE.equals(multiTenant),
                    Boolean.TRUE.equals(publicClient),
                    addresses);
        }

        private static void requireAddress(@Nullable String address) {
            var host = address == null ? null : LoginHosts.of(address);
            if (host == null || URI.create(address).getFragment() != null) {
                throw Refusal.of("redirectUris", RestRefusal.INVALID_VALUE, "each must be an absolute address");
            }
        }
    }

    /** An application that is there now. */
    record Registered(UUID id, String displayName, @Nullable String clientSecret) {}

    /** A certificate as PEM text. */
    record NewCertificate(@Nullable String certificate) {}

    /** What is shown of a certificate. */
    record CertificateResource(String thumbprint, String hexThumbprint, String subject, String expiresAt) {
        static CertificateResource of(ApplicationCertificate certificate) {
            return new CertificateResource(
                    certificate.thumbprint(),
                    certificate.hexThumbprint(),
                    certificate.subject(),
                    certificate.expiresAt().toString());
        }
    }
}
