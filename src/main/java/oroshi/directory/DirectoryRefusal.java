package oroshi.directory;

import oroshi.basics.Reason;

/** Why the directory refuses. */
public enum DirectoryRefusal implements Reason {
    /** Another tenant of the cloud holds the domain; the arguments are the domain and the free proposals. */
    DOMAIN_TAKEN("domain.taken", 409, 1003, "{0} is already in use."),
    /** The name breaks a rule of its form. */
    DOMAIN_FORMAT("domain.format", 400, 3000, "Use 3 to 27 letters (a-z) and digits, without spaces or symbols."),
    /** The name is kept from everybody. */
    DOMAIN_RESERVED("domain.reserved", 400, 3000, "{0} is reserved. Choose another name."),
    /** Another user of the tenant has the sign-in name. */
    SIGN_IN_NAME_TAKEN("user.nameTaken", 409, 1003, "{0} is already in use."),
    /** The sign-in name does not end in a verified domain of the tenant, or is no name. */
    SIGN_IN_NAME_FORMAT("user.nameFormat", 400, 3000, "Enter a name at one of the tenant's domains."),
    /** Whoever signs in at the domain proves elsewhere who that is. */
    DOMAIN_FEDERATED(
            "user.domainFederated",
            400,
            3000,
            "{0} is federated: its users are not made here. Choose another one of the tenant's domains."),
    /** Nobody in this tenant has the id. */
    USER_UNKNOWN("user.unknown", 404, 3000, "No user carries that id."),
    /** A tenant keeps at least one global admin. */
    LAST_GLOBAL_ADMIN("user.lastGlobalAdmin", 400, 3000, "At least one global admin has to remain."),
    /** The role is beyond what the caller may grant, remove or touch. */
    ROLE_NOT_YOURS("user.roleNotYours", 403, 900150, "Only a global admin may do this to a global admin."),
    /** Who helps out may not touch the admins of a customer. */
    ADMIN_NOT_YOURS("user.adminNotYours", 403, 900308, "A helpdesk agent may not do this to an admin."),
    /** A user has a name to show. */
    DISPLAY_NAME_MISSING("user.displayNameMissing", 400, 3000, "is required"),
    /** No country has the code. */
    LOCATION_UNKNOWN("user.locationUnknown", 400, 3000, "is no ISO country code"),
    /** The text is longer than the field takes, or contains control characters. */
    TEXT_TOO_LONG("user.textTooLong", 400, 3000, "takes {0} characters at the most"),
    /** The password that somebody gives to a user can be guessed. */
    GIVEN_PASSWORD_WEAK(
            "password.givenWeak",
            400,
            3000,
            "takes 8 to 128 characters of at least three kinds (capital and small letters, digits, symbols) without the"
                    + " name"),
    /** The directory has no role with the id. */
    ROLE_UNKNOWN("directoryRole.unknown", 404, 1000, "The directory has no such role."),
    /** The user has the role already. */
    ROLE_HELD("directoryRole.held", 409, 1003, "The user holds the role already."),
    /** The user does not have the role. */
    ROLE_NOT_HELD("directoryRole.notHeld", 404, 1000, "The user does not hold the role."),
    /** Whom a role is to be given to is not in the directory. */
    MEMBER_UNKNOWN("user.unknown", 404, 60002, "No user carries that id."),
    /** The chosen password is too short or too common, or repeats the name. */
    PASSWORD_WEAK("password.weak", 400, 3000, "Use 12 to 128 characters that do not contain the sign-in name."),
    /** The new password equals the old one. */
    PASSWORD_SAME("password.same", 400, 3000, "Choose a password that differs from the present one."),
    /** The present password was not given correctly. */
    PASSWORD_WRONG("password.wrong", 400, 3000, "The present password is not correct."),
    /** An authenticator is enrolled already. */
    SECOND_FACTOR_ENROLLED("secondFactor.enrolled", 409, 3000, "An authenticator is enrolled already.");

    private final Wording wording;

    DirectoryRefusal(String key, int status, int code, String description) {
        wording = new Wording(key, status, code, description);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
