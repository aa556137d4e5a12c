package oroshi.partners;

/**
 * How a partner presents itself, and the language and region it works in.
 *
 * @param language two letters
 * @param culture language and region, for example {@code ja-JP}
 */
public record OrganizationProfile(
        String companyName, ProfileAddress address, String email, String language, String culture) {}
