package oroshi.access;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.UncheckedIOException;
import oroshi.database.PartnerScope;

/** Runs the rest of a request as its caller. */
final class CallerScope {
    /** The rest of a request. */
    interface Work {
        void run() throws ServletException, IOException;
    }

    private CallerScope() {}

    /** As the partner's caller, with the partner's rows in scope. */
    static void run(Caller caller, Work work) throws ServletException, IOException {
        carry(() -> ScopedValue.where(Caller.CURRENT, caller)
                .run(() -> PartnerScope.run(caller.partnerId(), () -> unchecked(work))));
    }

    static void run(CustomerCaller caller, Work work) throws ServletException, IOException {
        carry(() -> ScopedValue.where(CustomerCaller.CURRENT, caller).run(() -> unchecked(work)));
    }

    static void run(Operator operator, Work work) throws ServletException, IOException {
        carry(() -> ScopedValue.where(Operator.CURRENT, operator).run(() -> unchecked(work)));
    }

    private static void unchecked(Work work) {
        try {
            work.run();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (ServletException failed) {
            throw new Carried(failed);
        }
    }

    private static void carry(Runnable scoped) throws ServletException, IOException {
        try {
            scoped.run();
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        } catch (Carried carried) {
            throw carried.failed;
        }
    }

    private static final class Carried extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final ServletException failed;

        private Carried(ServletException failed) {
            super(failed);
            this.failed = failed;
        }
    }
}
