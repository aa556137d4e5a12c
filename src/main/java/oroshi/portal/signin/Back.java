package oroshi.portal.signin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Carries from step to step where the person wants to go afterwards. */
final class Back {
    private Back() {}

    static String query(String path) {
        return "?back=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
