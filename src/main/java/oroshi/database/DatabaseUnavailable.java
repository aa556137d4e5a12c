package oroshi.database;

/** The database cannot be used; says what is wrong and what its operator can do about it. */
public final class DatabaseUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String problem;
    private final String cure;

    DatabaseUnavailable(String problem, String cure) {
        super(problem + " " + cure);
        this.problem = problem;
        this.cure = cure;
    }

    DatabaseUnavailable(String problem, String cure, Throwable cause) {
        this(problem, cure);
        initCause(cause);
    }

    /** What is wrong. */
    public String problem() {
        return problem;
    }

    /** What the operator can do. */
    public String cure() {
        return cure;
    }
}
