package oroshi.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.web.util.UriComponentsBuilder;

/** Lets the authority build on the portal's sessions: who is signed in there need not sign in again. */
public final class PortalSessions {
    private PortalSessions() {}

    /** Reads who is signed in from the portal's session, if that still counts, with the portal's headers. */
    public static HttpSecurity use(HttpSecurity http, Portal portal, KnownAccounts accounts) {
        return SecurityChains.signedIn(http, portal)
                .addFilterAfter(new EndedSessions(accounts), SecurityContextHolderFilter.class);
    }

    /** Sends a person who is not signed in to the sign-in page. */
    public static void signIn(HttpServletRequest request, HttpServletResponse response, Portal portal)
            throws IOException {
        SignInEntry.send(request, response, portal);
    }

    /**
     * Has somebody sign in, whoever is signed in at present.
     *
     * @param back where to go on afterwards, on this site
     * @param name as whom, if anybody said
     * @param choice whether the account that is signed in may be chosen again
     */
    public static void signInAnew(
            HttpServletRequest request,
            HttpServletResponse response,
            String back,
            @Nullable String name,
            boolean choice)
            throws IOException {
        // A page that was wanted earlier must not come before this one.
        new HttpSessionRequestCache().removeRequest(request, response);
        var page = UriComponentsBuilder.fromPath(Portal.PARTNERS.signInPath() + (choice ? "/account" : ""))
                .queryParam("back", "{back}")
                .queryParamIfPresent("name", Optional.ofNullable(name).map(given -> "{name}"));
        var values = new HashMap<String, Object>();
        values.put("back", back);
        if (name != null) {
            values.put("name", name);
        }
        response.setHeader("Location", page.encode().buildAndExpand(values).toUriString());
        response.setStatus(HttpServletResponse.SC_FOUND);
    }
}
