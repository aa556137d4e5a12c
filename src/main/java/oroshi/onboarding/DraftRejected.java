package oroshi.onboarding;

import java.util.List;
import oroshi.basics.Problem;

/** A submit whose draft no longer passes its checks; nothing has changed and the draft is as it was. */
public final class DraftRejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Page page;
    private final transient List<Problem> problems;

    /** Where the user has to put it right. */
    public enum Page {
        ACCOUNT,
        REVIEW
    }

    DraftRejected(Page page, List<Problem> problems) {
        super("The draft needs attention", null, false, false);
        this.page = page;
        this.problems = List.copyOf(problems);
    }

    public Page page() {
        return page;
    }

    /** What is wrong, at the names of the page's fields; a problem of the whole page names none. */
    public List<Problem> problems() {
        return problems;
    }
}
