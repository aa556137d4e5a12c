package oroshi.rest;

import oroshi.basics.Reason;

/** Refusals that any operation may give, with the codes that the wire contract publishes for all of them. */
public enum RestRefusal implements Reason {
    /** A member that must be there is missing. */
    MISSING("field.required", 400, 3000, "is required"),
    /** A value is not acceptable; {@code {0}} says what would be. */
    INVALID_VALUE("field.invalid", 400, 3000, "{0}"),
    /** The query or a header is not acceptable; {@code {0}} says why. */
    INVALID_PARAMETER("field.invalid", 400, 3000, "{0}"),
    /** The filter names an operator that the list does not support. */
    OPERATOR_UNSUPPORTED("filter.operator", 400, 2000, "The filter operator {0} is not supported for {1}. Use {2}."),
    /** The body is missing or is not JSON of the expected types. */
    BODY_UNREADABLE("body.unreadable", 400, 800002, "The request body is not acceptable: {0}"),
    /** The contract version asked for is not served. */
    VERSION_UNSUPPORTED("version.unsupported", 400, 800002, "MS-Contract-Version {0} is not served; use v1."),
    /** The text is no value of the enumeration. */
    UNKNOWN_ENUM("enum.unknown", 400, 900126, "Enum value {0} is not recognised. Known values: {1}."),
    /** The customer id in the path is no GUID. */
    CUSTOMER_ID_INVALID("customer.idInvalid", 400, 900118, "The customer id {0} is not a GUID."),
    /** Another id in the path is no GUID. */
    ID_INVALID("id.invalid", 400, 3000, "The id {0} is not a GUID."),
    /** The addressed resource does not exist for this caller. */
    NOT_FOUND("resource.notFound", 404, 1000, "The resource does not exist."),
    /** The customer does not exist for this caller. */
    CUSTOMER_UNKNOWN("relationship.missing", 404, 60003, "There is no customer {0} with a relationship to you."),
    /** The path exists, but not for this method. */
    METHOD_NOT_ALLOWED("method.notAllowed", 405, 800042, "{0} is not supported here. Supported: {1}."),
    /** The Accept header excludes JSON. */
    NOT_ACCEPTABLE("accept.unsupported", 406, 800042, "Answers are application/json; the Accept header excludes it."),
    /** The body has a content type other than JSON. */
    MEDIA_TYPE_UNSUPPORTED("mediaType.unsupported", 400, 800002, "Send the body as application/json, not as {0}."),
    /** If-Match names a version that is no longer current. */
    ETAG_STALE_HEADER("etag.stale", 412, 2055, "The ETag in If-Match is no longer current."),
    /** The etag inside the body is no longer current. */
    ETAG_STALE_BODY("etag.stale", 400, 2055, "The etag in the body is no longer current."),
    /** The caller has to say which version it saw, and said none. */
    ETAG_MISSING("etag.missing", 400, 2055, "is required: send the version that you read, here or in If-Match"),
    /** The first call with this request id still runs after a minute of waiting. */
    STILL_RUNNING("request.stillRunning", 409, 800060, "The first call with this MS-RequestId is still running."),
    /** The operation is part of the contract but not built yet. */
    NOT_BUILT("operation.notBuilt", 501, 0, "The operation {0} is not available yet; COMPATIBILITY.md lists what is.");

    private final Wording wording;

    RestRefusal(String key, int status, int code, String description) {
        wording = new Wording(key, status, code, description);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
