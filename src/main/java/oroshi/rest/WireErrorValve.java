package oroshi.rest;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Ids;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers as the wire does what the server refuses before any filter sees it: an address that is too long, or that has
 * signs in it which no address may have.
 */
final class WireErrorValve extends ErrorReportValve {
    private final JsonMapper json;

    WireErrorValve(JsonMapper json) {
        this.json = json;
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !isWire(request)) {
            super.report(request, response, failure);
            return;
        }
        if (!response.setErrorReported()) {
            return;
        }
        try {
            write(response);
        } catch (IOException callerGone) {
            container.getLogger().debug("The caller left before the answer", callerGone);
        }
    }

    /** Of an address that is too long nothing is known; nobody types those, so it is a program's. */
    private static boolean isWire(Request request) {
        var address = request.getRequestURI();
        return address == null || WirePaths.isWire(WirePaths.clean(address));
    }

    private void write(Response response) throws IOException {
        var ids = new RequestIds(Ids.next(), Ids.next());
        WireFilter.echo(ids, response);
        WireFilter.mark(ids, response);
        var code = response.getStatus() < 500 ? RestRefusal.BODY_UNREADABLE.code() : ErrorBody.UNEXPECTED;
        var body = ErrorBody.of(
                code,
                "The request can't be read: its address or a header is too long, or has signs "
                        + "in it that don't belong there.");
        response.setContentType("application/json; charset=utf-8");
        response.getReporter().write(json.writeValueAsString(body));
        response.finishResponse();
    }
}
