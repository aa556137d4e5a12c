package oroshi.rest;

import java.util.List;
import java.util.Locale;

/** Which addresses speak the wire contract, and how a path is cleaned before it is routed. */
public final class WirePaths {
    private static final List<String> ROOTS = List.of(
            "/v1/",
            "/v1.0/",
            "/oroshi/",
            "/partner/v1/",
            "/auditactivity/",
            "/webhooks/v1/",
            "/customerserviceadminapi/",
            "/generatetoken/");

    private WirePaths() {}

    /** Whether answers at this address are wire answers, errors included. */
    public static boolean isWire(String path) {
        var lower = path.toLowerCase(Locale.ROOT) + "/";
        return ROOTS.stream().anyMatch(lower::startsWith);
    }

    /** Whether the address only asks what a change would come to: such a call changes nothing and may come again. */
    static boolean isPreview(String path) {
        return path.toLowerCase(Locale.ROOT).startsWith("/oroshi/previews/");
    }

    /** Runs of slashes count as one and a trailing slash is nothing: clients send both. */
    static String clean(String path) {
        var single = path.replaceAll("/{2,}", "/");
        return single.length() > 1 && single.endsWith("/") ? single.substring(0, single.length() - 1) : single;
    }
}
