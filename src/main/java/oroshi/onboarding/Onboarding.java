package oroshi.onboarding;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.access.Caller;
import oroshi.basics.DraftId;
import oroshi.basics.Refusal;
import oroshi.clock.Clocks;
import oroshi.directory.DirectoryRefusal;
import oroshi.orders.NewOrderLine;

/** Adds customers: tenant, customer, relationship, agreement record, administrator and order, all or nothing. */
@Service
public class Onboarding {
    private final DraftTable drafts;
    private final SubmissionTable submissions;
    private final DraftJudge judge;
    private final Opening opening;
    private final Clocks clocks;

    Onboarding(DraftTable drafts, SubmissionTable submissions, DraftJudge judge, Opening opening, Clocks clocks) {
        this.drafts = drafts;
        this.submissions = submissions;
        this.judge = judge;
        this.opening = opening;
        this.clocks = clocks;
    }

    /**
     * Submits the caller's draft. The first submit does the work; one that comes while it still runs waits for it, and
     * every repetition hears what the first one made. When the draft no longer passes its checks it stays as it is and
     * {@link DraftRejected} says what to put right.
     *
     * @param dates reads a date as the user's language writes it
     */
    @Transactional
    public Submitted submit(Caller caller, DraftId draftId, Function<String, Optional<LocalDate>> dates) {
        var taken = drafts.take(caller.partnerId(), caller.userId().orElseThrow(), draftId);
        if (taken.isEmpty()) {
            return submissions
                    .find(caller.partnerId(), draftId)
                    .map(Submitted.Before::new)
                    .orElseThrow(() -> Refusal.because(OnboardingRefusal.DRAFT_UNKNOWN));
        }
        var draft = taken.get();
        var onboarded = judge.open(caller, draft.content(), dates);
        submissions.insert(
                draft, onboarded.customer().id(), clocks.of(caller.partnerId()).instant());
        return new Submitted.Now(onboarded);
    }

    /**
     * Adds a customer in one call, with the lines of its first order; refuses with the first reason against it.
     *
     * @param names what the caller calls the fields
     */
    @Transactional
    Onboarded add(Caller caller, CheckedAccount info, List<NewOrderLine> lines, FieldNames names) {
        try {
            return opening.open(caller, info, lines);
        } catch (Refusal refused) {
            throw refused.reason() instanceof DirectoryRefusal
                    ? Refusal.of(
                            names.of(AccountField.DOMAIN_PREFIX),
                            refused.reason(),
                            refused.arguments().toArray())
                    : refused;
        }
    }
}
