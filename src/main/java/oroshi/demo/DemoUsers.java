package oroshi.demo;

import java.util.List;
import org.springframework.stereotype.Component;
import oroshi.access.OfferedUsers;

/** The people whom the sign-in page of a demonstration offers. */
@Component
class DemoUsers implements OfferedUsers {
    private final Demonstration demonstration;

    DemoUsers(Demonstration demonstration) {
        this.demonstration = demonstration;
    }

    @Override
    public List<OfferedUser> list() {
        return demonstration.isOn() ? everyone() : List.of();
    }

    private static List<OfferedUser> everyone() {
        return DemoSheet.partners().stream()
                .flatMap(partner -> partner.users().stream().map(user -> offered(partner, user)))
                .toList();
    }

    private static OfferedUser offered(DemoPartner partner, DemoUser user) {
        return new OfferedUser(
                partner.signInName(user),
                user.displayName(partner.culture()),
                partner.name(),
                partner.type(),
                user.roles().stream().sorted().toList(),
                DemoWorld.PASSWORD);
    }
}
