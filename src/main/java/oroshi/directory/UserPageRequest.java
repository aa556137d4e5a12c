package oroshi.directory;

import java.util.Optional;

/** Which page of a list of people: the first, or the one after or before a place. */
public record UserPageRequest(Optional<UserPosition> from, boolean backwards, int size) {
    public static UserPageRequest first(int size) {
        return new UserPageRequest(Optional.empty(), false, size);
    }

    public static UserPageRequest after(UserPosition position, int size) {
        return new UserPageRequest(Optional.of(position), false, size);
    }

    public static UserPageRequest before(UserPosition position, int size) {
        return new UserPageRequest(Optional.of(position), true, size);
    }
}
