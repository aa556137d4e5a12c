package oroshi.access.tokens;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import oroshi.access.AccessSettings;

/** The host names under which clients know this authority: its own, and those that published clients have built in. */
@Component
class LoginHosts {
    private static final List<String> BUILT_IN =
            List.of("login.microsoftonline.com", "login.windows.net", "sts.windows.net");

    private final AccessSettings settings;

    LoginHosts(AccessSettings settings) {
        this.settings = settings;
    }

    /** @param present the host that the present request names */
    List<String> aliases(String present) {
        return Stream.concat(Stream.of(present), BUILT_IN.stream()).toList();
    }

    boolean isOurs(String host, String present) {
        return aliases(present).contains(host) || host.equals(of(settings.loginAddress()));
    }

    /** The host of an address; null for what is no address. */
    static @Nullable String of(@Nullable String address) {
        try {
            return address == null ? null : URI.create(address).getHost();
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }
}
