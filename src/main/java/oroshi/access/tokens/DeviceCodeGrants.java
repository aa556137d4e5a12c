package oroshi.access.tokens;

import java.util.HashMap;
import java.util.UUID;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;

/** Gives a device its tokens once a person has confirmed it elsewhere. */
record DeviceCodeGrants(DeviceSignIns signIns, Tenants tenants, PersonTokens tokens) implements AuthenticationProvider {
    @Override
    public boolean supports(Class<?> type) {
        return DeviceCodeGrant.class.isAssignableFrom(type);
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var grant = (DeviceCodeGrant) asked;
        var client = (OAuth2ClientAuthenticationToken) grant.getPrincipal();
        var application = UUID.fromString(String.valueOf(client.getPrincipal()));
        var confirmed = signIns.redeem(grant.deviceCode(), application);
        var person = confirmed.person().orElseThrow(AuthorityError.DEVICE_CODE_UNKNOWN::with);
        tenants.requireForPerson(application, person.tenantId());
        var parameters = new HashMap<>(grant.getAdditionalParameters());
        parameters.put(TokenRequests.AUDIENCE, confirmed.audience());
        return tokens.issue(
                new DeviceCodeGrant(client, grant.deviceCode(), parameters), person, confirmed.openIdScopes());
    }
}
