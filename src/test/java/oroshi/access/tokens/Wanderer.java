package oroshi.access.tokens;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody whom applications send through the authority's pages. */
public final class Wanderer {
    private static final Pattern FORM =
            Pattern.compile("<form method=\"post\" action=\"([^\"]*oauth2[^\"]*)\".*?</form>", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(Redirect.NEVER)
            .build();
    private final String root;
    private String token = "";

    public Wanderer(int port) {
        this.root = "http://localhost:" + port;
    }

    public HttpResponse<String> get(String path) throws Exception {
        var response = client.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
        var found = TOKEN.matcher(response.body());
        if (found.find()) {
            token = found.group(1);
        }
        return response;
    }

    public HttpResponse<String> post(String path, String... fields) throws Exception {
        var all = new ArrayList<>(List.of("_csrf=" + token));
        all.addAll(Arrays.asList(fields));
        var body = all.stream()
                .map(field -> field.split("=", 2))
                .map(field -> field[0] + "=" + URLEncoder.encode(field[1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** Sends one of the page's forms as it is. */
    public HttpResponse<String> submit(String page, int number) throws Exception {
        var form = FORM.matcher(page).results().toList().get(number);
        var fields = FIELD.matcher(form.group())
                .results()
                .map(field -> field.group(1) + "=" + field.group(2))
                .toArray(String[]::new);
        return post(form.group(1), fields);
    }

    public String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    private URI address(String path) {
        return URI.create(path.startsWith("http") ? path : root + path);
    }
}
