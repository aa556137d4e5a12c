package oroshi.onboarding;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;
import oroshi.access.Caller;
import oroshi.basics.DraftId;

/** A person who works through the wizard without a browser. */
@Component
class Desk {
    private final Drafts drafts;
    private final AccountChecks checks;
    private final AccountInputs inputs;
    private final Onboarding onboarding;

    Desk(Drafts drafts, AccountChecks checks, AccountInputs inputs, Onboarding onboarding) {
        this.drafts = drafts;
        this.checks = checks;
        this.inputs = inputs;
        this.onboarding = onboarding;
    }

    AccountCheck check(Caller caller, AccountInput input) {
        return as(caller, () -> checks.check(caller, input, Desk::date));
    }

    /** The keys of what is wrong with the page, each with the field it stands at. */
    List<String> problems(Caller caller, AccountInput input) {
        return check(caller, input).problems().stream()
                .map(problem -> problem.field() + " " + problem.reason().key())
                .toList();
    }

    /** A draft that is ready to be submitted. */
    DraftId reviewed(Caller caller, AccountInput input, LineInput... lines) {
        return as(caller, () -> {
            var check = checks.check(caller, input, Desk::date);
            var passed = inputs.withVersion(input, check.info().orElseThrow());
            var draft = drafts.open(caller, passed, "/customers");
            drafts.change(caller, draft.id(), content -> content.withAccount(passed, true)
                    .withLines(List.of(lines), true));
            return draft.id();
        });
    }

    Submitted submit(Caller caller, DraftId draftId) {
        return as(caller, () -> onboarding.submit(caller, draftId, Desk::date));
    }

    Onboarded added(Caller caller, AccountInput input, LineInput... lines) {
        return ((Submitted.Now) submit(caller, reviewed(caller, input, lines))).onboarded();
    }

    static <T> T as(Caller caller, Callable<T> work) {
        var result = new Object[1];
        caller.run(() -> {
            try {
                result[0] = work.call();
            } catch (RuntimeException refused) {
                throw refused;
            } catch (Exception unexpected) {
                throw new IllegalStateException(unexpected);
            }
        });
        @SuppressWarnings("unchecked")
        var answer = (T) result[0];
        return answer;
    }

    private static Optional<LocalDate> date(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
