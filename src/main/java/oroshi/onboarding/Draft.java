package oroshi.onboarding;

import oroshi.basics.DraftId;
import oroshi.basics.PartnerId;
import oroshi.basics.UserId;

/** A customer about to be added: what one signed-in user has typed so far. */
public record Draft(DraftId id, PartnerId partnerId, UserId userId, long version, DraftContent content) {
    Draft with(DraftContent changed) {
        return new Draft(id, partnerId, userId, version + 1, changed);
    }
}
