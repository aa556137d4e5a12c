package oroshi.portal;

import java.util.Objects;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Addresses of styles, scripts and pictures with the hash of their content in them. */
@Component
class Assets {
    private final ResourceUrlProvider addresses;

    Assets(@Lazy ResourceUrlProvider addresses) {
        this.addresses = addresses;
    }

    String address(String name) {
        var plain = PortalWeb.ASSETS + name;
        return Objects.requireNonNullElse(addresses.getForLookupPath(plain), plain);
    }
}
