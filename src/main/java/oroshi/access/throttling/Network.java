package oroshi.access.throttling;

import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Where a request comes from, as far as one customer of an access provider can choose it: an address of IPv4, the first half
 * of one of IPv6.
 */
record Network(String name) {
    private static final int HALF = 8;
    /** Of a proxy that passes on what is no address. */
    private static final Network NOWHERE = new Network("");

    /**
     * Empty for this machine itself: it is the address of a proxy that doesn't tell for whom it speaks, and behind it
     * everybody would wait for one.
     */
    static Optional<Network> of(String address) {
        try {
            var known = InetAddress.ofLiteral(address);
            return known.isLoopbackAddress() ? Optional.empty() : Optional.of(new Network(name(known)));
        } catch (IllegalArgumentException unreadable) {
            return Optional.of(NOWHERE);
        }
    }

    private static String name(InetAddress address) {
        var bytes = address.getAddress();
        return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, HALF));
    }
}
