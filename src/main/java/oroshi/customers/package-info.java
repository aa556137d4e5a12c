/**
 * The customers of a partner as this partner knows them: company and bill-to profile, qualifications, tags, and the list
 * that is searched. It also owns the rules of a country for addresses, registration ids, phones and languages.
 *
 * <p>A customer's directory, its users and its domains belong to the directory; who may see a customer on whose behalf
 * belongs to relationships. Onboarding adds customers here; the portal and the API read and change them.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "activity",
            "basics",
            "clock",
            "database",
            "directory",
            "partners",
            "relationships",
            "rest"
        })
package oroshi.customers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
