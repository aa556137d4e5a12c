package oroshi.partners;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.ForOperators;
import oroshi.access.Operator;
import oroshi.basics.PartnerId;
import oroshi.rest.Fields;

/** Where the operator says what a partner is qualified for, for example to register domains. */
@RestController
class PartnerQualificationController {
    private static final Logger LOG = LoggerFactory.getLogger(PartnerQualificationController.class);

    private final Partners partners;

    PartnerQualificationController(Partners partners) {
        this.partners = partners;
    }

    @PutMapping("/oroshi/operator/partners/{qualifiedPartner}/qualifications")
    @ForOperators
    Held set(Operator operator, @PathVariable PartnerId qualifiedPartner, @RequestBody Held body) {
        var wanted = body.toSet();
        partners.qualify(qualifiedPartner, wanted);
        LOG.info("{} qualified partner {} for {}", operator.signature(), qualifiedPartner, wanted);
        return new Held(wanted.stream().sorted().toList());
    }

    /** What the partner holds from now on. */
    record Held(@Nullable List<String> qualifications) {
        Set<String> toSet() {
            return Fields.required("qualifications", qualifications).stream()
                    .map(word -> Fields.requiredText("qualifications", word).strip())
                    .collect(Collectors.toSet());
        }
    }
}
