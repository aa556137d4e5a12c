package oroshi.agreements;

import oroshi.basics.Reason;

/** Why an acceptance isn't recorded, or a purchase has to wait for one. */
public enum AgreementRefusal implements Reason {
    MODE_REQUIRED("agreement.modeRequired", 400, 3000, "Say how the customer accepts the agreement."),
    NOT_ALLOWED("agreement.notAllowed", 403, 900150, "Only admin agents and sales agents can confirm acceptance."),
    DATE_FUTURE("agreement.dateFuture", 400, 3000, "The acceptance date can't be in the future."),
    DATE_OLD_VERSION(
            "agreement.dateOldVersion",
            400,
            3000,
            "The agreement in force started on {0}; an earlier date means an earlier version."),
    NEW_VERSION(
            "agreement.newVersion",
            403,
            13605,
            "A new version of the agreement was published on {0}; its acceptance must be confirmed."),
    DUPLICATE("agreement.duplicate", 409, 600061, "This customer already has an attestation for the same contact."),
    MISSING("agreement.missing", 403, 13605, "The customer's acceptance of the agreement must be confirmed first."),
    AWAITING("agreement.awaiting", 403, 13605, "The customer has not accepted the agreement yet."),
    ASK_PARTNER("agreement.askPartner", 403, 13605, "The partner must confirm the acceptance."),
    VERSION_PUBLISHED(
            "agreement.versionPublished",
            409,
            3000,
            "Version {0} can't be published for {1}: version {2} is published there, and nothing published is changed."),
    NO_TEMPLATE("agreement.noTemplate", 400, 3000, "No template of the agreement exists for {0}."),
    TEMPLATE_UNKNOWN("agreement.templateUnknown", 400, 3000, "No template has the id {0}."),
    TEMPLATE_ABSENT(
            "agreement.templateUnknown",
            404,
            1000,
            "No agreement template has the id {0}; ids are compared case-sensitively."),
    TEMPLATE_WITHOUT_DOCUMENT(
            "agreement.templateWithoutDocument",
            400,
            3000,
            "a {0} has no document; only the MicrosoftCustomerAgreement has"),
    COUNTRY_WITHOUT_DOCUMENT(
            "agreement.countryWithoutDocument",
            400,
            3000,
            "the agreement has no document for {0}; use an upper-case ISO alpha-2 code such as US"),
    LANGUAGE_NOT_OFFERED("agreement.languageNotOffered", 400, 3000, "The agreement isn't offered in {0}."),
    SIGNER_NAME("agreement.signerName", 400, 3000, "must have 1 to 50 characters"),
    SIGNER_OF_OPERATOR("email.operatorDomain", 400, 3000, "Addresses at {0} can't be used."),
    SIGNER_EMAIL_FORMAT("email.format", 400, 3000, "{0} is not an email address."),
    SIGNER_OF_PARTNER("email.partnerDomain", 400, 3000, "Addresses at {0} belong to the partner."),
    PROGRAMME_UNKNOWN("agreement.programmeUnknown", 404, 1000, "There is no programme {0}; the only one is csp."),
    NOT_GLOBAL_ADMIN("agreement.notGlobalAdmin", 403, 900150, "Only a global admin of the customer can accept.");

    private final Wording wording;

    AgreementRefusal(String key, int status, int code, String description) {
        wording = new Wording(key, status, code, description);
    }

    @Override
    public Wording wording() {
        return wording;
    }

    /** The symbolic name that the contract gives to an error, where it gives one. */
    @Override
    public String toString() {
        return this == DUPLICATE ? "PartnerConfirmedAgreementAlreadyExists" : name();
    }
}
