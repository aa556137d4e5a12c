/**
 * The agreements that customers accept: types and templates, attestations by partners, acceptance by customers
 * themselves, and the gate that orders pass. Partners own their attestations; an acceptance by the customer belongs to
 * its directory and counts for every partner.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "basics",
            "clock",
            "customers",
            "database",
            "directory",
            "mail",
            "partners",
            "relationships",
            "rest"
        })
package oroshi.agreements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
