package oroshi.administration;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Refusal;
import oroshi.rest.Attributes;
import oroshi.rest.Fields;

/** The ApplicationConsent resource as the contract names and nests it. What arrives may lack any field. */
record ApplicationConsentResource(
        @Nullable String displayName,
        @Nullable UUID applicationId,
        @Nullable List<@Nullable Grant> applicationGrants,
        @Nullable Attributes attributes) {
    private static final Attributes CONSENT = Attributes.of("ApplicationConsent");

    record Grant(
            @Nullable UUID enterpriseApplicationId,
            @Nullable String scope) {
        ApplicationGrant toGrant(String path) {
            return ApplicationGrant.of(
                    path,
                    Fields.required(path + ".enterpriseApplicationId", enterpriseApplicationId),
                    Fields.requiredText(path + ".scope", scope));
        }
    }

    static ApplicationConsentResource of(ApplicationConsent consent) {
        var grants = consent.grants().stream()
                .<@Nullable Grant>map(grant -> new Grant(grant.enterpriseApplicationId(), grant.scope()))
                .toList();
        return new ApplicationConsentResource(consent.displayName(), consent.applicationId(), grants, CONSENT);
    }

    ApplicationConsent toConsent() {
        if (applicationId == null || applicationGrants == null || applicationGrants.isEmpty()) {
            throw Refusal.because(AdministrationRefusal.CONSENT_INCOMPLETE);
        }
        var grants = IntStream.range(0, applicationGrants.size())
                .mapToObj(index -> grant("applicationGrants[" + index + "]", applicationGrants.get(index)))
                .toList();
        var name = displayName == null || displayName.isBlank() ? null : displayName.strip();
        return new ApplicationConsent(applicationId, name, grants);
    }

    private static ApplicationGrant grant(String path, @Nullable Grant grant) {
        return Fields.required(path, grant).toGrant(path);
    }
}
