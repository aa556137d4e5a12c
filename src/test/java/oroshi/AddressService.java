package oroshi;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import tools.jackson.databind.json.JsonMapper;

/**
 * An operator's address checker. It finds every address but those in streets for which a test has named an answer, so a
 * test gives its street a name that no other test uses.
 */
public final class AddressService {
    public static final String SECRET = "a secret between friends";

    private static final Map<String, Reply> REPLIES = new ConcurrentHashMap<>();
    private static final List<String> ASKED = new CopyOnWriteArrayList<>();
    private static final Reply FOUND = new Reply(200, "{\"status\":\"verified\"}", Duration.ZERO);
    private static final HttpServer SERVER = start();

    private AddressService() {}

    /** One answer of the service. */
    private record Reply(int status, String body, Duration delay) {}

    /** Connects the application of the tests to the service. */
    static final class ForApplication implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "address-service",
                            Map.of("oroshi.address-check.url", url(), "oroshi.address-check.secret", SECRET)));
        }
    }

    public static String url() {
        return "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                + SERVER.getAddress().getPort() + "/check";
    }

    /** What it answers from now on about an address whose first line is this. */
    public static void answer(String street, String json) {
        answer(street, 200, json, Duration.ZERO);
    }

    public static void answer(String street, int status, String body, Duration delay) {
        REPLIES.put(street, new Reply(status, body, delay));
    }

    /** How often it was asked about an address in this street. */
    public static long questions(String street) {
        return ASKED.stream().filter(street::equals).count();
    }

    private static HttpServer start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/check", AddressService::serve);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return server;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    private static void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var asked = JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
            var street = asked.path("addressLine1").asString();
            ASKED.add(street);
            var secret = exchange.getRequestHeaders().getFirst("Authorization");
            var reply = Objects.equals(secret, "Bearer " + SECRET)
                    ? REPLIES.getOrDefault(street, FOUND)
                    : new Reply(401, "", Duration.ZERO);
            LockSupport.parkNanos(reply.delay().toNanos());
            var body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
