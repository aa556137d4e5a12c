package oroshi.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * What a call needs from another system before it is carried out. It is asked before the call's transaction begins, so
 * that no row and no connection waits for a stranger.
 */
public interface Preparation {
    boolean isFor(HttpServletRequest request);

    /** Asks, and leaves the answer as an attribute of the request, whose body can be read again afterwards. */
    void prepare(HttpServletRequest request) throws IOException;
}
