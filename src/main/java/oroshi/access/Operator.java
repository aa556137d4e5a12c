package oroshi.access;

import java.util.Optional;

/**
 * Whoever runs this installation, with a key of the installation's configuration: publishes agreements, decides about
 * qualifications. Belongs to no partner.
 *
 * @param name the name that the configuration gives to the key, for logs
 */
public record Operator(String name) {
    static final ScopedValue<Operator> CURRENT = ScopedValue.newInstance();

    /** The operator behind the present request; empty elsewhere. */
    public static Optional<Operator> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** How records name the operator: no user of a partner has such a name. */
    public String signature() {
        return "operator " + name;
    }
}
