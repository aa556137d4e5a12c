package oroshi.sandbox;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.ForOperators;
import oroshi.access.Operator;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.database.PartnerScope;
import oroshi.partners.Partners;
import oroshi.rest.ResourceCollection;

/** The clocks of all sandbox partners, in the hands of the operator. */
@RestController
class OperatorClockController {
    private static final Logger LOG = LoggerFactory.getLogger(OperatorClockController.class);
    private static final String ROOT = "/oroshi/operator/clocks";
    private static final String ONE = ROOT + "/{clockPartner}";

    private final TestClocks clocks;
    private final ClockWatch watch;
    private final Partners partners;

    OperatorClockController(TestClocks clocks, ClockWatch watch, Partners partners) {
        this.clocks = clocks;
        this.watch = watch;
        this.partners = partners;
    }

    @GetMapping(ROOT)
    @ForOperators
    ResourceCollection<ClockResource> list() {
        return ResourceCollection.of(partners.ids().stream()
                .filter(clocks::isFor)
                .map(partnerId -> PartnerScope.call(partnerId, () -> clocks.find(partnerId)))
                .flatMap(Optional::stream)
                .map(clock -> ClockResource.of(clock, ROOT))
                .toList());
    }

    @PostMapping(ONE)
    @ResponseStatus(HttpStatus.CREATED)
    @ForOperators
    ClockResource create(
            @PathVariable PartnerId clockPartner, @RequestBody(required = false) @Nullable ClockRequest body) {
        var mode = body == null ? ClockMode.RUNNING : body.toMode();
        return answer(clockPartner, () -> clocks.create(clockPartner, mode));
    }

    @GetMapping(ONE)
    @ForOperators
    ClockResource get(@PathVariable PartnerId clockPartner, @RequestParam(defaultValue = "0") int wait) {
        var longest = Waiting.of(wait);
        return answer(clockPartner, () -> watch.await(clockPartner, longest));
    }

    @PostMapping(ONE + "/advance")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @ForOperators
    ClockResource advance(Operator operator, @PathVariable PartnerId clockPartner, @RequestBody ClockRequest body) {
        var leap = body.toLeap();
        var advanced = answer(clockPartner, () -> clocks.advance(clockPartner, leap, operator.signature()));
        LOG.info("{} advances the clock of partner {}: {}", operator.signature(), clockPartner, leap);
        return advanced;
    }

    @DeleteMapping(ONE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @ForOperators
    void delete(@PathVariable PartnerId clockPartner) {
        requireKnown(clockPartner);
        PartnerScope.run(clockPartner, () -> clocks.delete(clockPartner));
    }

    private ClockResource answer(PartnerId partnerId, Supplier<TestClock> work) {
        requireKnown(partnerId);
        return ClockResource.of(PartnerScope.call(partnerId, work), ROOT);
    }

    private void requireKnown(PartnerId partnerId) {
        if (partners.find(partnerId).isEmpty()) {
            throw Refusal.because(ClockRefusal.UNKNOWN);
        }
    }
}
