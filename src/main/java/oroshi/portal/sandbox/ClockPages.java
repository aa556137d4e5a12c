package oroshi.portal.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.basics.Ids;
import oroshi.basics.Refusal;
import oroshi.portal.Flash;
import oroshi.portal.Form;
import oroshi.portal.Link;
import oroshi.portal.Locales;
import oroshi.portal.Page;
import oroshi.portal.Paging;
import oroshi.rest.PageRequest;
import oroshi.rest.PageRequest.Seek;
import oroshi.rest.RestRefusal;
import oroshi.sandbox.AdvanceStep;
import oroshi.sandbox.ClockMode;
import oroshi.sandbox.Leap;
import oroshi.sandbox.TestClocks;

/** Shows a sandbox partner its clock, moves it on and says what ran on the way. Other partners have no such page. */
@Controller
class ClockPages {
    private static final String PATH = "/settings/clock";
    private static final Link HERE = Link.to(PATH);

    private final TestClocks clocks;
    private final Locales locales;
    private final Clock real = Clock.systemUTC();

    ClockPages(TestClocks clocks, Locales locales) {
        this.clocks = clocks;
        this.locales = locales;
    }

    @GetMapping(PATH)
    @Needs(Permission.PROFILE_SELF)
    Page show(Caller caller, @RequestParam(required = false) @Nullable String before) {
        return page(caller, before, Form.of(Map.of("mode", ClockMode.RUNNING.wire())));
    }

    @PostMapping(PATH)
    @Needs(Permission.INTEGRATION_MANAGE)
    Page create(Caller caller, HttpServletRequest request) {
        var form = Form.of(request);
        var mode = form.has("mode", ClockMode.STOPPED.wire()) ? ClockMode.STOPPED : ClockMode.RUNNING;
        return done(caller, form, () -> {
            clocks.create(caller.partnerId(), mode);
            return Flash.success("sandboxClock.created");
        });
    }

    /** A button says by how much, or the date where to. */
    @PostMapping(PATH + "/advance")
    @Needs(Permission.INTEGRATION_MANAGE)
    Page advance(Caller caller, HttpServletRequest request) {
        var form = Form.of(request);
        var leap = leap(form, request);
        if (form.isRejected()) {
            return page(caller, null, form).rejected();
        }
        return done(caller, form, () -> {
            clocks.advance(caller.partnerId(), leap.orElseThrow(), caller.name());
            return Flash.success("sandboxClock.started");
        });
    }

    @PostMapping(PATH + "/give-up")
    @Needs(Permission.INTEGRATION_MANAGE)
    Page giveUp(Caller caller, HttpServletRequest request) {
        return done(caller, Form.of(request), () -> {
            clocks.delete(caller.partnerId());
            return Flash.success("sandboxClock.givenUp");
        });
    }

    private Optional<Leap> leap(Form form, HttpServletRequest request) {
        if (!form.value("by").isEmpty()) {
            return by(form);
        }
        var day = form.require("date", "sandboxClock.date")
                .date("date", locales.texts(request).formats());
        return day.map(LocalDate::atStartOfDay).map(midnight -> new Leap.To(midnight.toInstant(ZoneOffset.UTC)));
    }

    private static Optional<Leap> by(Form form) {
        try {
            return Optional.of(Leap.by(form.value("by")));
        } catch (Refusal refusal) {
            form.reject(refusal);
            return Optional.empty();
        }
    }

    private Page done(Caller caller, Form form, Supplier<Flash> work) {
        requireSandbox(caller);
        try {
            return Page.redirect(HERE).flash(work.get());
        } catch (Refusal refusal) {
            return page(caller, null, form.reject(refusal)).rejected();
        }
    }

    private Page page(Caller caller, @Nullable String before, Form form) {
        requireSandbox(caller);
        var clock = clocks.find(caller.partnerId());
        var request = history(before);
        var slice = clock.map(own -> clocks.steps(caller.partnerId(), request));
        var steps = slice.map(found -> found.items()).orElse(List.of());
        var hasMore = slice.filter(found -> found.after()).isPresent();
        return Page.of(
                "sandbox/clock",
                "view",
                new ClockView(
                        clock,
                        real.instant(),
                        steps,
                        Paging.of(
                                before == null ? null : HERE,
                                null,
                                hasMore ? HERE.with("before", position(steps.getLast())) : null)),
                "form",
                form);
    }

    /** The latest first; the first page for anything that is no position. */
    private static PageRequest history(@Nullable String before) {
        var key = before == null || !before.matches("[0-9a-f-]{36}_\\d{1,6}")
                ? List.<String>of()
                : List.of(before.split("_"));
        var known = key.isEmpty() || Ids.parse(key.getFirst()).isEmpty() ? List.<String>of() : key;
        return new PageRequest(
                PATH,
                ClockView.PAGE,
                Optional.empty(),
                Optional.empty(),
                true,
                known.isEmpty() ? Seek.FIRST : Seek.AFTER,
                known);
    }

    private static String position(AdvanceStep step) {
        return step.advanceId() + "_" + step.number();
    }

    private void requireSandbox(Caller caller) {
        if (!clocks.isFor(caller.partnerId())) {
            throw Refusal.because(RestRefusal.NOT_FOUND);
        }
    }
}
