package oroshi.rest;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oroshi.basics.Refusal;

/** A request whose body was read to tell a repetition from another call, and can be read again. */
final class RepeatableRequest extends HttpServletRequestWrapper {
    private static final int LARGEST_BODY = 4 * 1024 * 1024;

    private final byte[] body;

    private RepeatableRequest(HttpServletRequest request) throws IOException {
        super(request);
        body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw Refusal.because(RestRefusal.BODY_UNREADABLE, "it is larger than 4 MiB");
        }
    }

    /** The request with its body read, once however many filters ask; empty when the body was refused in the response. */
    static Optional<RepeatableRequest> read(
            HttpServletRequest request, HttpServletResponse response, ErrorWriter errors) throws IOException {
        if (request instanceof RepeatableRequest read) {
            return Optional.of(read);
        }
        try {
            return Optional.of(new RepeatableRequest(request));
        } catch (Refusal tooLarge) {
            errors.write(response, tooLarge);
            return Optional.empty();
        }
    }

    /**
     * What makes two calls the same: application and user, method, path, query, request id and body. Clients may pin one
     * request id for many calls, so the same id with another target or body is another call.
     */
    String key() {
        var digest = sha256();
        for (var part : new String[] {caller(), getMethod(), getRequestURI().toLowerCase(Locale.ROOT), query(), id()}) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.digest(body));
    }

    private String caller() {
        return getUserPrincipal() == null ? "" : getUserPrincipal().getName();
    }

    private String query() {
        return getQueryString() == null ? "" : getQueryString();
    }

    private String id() {
        return getHeader(WireFilter.REQUEST_ID).toLowerCase(Locale.ROOT);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8));
    }

    @Override
    public ServletInputStream getInputStream() {
        var bytes = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                return bytes.read(target, offset, length);
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(@Nullable ReadListener listener) {
                throw new UnsupportedOperationException("Requests are read by blocking threads");
            }
        };
    }
}
