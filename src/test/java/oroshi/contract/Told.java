package oroshi.contract;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import oroshi.contract.Operation.Failure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer held against what the contract promises for its status: body, codes and headers. */
public record Told(int status, HttpHeaders headers, String body) {
    private static final List<String> IDS = List.of("MS-RequestId", "MS-CorrelationId", "MS-CV", "MS-ServerId");

    private static final JsonNode ERROR = Contract.files().schema("common.yaml", "Error");

    /** What every operation may answer: the rules that common.yaml states once for all of them. */
    private static final Set<Failure> GENERAL = Set.of(
            new Failure(400, "800002"),
            new Failure(400, "3000"),
            new Failure(400, "900118"),
            new Failure(400, "900126"),
            new Failure(401, "400"),
            new Failure(403, "20002"),
            new Failure(403, "900329"),
            new Failure(403, "900150"),
            new Failure(403, "900308"),
            new Failure(404, "1000"),
            new Failure(404, "60003"),
            new Failure(405, "800042"),
            new Failure(406, "800042"),
            new Failure(409, "800060"),
            new Failure(412, "2055"),
            new Failure(501, "0"),
            new Failure(503, "800003"));

    /** The same of the authority, whose codes are words. */
    private static final Set<Failure> OF_AUTHORITY = Set.of(
            new Failure(400, "invalid_request"),
            new Failure(400, "unsupported_grant_type"),
            new Failure(400, "invalid_scope"),
            new Failure(400, "invalid_resource"));

    public static Told of(HttpResponse<String> answer) {
        return new Told(answer.statusCode(), answer.headers(), answer.body());
    }

    /** How the answer breaks the contract; empty when it keeps to it. */
    public List<String> breaches(Operation operation) {
        var breaches = new ArrayList<String>();
        if (status >= 500 && status != 501) {
            breaches.add("is a failure of ours");
        }
        var declared = operation.responses().get(status);
        if (declared == null) {
            undeclared(operation, breaches);
            return breaches;
        }
        if (isPage() && !declared.path("content").has("text/html")) {
            breaches.add("is a page");
            return breaches;
        }
        headers(operation, declared, breaches);
        var schema = declared.at("/content/application~1json/schema");
        if (declared.has("content") && schema.isMissingNode()) {
            return breaches;
        }
        if (schema.isMissingNode() || operation.method().equals("HEAD")) {
            if (!body.isEmpty()) {
                breaches.add("has a body where the contract has none");
            }
            return breaches;
        }
        body(operation, toldInSuccess(operation) ? ERROR : schema, breaches);
        return breaches;
    }

    /** Whether it is an error that the contract has with a status of success. */
    private boolean toldInSuccess(Operation operation) {
        return status < 400
                && operation.failures().stream()
                        .filter(failure -> failure.status() == status)
                        .anyMatch(failure -> body.contains("\"code\":" + failure.code() + ","));
    }

    private boolean isPage() {
        return headers.firstValue("Content-Type").orElse("").startsWith("text/html");
    }

    /** Statuses that no operation lists, because every address may answer so. */
    private void undeclared(Operation operation, List<String> breaches) {
        if (general(operation).stream().noneMatch(failure -> failure.status() == status)) {
            breaches.add("has a status that the contract does not know here");
            return;
        }
        if (!operation.method().equals("HEAD")) {
            body(
                    operation,
                    operation.isOfAuthority()
                            ? Contract.files().schema("identity-and-access.yaml", "OAuthErrorBody")
                            : ERROR,
                    breaches);
        }
    }

    private void headers(Operation operation, JsonNode declared, List<String> breaches) {
        for (var name : IDS) {
            if (declared.path("headers").has(name) && headers.firstValue(name).isEmpty()) {
                breaches.add("lacks the header " + name);
            }
        }
        if (status == 429 && headers.firstValue("Retry-After").isEmpty()) {
            breaches.add("lacks the header Retry-After");
        }
        if (status == 401
                && declared.path("headers").has("WWW-Authenticate")
                && !operation.method().equals("HEAD")
                && headers.firstValue("WWW-Authenticate").isEmpty()) {
            breaches.add("lacks the header WWW-Authenticate");
        }
    }

    private void body(Operation operation, JsonNode schema, List<String> breaches) {
        var type = headers.firstValue("Content-Type").orElse("none");
        if (!type.replace(" ", "").equalsIgnoreCase("application/json;charset=utf-8")
                && !(operation.isOfAuthority() && type.startsWith("application/json"))) {
            breaches.add("has the content type " + type);
        }
        try {
            var json = JsonMapper.shared().readTree(body);
            breaches.addAll(Contract.files().misfits(schema, json));
            if (status >= 400 && status != 429 && !isOfPrices(operation, json)) {
                failure(operation, json, breaches);
            }
        } catch (JacksonException broken) {
            breaches.add("is no JSON: " + broken.getOriginalMessage());
        }
    }

    /** The files of prices have errors of their own form, with words for codes. */
    private static boolean isOfPrices(Operation operation, JsonNode json) {
        return operation.path().startsWith("/v1.0/sales/") && json.has("error");
    }

    private static Set<Failure> general(Operation operation) {
        return operation.isOfAuthority() ? OF_AUTHORITY : GENERAL;
    }

    private void failure(Operation operation, JsonNode json, List<String> breaches) {
        var code = json.path(operation.isOfAuthority() ? "error" : "code");
        var failure = new Failure(status, code.asString(""));
        if (!operation.failures().contains(failure) && !general(operation).contains(failure)) {
            breaches.add("is a failure that the contract does not know here: " + failure);
        }
    }

    @Override
    public String toString() {
        return status + " " + (body.length() > 700 ? body.substring(0, 700) : body);
    }
}
