package oroshi.migrations;

import static oroshi.access.Role.ADMIN_AGENT;
import static oroshi.access.Role.GLOBAL_ADMIN;
import static oroshi.access.Role.SALES_AGENT;
import static oroshi.basics.PartnerType.DIRECT_BILL;
import static oroshi.basics.PartnerType.INDIRECT_PROVIDER;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.basics.CustomerId;
import oroshi.basics.Refusal;
import oroshi.rest.BarePages;

/** The schedules of migrations on the wire. */
@RestController
class ScheduleController {
    private static final String LIST = "/migrations/newcommerce/schedules";
    private static final String PATH = "/v1/customers/{customerId}" + LIST;

    /** What stands against a migration, but has no code of its own where one is scheduled. */
    private static final Set<MigrationRefusal> UNTOLD_OF_NEW =
            EnumSet.of(MigrationRefusal.NOT_ELIGIBLE, MigrationRefusal.SEATS_EXHAUSTED);

    /** As the other for changes, which know codes just for terms and their ends. */
    private static final Set<MigrationRefusal> UNTOLD_OF_CHANGE = EnumSet.complementOf(EnumSet.of(
            MigrationRefusal.INPUT_INVALID,
            MigrationRefusal.PLAN_NOT_SOLD,
            MigrationRefusal.END_DATE_INVALID,
            MigrationRefusal.END_DATE_UNALIGNED,
            MigrationRefusal.SCHEDULE_OVER,
            MigrationRefusal.SCHEDULE_UNKNOWN));

    private final MigrationSchedules schedules;
    private final BarePages pages;

    ScheduleController(MigrationSchedules schedules, BarePages pages) {
        this.schedules = schedules;
        this.pages = pages;
    }

    @PostMapping(PATH)
    @ResponseStatus(HttpStatus.CREATED)
    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    ScheduleResource create(@PathVariable CustomerId customerId, @RequestBody MigrationRequest body, Caller caller) {
        var asked = body.toSchedule();
        return ScheduleResource.of(inItsWords(
                UNTOLD_OF_NEW, () -> schedules.create(caller.partnerId(), customerId, asked, caller.name())));
    }

    @GetMapping(PATH + "/{scheduleId}")
    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    ScheduleResource get(@PathVariable CustomerId customerId, @PathVariable String scheduleId, Caller caller) {
        return ScheduleResource.of(schedules.get(caller.partnerId(), customerId, scheduleId));
    }

    @PutMapping(PATH + "/{scheduleId}")
    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    ScheduleResource update(
            @PathVariable CustomerId customerId,
            @PathVariable String scheduleId,
            @RequestBody MigrationRequest body,
            Caller caller) {
        var asked = body.toSchedule();
        return ScheduleResource.of(inItsWords(
                UNTOLD_OF_CHANGE, () -> schedules.update(caller.partnerId(), customerId, scheduleId, asked)));
    }

    /** The body is of no account: clients send none, an empty one, or the four letters null. */
    @PostMapping(PATH + "/{scheduleId}/cancel")
    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    ScheduleResource cancel(@PathVariable CustomerId customerId, @PathVariable String scheduleId, Caller caller) {
        return ScheduleResource.of(schedules.cancel(caller.partnerId(), customerId, scheduleId));
    }

    private static MigrationSchedule inItsWords(Set<MigrationRefusal> untold, Supplier<MigrationSchedule> work) {
        try {
            return work.get();
        } catch (Refusal refusal) {
            if (refusal.reason() instanceof MigrationRefusal reason && untold.contains(reason)) {
                throw MigrationWords.invalid(
                        String.valueOf(refusal.getMessage()).replaceFirst("\\.$", ""));
            }
            throw refusal;
        }
    }

    @GetMapping("/v1" + LIST)
    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    ResponseEntity<List<ScheduleResource>> query(
            @RequestHeader(name = "MS-ContinuationToken", required = false) @Nullable String token,
            HttpServletRequest request,
            Caller caller) {
        var text = MigrationQueryText.of(request);
        return pages.answer(
                LIST,
                token,
                text.pageSize(),
                (after, most) -> schedules.list(caller.partnerId(), text.toQuery(), after.map(UUID::fromString), most),
                one -> one.id().toString(),
                ScheduleResource::of);
    }
}
