package oroshi.agreements;

/**
 * A kind of agreement between operator and customer. The operator says which one is required from which day on.
 *
 * @param key name in settings and data, for example {@code customer-agreement}
 * @param wireName its name in the API
 * @param templateId the id that clients know its first edition by
 */
public record AgreementType(String key, String wireName, String templateId, String english, String japanese) {}
