package oroshi.agreements;

import java.util.Locale;

/**
 * A kind of agreement between operator and customer. The operator says which one is required from which day on.
 *
 * @param key name in settings and data, for example {@code customer-agreement}
 * @param wireName its name in the API; empty for a text that is only read
 * @param templateId the id that clients know its first edition by
 * @param attestable whether its acceptance is recorded at all
 */
public record AgreementType(
        String key, String wireName, String templateId, boolean attestable, String english, String japanese) {
    /** Its name for the reader: Japanese, else English. */
    public String nameIn(Locale locale) {
        return locale.getLanguage().equals(Locale.JAPANESE.getLanguage()) ? japanese : english;
    }
}
