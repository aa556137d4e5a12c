package oroshi.onboarding;

import java.util.List;

/**
 * All that a draft remembers.
 *
 * @param accountPassed whether Account info has passed its checks once, so that later steps may be opened
 * @param selectionPassed whether Subscriptions has passed its checks once
 * @param cameFrom where Cancel leads back to
 */
public record DraftContent(
        AccountInput account, boolean accountPassed, List<LineInput> lines, boolean selectionPassed, String cameFrom) {
    public DraftContent {
        lines = List.copyOf(lines);
    }

    public DraftContent withAccount(AccountInput input, boolean passed) {
        return new DraftContent(input, passed, lines, selectionPassed, cameFrom);
    }

    public DraftContent withLines(List<LineInput> selected, boolean passed) {
        return new DraftContent(account, accountPassed, selected, passed, cameFrom);
    }
}
