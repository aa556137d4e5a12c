package oroshi.access.tokens;

import org.springframework.stereotype.Component;
import oroshi.access.AccessSettings;

/** The names under which this authority issues tokens: one for each protocol and tenant. */
@Component
class Issuers {
    private final String loginAddress;

    Issuers(AccessSettings settings) {
        this.loginAddress = settings.loginAddress().replaceAll("/+$", "");
    }

    /** @param tenant a tenant's id, or the literal {@code {tenantid}} where the tenant is open */
    String v1(String tenant) {
        return "https://sts.windows.net/" + tenant + "/";
    }

    String v2(String tenant) {
        return loginAddress + "/" + tenant + "/v2.0";
    }

    boolean isOurs(String issuer, String tenant) {
        return issuer.equals(v1(tenant)) || issuer.equals(v2(tenant));
    }
}
