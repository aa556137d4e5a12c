/**
 * Who works with whom: partners with customers, with or without delegated administration, and indirect providers with
 * indirect resellers; which resellers exist only in a sandbox; what a customer may buy by itself. Owns both sides of each tie and the invitation links. Customers' profiles, agreements and
 * subscriptions belong elsewhere; those modules ask here whose rows a caller may see.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "basics", "clock", "database", "directory", "partners", "rest"})
package oroshi.relationships;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
