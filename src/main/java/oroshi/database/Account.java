package oroshi.database;

import org.jspecify.annotations.Nullable;

/** A login of the database; its password never shows in a log. */
record Account(String name, @Nullable String password) {
    @Override
    public String toString() {
        return name;
    }
}
