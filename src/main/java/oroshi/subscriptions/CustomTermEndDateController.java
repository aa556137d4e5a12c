package oroshi.subscriptions;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.catalog.Term;
import oroshi.clock.Clocks;
import oroshi.database.PartnerScope;
import oroshi.relationships.Relationships;
import oroshi.rest.Links;
import oroshi.rest.ResourceCollection;
import oroshi.rest.WireTime;

/** The days on which a license may end, on the wire. Its parameters are written with and without underscores. */
@RestController
class CustomTermEndDateController {
    private static final Set<Term> TERMS = Set.of(Term.ONE_MONTH, Term.ONE_YEAR, Term.THREE_YEARS);

    private final Subscriptions subscriptions;
    private final Relationships relationships;
    private final Clocks clocks;

    CustomTermEndDateController(Subscriptions subscriptions, Relationships relationships, Clocks clocks) {
        this.subscriptions = subscriptions;
        this.relationships = relationships;
        this.clocks = clocks;
    }

    @GetMapping("/v1/customers/{customerId}/subscriptions/customTermEndDates")
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.SALES_AGENT, Role.HELPDESK_AGENT},
            partnerTypes = {PartnerType.DIRECT_BILL, PartnerType.INDIRECT_PROVIDER})
    ResourceCollection<CustomTermEndDateResource> list(
            @PathVariable CustomerId customerId, @RequestParam Map<String, String> parameters, Caller caller) {
        var owner = relationships.viewpoint(caller.partnerId(), customerId).owner();
        var term = term(parameters);
        var start = find(parameters, "term_start_date").map(CustomTermEndDateController::day);
        var aligned = find(parameters, "target_coterm_subscription_id").map(CustomTermEndDateController::id);
        var found = PartnerScope.call(owner, () -> ends(owner, customerId, term, start, aligned));
        var self = "/customers/%s/subscriptions/customTermEndDates?%s".formatted(customerId, query(parameters));
        return ResourceCollection.of(
                found.stream().map(CustomTermEndDateResource::of).toList(), Links.self(self));
    }

    private List<EndDate> ends(
            PartnerId owner,
            CustomerId customerId,
            Term term,
            Optional<LocalDate> start,
            Optional<SubscriptionId> aligned) {
        var today = LocalDate.ofInstant(clocks.of(owner).instant(), ZoneOffset.UTC);
        return subscriptions.endDates(owner, customerId, start.orElse(today), term).stream()
                .filter(end -> !end.day().isBefore(today))
                .filter(end -> aligned.isEmpty() || end.subscriptions().contains(aligned.get()))
                .toList();
    }

    private static Term term(Map<String, String> parameters) {
        var word = find(parameters, "term_duration")
                .orElseThrow(() -> Refusal.because(SubscriptionRefusal.INPUT_INVALID, "term_duration is required"));
        return Term.find(word)
                .filter(TERMS::contains)
                .orElseThrow(() -> Refusal.because(
                        SubscriptionRefusal.INPUT_INVALID, "term_duration has to be P1M, P1Y or P3Y, not " + word));
    }

    private static LocalDate day(String text) {
        return WireTime.day(text)
                .orElseThrow(() ->
                        Refusal.because(SubscriptionRefusal.INPUT_INVALID, "term_start_date " + text + " is no date"));
    }

    private static SubscriptionId id(String text) {
        return Ids.parse(text.strip())
                .map(SubscriptionId::new)
                .orElseThrow(() -> Refusal.because(
                        SubscriptionRefusal.INPUT_INVALID, "target_coterm_subscription_id " + text + " is no GUID"));
    }

    private static Optional<String> find(Map<String, String> parameters, String name) {
        return parameters.entrySet().stream()
                .filter(given -> folded(given.getKey()).equals(folded(name)))
                .map(Map.Entry::getValue)
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private static String folded(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** The query as the contract writes it. */
    private static String query(Map<String, String> parameters) {
        return List.of("term_duration", "term_start_date", "target_coterm_subscription_id").stream()
                .flatMap(name -> find(parameters, name).map(value -> name + "=" + value).stream())
                .collect(Collectors.joining("&"));
    }
}
