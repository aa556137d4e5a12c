package oroshi.agreements;

import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;
import oroshi.database.WholeDatabase;

/**
 * Takes back what a test published of agreements, which the operator can't: a later one whose clock reaches the edition's
 * day would meet a gate that nobody told it of. For the same reason no other test may run meanwhile.
 */
public class PublishedEditions extends AbstractTestExecutionListener {
    @Override
    public void afterTestMethod(TestContext test) {
        if (test.hasApplicationContext()
                && withdraw(test)
                && !test.getTestClass().isAnnotationPresent(Isolated.class)) {
            throw new IllegalStateException(
                    "An agreement was published while others ran: its test has to be @Isolated");
        }
    }

    /** Whether there was something to take back. */
    private static boolean withdraw(TestContext test) {
        var application = test.getApplicationContext();
        var templates = application.getBean(Templates.class);
        if (templates.list().stream().noneMatch(template -> template.versionRank() > 0)) {
            return false;
        }
        application.getBean(WholeDatabase.class).withdrawLaterEditions();
        templates.afterSingletonsInstantiated();
        return true;
    }
}
