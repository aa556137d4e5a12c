package oroshi.directory;

/** A person with the place in a list: the value that the list is sorted by. */
public record PlacedUser(DirectoryUser user, String value) {
    UserPosition position() {
        return new UserPosition(value, user.id().value());
    }
}
