package oroshi.agreements;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;
import oroshi.database.WholeDatabase;

/**
 * Takes back what a test published of agreements, which the operator can't: a later one whose clock reaches the edition's
 * day would meet a gate that nobody told it of.
 */
public class PublishedEditions extends AbstractTestExecutionListener {
    @Override
    public void afterTestMethod(TestContext test) {
        if (test.hasApplicationContext()) {
            withdraw(test);
        }
    }

    private static void withdraw(TestContext test) {
        var application = test.getApplicationContext();
        var templates = application.getBean(Templates.class);
        if (templates.list().stream().anyMatch(template -> template.versionRank() > 0)) {
            application.getBean(WholeDatabase.class).withdrawLaterEditions();
            templates.afterSingletonsInstantiated();
        }
    }
}
