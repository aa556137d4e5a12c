package oroshi.portal;

import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Addresses of styles, scripts and pictures with the hash of their content in them. */
@Component
class Assets {
    /** Asked for late, because it knows the handlers only after they are all made; a lazy proxy can't stand in for it. */
    private final ObjectProvider<ResourceUrlProvider> addresses;

    Assets(ObjectProvider<ResourceUrlProvider> addresses) {
        this.addresses = addresses;
    }

    String address(String name) {
        var plain = PortalWeb.ASSETS + name;
        return Objects.requireNonNullElse(addresses.getObject().getForLookupPath(plain), plain);
    }
}
