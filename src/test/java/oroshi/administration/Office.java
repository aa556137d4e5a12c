package oroshi.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.skyscreamer.jsonassert.JSONAssert;
import org.skyscreamer.jsonassert.JSONCompareMode;
import oroshi.Clerk;
import oroshi.relationships.Wire;
import tools.jackson.databind.JsonNode;

/** Somebody of a partner who looks after the users of one customer over the API. */
final class Office {
    static final String PASSWORD = "Zr8#kLm2";

    private final Clerk clerk;
    private final Clerk.Served served;
    private final String domain;
    private final Map<String, String> places = new HashMap<>();

    Office(Clerk clerk, Clerk.Served served) {
        this.clerk = clerk;
        this.served = served;
        this.domain = served.admin().substring(served.admin().indexOf('@') + 1);
        places.put("customer", served.customer());
        places.put("domain", domain);
        places.put("nobody", UUID.randomUUID().toString());
    }

    Clerk clerk() {
        return clerk;
    }

    Clerk.Served served() {
        return served;
    }

    /** The same customer as somebody else sees it. */
    Office of(Clerk other) {
        var office = new Office(other, served);
        office.places.putAll(places);
        return office;
    }

    /** What stands in golden files and paths under the name. */
    void place(String name, String value) {
        places.put(name, value);
    }

    HttpResponse<String> call(String method, String path, String body) {
        return clerk.call(method, "/v1/customers/" + served.customer() + filled(path), filled(body));
    }

    HttpResponse<String> get(String path) {
        return call("GET", path, "");
    }

    JsonNode read(String path) {
        var answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Clerk.json(answer);
    }

    /** Calls and compares with the golden file; returns what came. */
    JsonNode expect(String golden, String method, String path, String body, int status) throws Exception {
        var answer = call(method, path, body);
        assertThat(answer.statusCode()).as(golden + ": " + answer.body()).isEqualTo(status);
        var all = new HashMap<>(places);
        var json = Clerk.json(answer);
        all.putIfAbsent("user", json.path("id").asString(""));
        JSONAssert.assertEquals(
                Wire.golden("administration/" + golden + ".response.json", all).toString(),
                answer.body(),
                JSONCompareMode.STRICT);
        return json;
    }

    void refuses(String method, String path, String body, int status, int code) {
        var answer = call(method, path, body);
        assertThat(answer.statusCode()).as(method + path + ": " + answer.body()).isEqualTo(status);
        assertThat(Clerk.json(answer).path("code").asInt()).as(answer.body()).isEqualTo(code);
    }

    /** A user with this name before the @, in Japan. */
    String add(String name) {
        var answer = call("POST", "/users", user(name, "\"usageLocation\":\"JP\","));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Clerk.json(answer).path("id").asString();
    }

    String user(String name, String more) {
        return "{" + more + "\"userPrincipalName\":\"" + name + "@" + domain + "\",\"displayName\":\"" + name
                + "\",\"passwordProfile\":{\"password\":\"" + PASSWORD + "\"}}";
    }

    HttpResponse<String> assign(String user, String sku) {
        return call(
                "POST", "/users/" + user + "/licenseupdates", "{\"licensesToAssign\":[{\"skuId\":\"" + sku + "\"}]}");
    }

    private String filled(String text) {
        var filled = text;
        for (var place : places.entrySet()) {
            filled = filled.replace("{" + place.getKey() + "}", place.getValue());
        }
        return filled;
    }
}
