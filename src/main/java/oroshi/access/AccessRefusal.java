package oroshi.access;

import oroshi.basics.Reason;

/** Why a caller is turned away. */
public enum AccessRefusal implements Reason {
    /** The token is missing, expired, foreign or without a second factor. */
    UNAUTHENTICATED("access.unauthenticated", 401, 400, "The caller could not be authenticated."),
    /** The operation needs a person; an application called alone. */
    APPLICATION_ALONE("access.applicationAlone", 403, 900329, "App-only tokens are not accepted by this resource."),
    /** The person's roles lack the right. */
    ROLE_MISSING("access.roleMissing", 403, 900150, "The role of the signed-in user does not include this operation."),
    /** As {@link #ROLE_MISSING}, and says which roles would do. */
    ROLE_NEEDED(
            "access.roleMissing",
            403,
            900150,
            "The role of the signed-in user does not include this operation; it takes one of: {0}."),
    /** The operation is not for partners of the caller's type. */
    PARTNER_TYPE(
            "access.partnerType", 403, 900150, "The operation is not for partners of the type {0}, only for: {1}."),
    /** The operation is for registrars of domains. */
    NO_REGISTRAR("access.noRegistrar", 403, 900150, "Only partners that are domain registrars can add domains."),
    /** The caller lacks delegated administration of the customer's directory. */
    NO_DELEGATED_ADMINISTRATION(
            "access.noDelegatedAdministration",
            403,
            900308,
            "The caller's privileges in the customer tenant are insufficient."),
    /** The page needs a permission. */
    PERMISSION_MISSING("access.permissionMissing", 403, 900150, "Needs the permission {0}."),
    /** None of the person's other accounts is that one. */
    ACCOUNT_UNKNOWN("access.accountUnknown", 404, 1000, "The person has no such account."),
    /** The function does not exist in the caller's cloud. */
    NOT_IN_THIS_CLOUD("cloud.unsupported", 400, 900141, "{0} is not supported in this cloud.");

    private final Wording wording;

    AccessRefusal(String key, int status, int code, String description) {
        wording = new Wording(key, status, code, description);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
