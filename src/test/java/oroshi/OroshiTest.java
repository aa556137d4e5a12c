package oroshi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;
import oroshi.agreements.PublishedEditions;
import oroshi.database.TestDatabase;

/**
 * The whole application on a free port with a real database. All such tests share one application, so a test makes the
 * partners and customers that it needs and changes no bean.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = {TestDatabase.ForApplication.class, AddressService.ForApplication.class})
@ActiveProfiles("test")
@TestExecutionListeners(listeners = PublishedEditions.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface OroshiTest {}
