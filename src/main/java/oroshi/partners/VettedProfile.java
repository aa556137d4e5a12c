package oroshi.partners;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A partner's legal data with what the operator found.
 *
 * @param decided the newest data that the operator has decided on; null before the first decision
 */
public record VettedProfile(
        LegalProfile profile,
        ProfileVetting vetting,
        @Nullable Decided decided) {
    /** Data that the operator has authorized or rejected. */
    record Decided(LegalProfile profile, ProfileVetting vetting) {}

    /** The newest vetting that came to an end. */
    public Optional<VettedProfile> lastFinalized() {
        return Optional.ofNullable(decided).map(each -> new VettedProfile(each.profile(), each.vetting(), each));
    }

    /** The data and how they stand, without what was decided before. */
    VettedProfile present() {
        return new VettedProfile(profile, vetting, null);
    }

    VettedProfile changedTo(LegalProfile changed) {
        var again = vetting == ProfileVetting.NONE || changed.needsVettingAfter(profile);
        return new VettedProfile(changed, again ? ProfileVetting.PENDING : vetting, decided);
    }

    VettedProfile decidedAs(ProfileVetting decision) {
        return new VettedProfile(profile, decision, new Decided(profile, decision));
    }
}
