package oroshi.demo;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;
import oroshi.access.OfferedUsers;
import oroshi.access.Role;

/** The people whom the sign-in page of a demonstration offers. */
@Component
@Conditional(OnDemo.class)
class DemoUsers implements OfferedUsers {
    @Override
    public List<OfferedUser> list() {
        return DemoSheet.partners().stream()
                .flatMap(partner -> partner.users().stream().map(user -> offered(partner, user)))
                .toList();
    }

    private static OfferedUser offered(DemoPartner partner, DemoUser user) {
        return new OfferedUser(
                partner.signInName(user),
                user.displayName(partner.culture()),
                partner.name(),
                user.roles().stream()
                        .map(Role::key)
                        .map(DemoUsers::words)
                        .sorted()
                        .collect(Collectors.joining(", ")),
                DemoWorld.PASSWORD);
    }

    private static String words(String key) {
        var words = key.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
