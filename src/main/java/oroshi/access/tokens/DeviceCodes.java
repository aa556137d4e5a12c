package oroshi.access.tokens;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import oroshi.access.Accounts;
import oroshi.basics.Ids;

/** Begins a sign-in for a device without a browser. */
@RestController
class DeviceCodes {
    private final DeviceSignIns signIns;
    private final RegisteredApplications applications;
    private final Accounts accounts;
    private final AuthorityErrors answers;

    DeviceCodes(
            DeviceSignIns signIns, RegisteredApplications applications, Accounts accounts, AuthorityErrors answers) {
        this.signIns = signIns;
        this.applications = applications;
        this.accounts = accounts;
        this.answers = answers;
    }

    @PostMapping(path = "/{tenant}/oauth2/v2.0/devicecode", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    void begin(@PathVariable String tenant, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answers.write(request, response, 200, begun(tenant, request));
    }

    private Map<String, Object> begun(String tenant, HttpServletRequest request) {
        if (!Tenants.isOpen(tenant) && accounts.findTenant(tenant).isEmpty()) {
            throw AuthorityError.TENANT_UNKNOWN.with(tenant);
        }
        var application = application(TokenRequests.required(request, "client_id"));
        var scopes = Scopes.read(Protocol.V2, null, TokenRequests.required(request, "scope"));
        var audience = scopes.audience().orElse(Audience.COMMERCE);
        if (!audience.takesPerson()) {
            throw AuthorityError.SCOPE_UNKNOWN.with(audience.uri());
        }
        return body(signIns.begin(application.id(), audience, scopes.openId()), request);
    }

    private static Map<String, Object> body(DeviceSignIns.Codes codes, HttpServletRequest request) {
        var address = ServletUriComponentsBuilder.fromContextPath(request)
                .path("/devicelogin")
                .build()
                .toUriString();
        var body = new LinkedHashMap<String, Object>();
        body.put("user_code", codes.userCode());
        body.put("device_code", codes.deviceCode());
        body.put("verification_uri", address);
        body.put("expires_in", DeviceSignIns.LIFETIME.toSeconds());
        body.put("interval", DeviceSignIns.INTERVAL.toSeconds());
        body.put("message", "Open " + address + " and enter " + codes.userCode() + ".");
        return body;
    }

    private Application application(String clientId) {
        return Ids.parse(clientId)
                .flatMap(applications::find)
                .filter(Application::publicClient)
                .orElseThrow(AuthorityError.NOT_PUBLIC::with);
    }
}
