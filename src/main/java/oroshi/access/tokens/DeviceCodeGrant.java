package oroshi.access.tokens;

import java.util.Map;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationGrantAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;

/** A device's question whether the person has confirmed its sign-in. */
final class DeviceCodeGrant extends OAuth2AuthorizationGrantAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final String deviceCode;

    DeviceCodeGrant(OAuth2ClientAuthenticationToken client, String deviceCode, Map<String, Object> parameters) {
        super(AuthorizationGrantType.DEVICE_CODE, client, parameters);
        this.deviceCode = deviceCode;
    }

    String deviceCode() {
        return deviceCode;
    }
}
