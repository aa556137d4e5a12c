package oroshi.onboarding;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.access.Caller;
import oroshi.basics.CustomerId;
import oroshi.basics.DraftId;
import oroshi.basics.Refusal;
import oroshi.basics.UserId;
import oroshi.clock.Clocks;
import oroshi.partners.Partners;

/** The drafts of new customers, each of which belongs to the user who opened it. */
@Service
public class Drafts {
    private static final Duration LONGEST_IDLE = Duration.ofHours(24);
    private static final int ATTEMPTS = 5;

    private final DraftTable table;
    private final SubmissionTable submissions;
    private final Partners partners;
    private final Clocks clocks;

    Drafts(DraftTable table, SubmissionTable submissions, Partners partners, Clocks clocks) {
        this.table = table;
        this.submissions = submissions;
        this.partners = partners;
        this.clocks = clocks;
    }

    /** Opens a draft, and clears away the partner's drafts that nobody has touched for a day. */
    @Transactional
    public Draft open(Caller caller, AccountInput account, String cameFrom) {
        var now = now(caller);
        table.deleteIdle(caller.partnerId(), now.minus(LONGEST_IDLE));
        var content = DraftContent.first(account, cameFrom);
        var draft = new Draft(DraftId.next(), caller.partnerId(), user(caller), 1, content);
        table.insert(draft, now);
        return draft;
    }

    /**
     * The caller's own draft; empty when it was submitted, discarded, forgotten, or is somebody else's. Refuses while the
     * partner may add no customers; the draft stays.
     */
    @Transactional(readOnly = true)
    public Optional<Draft> find(Caller caller, DraftId draftId) {
        partners.get(caller.partnerId()).requireMayAddCustomers();
        return table.find(caller.partnerId(), user(caller), draftId, now(caller).minus(LONGEST_IDLE));
    }

    /** Changes the caller's own draft; a change that another window made in between is kept where this one is silent. */
    @Transactional
    public Draft change(Caller caller, DraftId draftId, UnaryOperator<DraftContent> change) {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var draft = find(caller, draftId).orElseThrow(() -> Refusal.because(OnboardingRefusal.DRAFT_UNKNOWN));
            var next = draft.with(change.apply(draft.content()));
            if (table.update(next, now(caller))) {
                return next;
            }
        }
        throw Refusal.because(OnboardingRefusal.DRAFT_CHANGED);
    }

    /** Deletes the caller's own draft and answers what it was. */
    @Transactional
    public Optional<Draft> discard(Caller caller, DraftId draftId) {
        return table.take(caller.partnerId(), user(caller), draftId);
    }

    /** The customer that a draft of the caller's partner became. */
    @Transactional(readOnly = true)
    public Optional<CustomerId> findSubmitted(Caller caller, DraftId draftId) {
        return submissions.find(caller.partnerId(), draftId);
    }

    private Instant now(Caller caller) {
        return clocks.of(caller.partnerId()).instant();
    }

    private static UserId user(Caller caller) {
        return caller.userId().orElseThrow();
    }
}
