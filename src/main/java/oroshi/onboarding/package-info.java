/**
 * A new customer from the first keystroke to the stored whole: drafts of the wizard, the checks of Account info, and the
 * submit that makes tenant, customer, relationship, agreement record, administrator and order in one transaction.
 *
 * <p>Owns drafts and the outcomes of submits; what a submit makes belongs to the modules behind their doors. The
 * portal's wizard, {@code POST /v1/customers} and the single call {@code POST /oroshi/customers} ask it.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "activity",
            "agreements",
            "basics",
            "catalog",
            "clock",
            "customers",
            "database",
            "directory",
            "orders",
            "partners",
            "relationships",
            "rest",
            "subscriptions"
        })
package oroshi.onboarding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
