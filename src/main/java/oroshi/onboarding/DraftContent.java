package oroshi.onboarding;

import java.util.List;
import java.util.Optional;

/**
 * What a draft holds: both pages exactly as typed, and how far it has come.
 *
 * @param accountPassed whether Account info has passed its checks
 * @param address what the address check said last; empty when nobody was asked
 * @param selectionPassed whether the Subscriptions page has
 * @param cameFrom where Cancel leads
 */
public record DraftContent(
        AccountInput account,
        boolean accountPassed,
        Optional<AddressAnswer> address,
        List<LineInput> lines,
        boolean selectionPassed,
        String cameFrom) {
    public DraftContent {
        lines = List.copyOf(lines);
    }

    static DraftContent first(AccountInput account, String cameFrom) {
        return new DraftContent(account, false, Optional.empty(), List.of(), false, cameFrom);
    }

    public DraftContent withAccount(AccountInput input, boolean passed) {
        return new DraftContent(input, passed, address, lines, selectionPassed, cameFrom);
    }

    DraftContent withAddress(Optional<AddressAnswer> answer) {
        return new DraftContent(account, accountPassed, answer, lines, selectionPassed, cameFrom);
    }

    /** The same with all that the other says about Account info. */
    public DraftContent withAccountOf(DraftContent other) {
        return withAccount(other.account, other.accountPassed).withAddress(other.address);
    }

    public DraftContent withLines(List<LineInput> selected, boolean passed) {
        return new DraftContent(account, accountPassed, address, selected, passed, cameFrom);
    }
}
