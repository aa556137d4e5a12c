package oroshi.sandbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.rest.PageRequest;
import oroshi.rest.Pages;
import oroshi.rest.ResourceCollection;
import oroshi.sandbox.ClockResource.StepResource;

/** The clock of the calling sandbox partner; another partner's looks like one that never was. */
@RestController
class ClockController {
    static final String ROOT = "/oroshi/clocks";

    private final TestClocks clocks;
    private final ClockWatch watch;
    private final Pages pages;

    ClockController(TestClocks clocks, ClockWatch watch, Pages pages) {
        this.clocks = clocks;
        this.watch = watch;
        this.pages = pages;
    }

    @GetMapping(ROOT)
    @Allows(applicationAlone = true)
    ResourceCollection<ClockResource> listClocks(Caller caller) {
        return ResourceCollection.of(clocks.find(caller.partnerId()).stream()
                .map(clock -> ClockResource.of(clock, ROOT))
                .toList());
    }

    @PostMapping(ROOT)
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT})
    ResponseEntity<ClockResource> createClock(
            @RequestBody(required = false) @Nullable ClockRequest body, Caller caller) {
        var mode = body == null ? ClockMode.RUNNING : body.toMode();
        var clock = ClockResource.of(clocks.create(caller.partnerId(), mode), ROOT);
        return ResponseEntity.status(HttpStatus.CREATED)
                .header("Location", ROOT + "/" + clock.id())
                .body(clock);
    }

    /** With {@code wait} the answer comes when the clock has arrived, or after so many seconds. */
    @GetMapping(ROOT + "/{clockId}")
    @Allows(applicationAlone = true)
    ClockResource getClock(@PathVariable PartnerId clockId, @RequestParam(defaultValue = "0") int wait, Caller caller) {
        return ClockResource.of(watch.await(own(clockId, caller), Waiting.of(wait)), ROOT);
    }

    /** Takes an instant as {@code to} or a period as {@code by}. */
    @PostMapping(ROOT + "/{clockId}/advance")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT})
    ClockResource advanceClock(@PathVariable PartnerId clockId, @RequestBody ClockRequest body, Caller caller) {
        return ClockResource.of(clocks.advance(own(clockId, caller), body.toLeap(), caller.name()), ROOT);
    }

    @GetMapping(ROOT + "/{clockId}/steps")
    @Allows(applicationAlone = true)
    ResourceCollection<StepResource> listClockSteps(@PathVariable PartnerId clockId, PageRequest page, Caller caller) {
        return pages.answer(
                page,
                clocks.steps(own(clockId, caller), page),
                step -> List.of(step.advanceId().toString(), Integer.toString(step.number())),
                StepResource::of);
    }

    @DeleteMapping(ROOT + "/{clockId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allows(
            applicationAlone = true,
            roles = {Role.GLOBAL_ADMIN, Role.ADMIN_AGENT})
    void deleteClock(@PathVariable PartnerId clockId, Caller caller) {
        clocks.delete(own(clockId, caller));
    }

    private static PartnerId own(PartnerId clockId, Caller caller) {
        if (!clockId.equals(caller.partnerId())) {
            throw Refusal.because(ClockRefusal.UNKNOWN);
        }
        return clockId;
    }
}
