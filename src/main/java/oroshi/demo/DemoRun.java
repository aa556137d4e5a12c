package oroshi.demo;

import java.util.HashMap;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import oroshi.basics.PartnerId;
import oroshi.database.PartnerScope;
import oroshi.partners.ValidationCodes;

/** Fills a demonstration at its first start. A start that broke off is finished by the next one. */
@Component
@Conditional(OnDemo.class)
@Order(0)
class DemoRun implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(DemoRun.class);
    private static final String CODE = "12345";
    private static final int CREATIONS = 5;

    private final DemoWorld world;
    private final ValidationCodes validationCodes;

    DemoRun(DemoWorld world, ValidationCodes validationCodes) {
        this.world = world;
        this.validationCodes = validationCodes;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        world.stock();
        var ids = new HashMap<String, PartnerId>();
        for (var partner : DemoSheet.partners()) {
            var partnerId = world.enrol(partner);
            ids.put(partner.code(), partnerId);
            partner.provider().map(ids::get).ifPresent(provider -> world.connect(provider, partnerId));
        }
        grantCode(Objects.requireNonNull(ids.get("P-US")));
        log.info("The demonstration is ready: {} partners", ids.size());
    }

    private void grantCode(PartnerId partnerId) {
        PartnerScope.run(partnerId, () -> {
            if (validationCodes.list(partnerId).isEmpty()) {
                validationCodes.grant(partnerId, CODE, "Demonstration agency", CREATIONS);
            }
        });
    }
}
