package oroshi.rest;

import java.util.List;

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
        for (var root : ROOTS) {
            if (begins(path, root) || path.length() == root.length() - 1 && begins(root, path)) {
                return true;
            }
        }
        return false;
    }

    private static boolean begins(String path, String root) {
        return path.regionMatches(true, 0, root, 0, root.length());
    }

    /** Whether the address only asks what a change would come to: such a call changes nothing and may come again. */
    static boolean isPreview(String path) {
        return begins(path, "/oroshi/previews/");
    }

    /** Runs of slashes count as one and a trailing slash is nothing: clients send both. */
    static String clean(String path) {
        var single = path.contains("//") ? path.replaceAll("/{2,}", "/") : path;
        return single.length() > 1 && single.endsWith("/") ? single.substring(0, single.length() - 1) : single;
    }
}
