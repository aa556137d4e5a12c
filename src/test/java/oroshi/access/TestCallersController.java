package oroshi.access;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Operations that tell who called, for tests. */
@RestController
class TestCallersController {
    record WhoAmI(String partnerId, String name, String roles) {}

    @GetMapping("/v1/test-callers/whoami")
    @Allows(applicationAlone = true)
    WhoAmI whoAmI(Caller caller) {
        return new WhoAmI(
                caller.partnerId().toString(), caller.name(), caller.roles().toString());
    }

    @GetMapping("/v1/test-callers/persons-only")
    @Allows(roles = {Role.ADMIN_AGENT, Role.SALES_AGENT})
    WhoAmI personsOnly(Caller caller) {
        return whoAmI(caller);
    }
}
