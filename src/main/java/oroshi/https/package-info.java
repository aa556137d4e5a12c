/**
 * The second port, which speaks HTTPS, and the certificate that the installation makes for it when it is given none.
 * Nobody asks here: clients that take no plain address come in through it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "database")
package oroshi.https;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
