/**
 * The words every module speaks: typed ids, clouds, refusals and business events. Owns no table and no bean;
 * every module may use it and it uses none.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package oroshi.basics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
