package oroshi.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A PostgreSQL that somebody else runs. */
record ExternalServer(DatabaseAccess access) implements DatabaseServer {
    private static final String JDBC = "jdbc:";

    static ExternalServer of(DatabaseSettings settings) {
        var address = address(settings);
        var owner = owner(settings, address);
        var url = address.getUserInfo() == null ? address.toString() : withoutUser(address);
        return new ExternalServer(new DatabaseAccess(JDBC + url, owner, application(settings, owner)));
    }

    private static URI address(DatabaseSettings settings) {
        var url = Optional.ofNullable(settings.url()).orElseThrow();
        var plain = url.startsWith(JDBC) ? url.substring(JDBC.length()) : url;
        if (!plain.startsWith("postgresql://") && !plain.startsWith("postgres://")) {
            throw notAnAddress();
        }
        try {
            return URI.create("postgresql" + plain.substring(plain.indexOf(':')));
        } catch (IllegalArgumentException e) {
            // The exception would repeat the address with its password, so it goes no further.
            throw notAnAddress();
        }
    }

    private static DatabaseUnavailable notAnAddress() {
        return new DatabaseUnavailable(
                "oroshi.database.url is not the address of a PostgreSQL database.",
                "Write it as postgresql://user:password@host:5432/database, with %-escapes in user and password,"
                        + " or as a JDBC address beside oroshi.database.username and oroshi.database.password.");
    }

    private static String withoutUser(URI address) {
        var text = address.toString();
        return "postgresql://" + text.substring(text.indexOf('@') + 1);
    }

    private static Account owner(DatabaseSettings settings, URI address) {
        var parts = Optional.ofNullable(address.getRawUserInfo()).orElse("").split(":", 2);
        var name = Optional.ofNullable(settings.username()).orElseGet(() -> decode(parts[0]));
        var password = settings.password() == null && parts.length > 1 ? decode(parts[1]) : settings.password();
        if (name.isEmpty()) {
            throw new DatabaseUnavailable(
                    "oroshi.database.url names a database but no user.",
                    "Put the user into the address or into oroshi.database.username.");
        }
        return new Account(name, password);
    }

    private static Account application(DatabaseSettings settings, Account owner) {
        var name = settings.appUsername();
        return name == null ? owner : new Account(name, settings.appPassword());
    }

    /** Decodes %-escapes only: in the user part of an address a plus sign is a plus sign. */
    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        // Whoever started it stops it.
    }
}
