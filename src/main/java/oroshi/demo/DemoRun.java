package oroshi.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import oroshi.access.tokens.NewApplication;
import oroshi.access.tokens.RegisteredApplications;
import oroshi.basics.PartnerId;
import oroshi.database.PartnerScope;
import oroshi.partners.LegalProfiles;
import oroshi.partners.PartnerProfiles;
import oroshi.partners.ProfileVetting;
import oroshi.partners.ValidationCodes;

/** Fills a demonstration at its first start. A start that broke off is finished by the next one. */
@Component
@Order(0)
class DemoRun implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(DemoRun.class);
    private static final String CODE = "12345";
    private static final int CREATIONS = 5;
    /** The secret of every demo application: it protects nothing, and the README says it. */
    private static final String SECRET = "oroshi-demo-secret-for-everyone";

    private final Demonstration demonstration;
    private final DemoWorld world;
    private final LegalProfiles legalProfiles;
    private final PartnerProfiles profiles;
    private final ValidationCodes validationCodes;
    private final RegisteredApplications applications;

    DemoRun(
            Demonstration demonstration,
            DemoWorld world,
            LegalProfiles legalProfiles,
            PartnerProfiles profiles,
            ValidationCodes validationCodes,
            RegisteredApplications applications) {
        this.demonstration = demonstration;
        this.world = world;
        this.legalProfiles = legalProfiles;
        this.profiles = profiles;
        this.validationCodes = validationCodes;
        this.applications = applications;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (demonstration.isOn()) {
            fill();
        }
    }

    private void fill() {
        world.stock();
        var ids = new HashMap<String, PartnerId>();
        for (var partner : DemoSheet.partners()) {
            var partnerId = world.enrol(partner);
            ids.put(partner.code(), partnerId);
            introduce(partner, partnerId);
            register(partner, partnerId);
            partner.provider().map(ids::get).ifPresent(provider -> world.connect(provider, partnerId));
        }
        grantCode(Objects.requireNonNull(ids.get("P-US")));
        log.info("The demonstration is ready: {} partners", ids.size());
    }

    /** Its legal data stands last, because a start that broke off is known by its absence. */
    private void introduce(DemoPartner partner, PartnerId partnerId) {
        PartnerScope.run(partnerId, () -> {
            if (legalProfiles.get(partnerId).profile().vetting() == ProfileVetting.NONE) {
                var profile = DemoSheet.profile(partner);
                profiles.update(partnerId, profile.billing(partner), Optional.empty());
                profiles.update(partnerId, profile.support(), Optional.empty());
                legalProfiles.adopt(
                        partnerId, profile.legal(partner), partner.culture().getLanguage());
            }
        });
    }

    /** The application's id ends in the partner's MPN ID, so that nobody has to look it up. */
    private void register(DemoPartner partner, PartnerId partnerId) {
        var id = UUID.fromString("00000000-0000-4000-8000-%012d".formatted(Long.parseLong(partner.mpnId())));
        var application = new NewApplication(
                id, partnerId.tenantId(), partner.code() + " demo", false, false, List.of("http://localhost/"));
        applications.registerWithSecret(application, SECRET);
    }

    private void grantCode(PartnerId partnerId) {
        PartnerScope.run(partnerId, () -> {
            if (validationCodes.list(partnerId).isEmpty()) {
                validationCodes.grant(partnerId, CODE, "Demonstration agency", CREATIONS);
            }
        });
    }
}
