package oroshi.transfers;

import static oroshi.access.Role.ADMIN_AGENT;
import static oroshi.access.Role.GLOBAL_ADMIN;
import static oroshi.access.Role.SALES_AGENT;
import static oroshi.basics.PartnerType.DIRECT_BILL;
import static oroshi.basics.PartnerType.INDIRECT_PROVIDER;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.basics.CustomerId;
import oroshi.basics.Refusal;
import oroshi.orders.OrderWire;
import oroshi.partners.Partners;
import oroshi.rest.Attributes;

/** Transfers on the wire: bare arrays of what concerns the caller, on either side. */
@RestController
class TransferController {
    private static final String PATH = "/v1/customers/{customerId}/transfers";
    private static final String ONLY_TYPE = "directtoindirect";

    private final Transfers transfers;
    private final TransferRequests requests;
    private final Partners partners;

    TransferController(Transfers transfers, TransferRequests requests, Partners partners) {
        this.transfers = transfers;
        this.requests = requests;
        this.partners = partners;
    }

    /** Whether a subscription could be transferred. */
    record EligibilityResource(
            String id, boolean isEligible, @Nullable String reason) {}

    /** A group that could not be taken over. */
    record ErrorResource(
            String transferGroupId,
            int code,
            String description,
            List<TransferResource.Line> lineItems,
            Attributes attributes) {
        static ErrorResource of(Takeover.Outcome outcome) {
            var problem = outcome.problem().orElseThrow();
            return new ErrorResource(
                    String.valueOf(outcome.line().number()),
                    problem.reason().code(),
                    problem.description(),
                    List.of(TransferResource.Line.of(outcome.line())),
                    Attributes.of("TransferError"));
        }
    }

    /** What came of an acceptance. */
    record ResultResource(List<Object> orders, List<ErrorResource> transferErrors, Attributes attributes) {
        static ResultResource of(Transfers.Accepted accepted) {
            return new ResultResource(
                    accepted.outcomes().stream()
                            .flatMap(outcome -> outcome.orders().stream())
                            .map(OrderWire::resource)
                            .toList(),
                    accepted.outcomes().stream()
                            .filter(outcome -> outcome.problem().isPresent())
                            .map(ErrorResource::of)
                            .toList(),
                    Attributes.of("TransferSubmitResult"));
        }
    }

    @GetMapping("/v1/customers/{customerId}/transferseligibility")
    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    List<EligibilityResource> eligibility(
            @PathVariable CustomerId customerId,
            @RequestParam(required = false) @Nullable String transferType,
            Caller caller) {
        var found = transfers.eligibility(caller.partnerId(), customerId);
        if (transferType == null || transferType.isBlank()) {
            throw TransferResource.invalid("transferType is missing");
        }
        if (!transferType.strip().equalsIgnoreCase(ONLY_TYPE)) {
            throw Refusal.because(TransferRefusal.TYPE_UNKNOWN, transferType);
        }
        return found.stream()
                .map(one -> new EligibilityResource(
                        one.subscription().id().toString(),
                        one.obstacle().isEmpty(),
                        one.obstacle().orElse(null)))
                .toList();
    }

    @GetMapping(PATH)
    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    List<TransferResource> list(@PathVariable CustomerId customerId, Caller caller) {
        return transfers.list(caller.partnerId(), customerId).stream()
                .map(transfer -> resource(transfer, caller))
                .toList();
    }

    @PostMapping(PATH)
    @ResponseStatus(HttpStatus.CREATED)
    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    TransferResource create(@PathVariable CustomerId customerId, @RequestBody TransferResource body, Caller caller) {
        var partnerId = caller.partnerId();
        var created = body.isOffer()
                ? transfers.create(partnerId, customerId, body.toOffer(), who(caller))
                : requests.ask(partnerId, customerId, body.toRequest(partnerId), who(caller));
        return resource(created, caller);
    }

    @GetMapping(PATH + "/{transferId}")
    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    TransferResource get(@PathVariable CustomerId customerId, @PathVariable String transferId, Caller caller) {
        return resource(transfers.get(caller.partnerId(), customerId, transferId), caller);
    }

    @DeleteMapping(PATH + "/{transferId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    void withdraw(@PathVariable CustomerId customerId, @PathVariable String transferId, Caller caller) {
        transfers.withdraw(caller.partnerId(), customerId, transferId);
    }

    /** Rejections of either flow, and the decisions about what the gaining partner asked for. */
    @PatchMapping(PATH + "/{transferId}")
    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    TransferResource update(
            @PathVariable CustomerId customerId,
            @PathVariable String transferId,
            @RequestBody TransferResource body,
            Caller caller) {
        transfers.get(caller.partnerId(), customerId, transferId);
        return resource(updated(caller, customerId, transferId, body), caller);
    }

    private Transfer updated(Caller caller, CustomerId customerId, String transferId, TransferResource body) {
        var partnerId = caller.partnerId();
        var by = who(caller);
        return switch (Objects.requireNonNullElse(body.status(), "").strip().toLowerCase(Locale.ROOT)) {
            case "reject" -> transfers.reject(partnerId, customerId, transferId, by);
            case "cancel" -> requests.cancel(partnerId, customerId, transferId, by);
            case "accept", "inprogress" -> requests.accept(partnerId, customerId, transferId, body.toChosen(), by);
            default -> throw TransferResource.invalid("status is neither reject, Cancel, accept nor InProgress");
        };
    }

    /** The body is of no account: clients send none, an empty one, or the four letters null. */
    @PostMapping(PATH + "/{transferId}/accept")
    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    ResultResource accept(@PathVariable CustomerId customerId, @PathVariable String transferId, Caller caller) {
        return ResultResource.of(transfers.accept(caller.partnerId(), customerId, transferId, caller.name()));
    }

    private TransferResource resource(Transfer transfer, Caller caller) {
        return TransferResource.of(transfer, caller.partnerId(), partners);
    }

    private static String who(Caller caller) {
        return caller.userId().map(Object::toString).orElseGet(caller::name);
    }
}
