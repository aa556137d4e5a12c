package oroshi.administration;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oroshi.administration.CustomerDomainResource.Authentication;
import oroshi.administration.CustomerDomainResource.Status;
import oroshi.administration.CustomerDomainResource.Verification;
import oroshi.basics.Refusal;
import oroshi.basics.Typed;
import oroshi.rest.Fields;
import oroshi.rest.RestRefusal;
import tools.jackson.databind.json.JsonMapper;

/** The VerifiedDomainRequest resource as the contract has it. */
record VerifiedDomainRequest(
        @Nullable String verifiedDomainName,
        @Nullable Domain domain,
        @Nullable FederationSettings domainFederationSettings) {
    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The domain as the registrar describes it. */
    record Domain(
            @Nullable Authentication authenticationType,
            @Nullable String capability,
            @Nullable Boolean isDefault,
            @Nullable Boolean isInitial,
            @Nullable String name,
            @Nullable String rootDomain,
            @Nullable Status status,
            @Nullable Verification verificationMethod) {}

    /** Where people of a federated domain prove who they are. */
    record FederationSettings(
            @Nullable String activeLogOnUri,
            @Nullable String defaultInteractiveAuthenticationMethod,
            @Nullable String federationBrandName,
            @Nullable String issuerUri,
            @Nullable String logOffUri,
            @Nullable String metadataExchangeUri,
            @Nullable String nextSigningCertificate,
            @Nullable String openIdConnectDiscoveryEndpoint,
            @Nullable String passiveLogOnUri,
            @Nullable Protocol preferredAuthenticationProtocol,
            @Nullable Prompt promptLoginBehavior,
            @Nullable String signingCertificate,
            @Nullable String signingCertificateUpdateStatus,
            @Nullable Boolean supportsMfa) {
        private static final String PATH = "domainFederationSettings.";

        /** How the two sides speak. */
        enum Protocol {
            WS_FED,
            SAMLP
        }

        /** What happens to a request for a new sign-in. */
        enum Prompt {
            TRANSLATE_TO_FRESH_PASSWORD_AUTH,
            NATIVE_SUPPORT,
            DISABLED
        }

        void require() {
            Fields.requiredText(PATH + "issuerUri", issuerUri);
            Fields.requiredText(PATH + "logOffUri", logOffUri);
            Fields.requiredText(PATH + "passiveLogOnUri", passiveLogOnUri);
            Fields.required(PATH + "preferredAuthenticationProtocol", preferredAuthenticationProtocol);
            Fields.required(PATH + "promptLoginBehavior", promptLoginBehavior);
            Fields.requiredText(PATH + "signingCertificate", signingCertificate);
        }
    }

    /** The domain, complete and in form; below the cloud's own suffix there are first domains only. */
    CustomerDomainResource require(String suffix) {
        var name = name(suffix);
        var described = Fields.required("domain", domain);
        var authentication = Fields.required("domain.authenticationType", described.authenticationType());
        var capability = Fields.requiredText("domain.capability", described.capability());
        var status = Fields.required("domain.status", described.status());
        var verification = Fields.required("domain.verificationMethod", described.verificationMethod());
        if (authentication == Authentication.FEDERATED) {
            Fields.required("domainFederationSettings", domainFederationSettings)
                    .require();
        }
        return new CustomerDomainResource(
                authentication,
                capability.strip().toLowerCase(Locale.ROOT),
                Boolean.TRUE.equals(described.isDefault()),
                Boolean.TRUE.equals(described.isInitial()),
                name,
                described.rootDomain(),
                status,
                verification);
    }

    /** All that was said about the domain, as it is kept. */
    String particulars() {
        return JSON.writeValueAsString(this);
    }

    private String name(String suffix) {
        var given = Typed.domain(Fields.requiredText("verifiedDomainName", verifiedDomainName));
        var described = Fields.required("domain", domain);
        var name = Typed.domain(Fields.requiredText("domain.name", described.name()));
        if (!name.equals(given)) {
            throw Refusal.of("domain.name", RestRefusal.INVALID_VALUE, "it must be the verifiedDomainName");
        }
        if (!NAME.matcher(name).matches() || name.endsWith("." + suffix)) {
            throw Refusal.of("domain.name", RestRefusal.INVALID_VALUE, "it is no domain that can be added");
        }
        return name;
    }
}
