package oroshi.migrations;

import static oroshi.access.Role.ADMIN_AGENT;
import static oroshi.access.Role.GLOBAL_ADMIN;
import static oroshi.access.Role.SALES_AGENT;
import static oroshi.basics.PartnerType.DIRECT_BILL;
import static oroshi.basics.PartnerType.INDIRECT_PROVIDER;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.basics.CustomerId;
import oroshi.basics.Refusal;
import oroshi.rest.BarePages;

/** Migrations on the wire. */
@RestController
class MigrationController {
    private static final Logger LOG = LoggerFactory.getLogger(MigrationController.class);
    private static final String LIST = "/migrations/newcommerce";
    private static final String PATH = "/v1/customers/{customerId}/migrations/newcommerce";

    private final Migrations migrations;
    private final BarePages pages;

    MigrationController(Migrations migrations, BarePages pages) {
        this.migrations = migrations;
        this.pages = pages;
    }

    @PostMapping(PATH + "/validate")
    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    EligibilityResource validate(
            @PathVariable CustomerId customerId, @RequestBody MigrationRequest body, Caller caller) {
        return EligibilityResource.of(migrations.validate(caller.partnerId(), customerId, body.toWish()));
    }

    @PostMapping(PATH)
    @ResponseStatus(HttpStatus.CREATED)
    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    MigrationResource create(@PathVariable CustomerId customerId, @RequestBody MigrationRequest body, Caller caller) {
        var wish = body.toWish();
        var reference = body.reference();
        return MigrationResource.of(
                unlessItFails(() -> migrations.begin(caller.partnerId(), customerId, wish, reference, caller.name())));
    }

    /** What fails unexpectedly has begun nothing, and may be tried again: the contract has a code for that. */
    private static Migration unlessItFails(Supplier<Migration> begin) {
        try {
            return begin.get();
        } catch (Refusal | TransientDataAccessException known) {
            throw known;
        } catch (RuntimeException broken) {
            LOG.error("A migration could not begin", broken);
            throw Refusal.because(MigrationRefusal.FAILED);
        }
    }

    @GetMapping(PATH + "/events")
    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    List<MigrationEventResource> events(
            @PathVariable CustomerId customerId, HttpServletRequest request, Caller caller) {
        var query = MigrationQueryText.of(request);
        return migrations.events(caller.partnerId(), customerId, query.migrationId(), query.subscriptionId()).stream()
                .map(MigrationEventResource::of)
                .toList();
    }

    @GetMapping(PATH + "/{migrationId}")
    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    MigrationResource get(@PathVariable CustomerId customerId, @PathVariable String migrationId, Caller caller) {
        return MigrationResource.of(migrations.get(caller.partnerId(), customerId, migrationId));
    }

    @GetMapping("/v1" + LIST)
    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    ResponseEntity<List<MigrationResource>> query(
            @RequestHeader(name = "MS-ContinuationToken", required = false) @Nullable String token,
            HttpServletRequest request,
            Caller caller) {
        var text = MigrationQueryText.of(request);
        var query = text.toQuery();
        if (query.isEmpty()) {
            throw MigrationWords.invalid("name a customer, a subscription or an external reference");
        }
        return pages.answer(
                LIST,
                token,
                text.pageSize(),
                (after, most) -> migrations.list(caller.partnerId(), query, after.map(UUID::fromString), most),
                one -> one.id().toString(),
                MigrationResource::of);
    }
}
