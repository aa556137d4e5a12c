package oroshi.directory;

import java.util.List;
import java.util.Optional;

/** One page of the people of a tenant, and where the neighbouring pages begin. */
public record UserPage(List<DirectoryUser> users, Optional<UserPosition> previous, Optional<UserPosition> next) {
    static final UserPage EMPTY = new UserPage(List.of(), Optional.empty(), Optional.empty());

    public UserPage {
        users = List.copyOf(users);
    }
}
