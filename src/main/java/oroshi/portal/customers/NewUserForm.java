package oroshi.portal.customers;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import oroshi.directory.DirectoryRole;
import oroshi.directory.GivenPassword;
import oroshi.directory.NewMember;
import oroshi.directory.TemporaryPassword;
import oroshi.directory.UserDetails;
import oroshi.portal.Form;

/** The form for a new user: what a partner says about somebody who gets an account with a temporary password. */
record NewUserForm(Form form) {
    static final String LIMITED = "limited";

    private static final String PERMISSIONS = "permissions";
    private static final String GLOBAL = "global_admin";

    /** Says what is missing. */
    NewUserForm check() {
        form.require("displayName", "customerUsers.name").require("name", "customerUsers.signInName");
        if (form.value("usageLocation").isEmpty() && !licenses().isEmpty()) {
            form.reject("usageLocation", "license.locationMissing");
        }
        if (form.has(PERMISSIONS, LIMITED) && roles().isEmpty()) {
            form.reject("roles", "customerUsers.chooseRole");
        }
        return this;
    }

    NewMember toMember(TemporaryPassword password) {
        return new NewMember(
                form.value("name").strip() + "@" + form.value("domain"),
                form.value("firstName"),
                form.value("lastName"),
                new UserDetails(form.value("displayName"), form.value("usageLocation"), "", ""),
                roles(),
                GivenPassword.temporary(password));
    }

    List<String> licenses() {
        return form.values("licenses");
    }

    private Set<DirectoryRole> roles() {
        return switch (form.value(PERMISSIONS)) {
            case GLOBAL -> Set.of(DirectoryRole.COMPANY_ADMINISTRATOR);
            case LIMITED ->
                form.values("roles").stream()
                        .map(DirectoryRole::find)
                        .flatMap(Optional::stream)
                        .filter(role -> role != DirectoryRole.COMPANY_ADMINISTRATOR)
                        .collect(Collectors.toSet());
            default -> Set.of();
        };
    }
}
