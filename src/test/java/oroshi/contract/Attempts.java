package oroshi.contract;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import oroshi.Clerk;
import oroshi.contract.World.Stand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes the requests of the fuzz run: sound ones, ones at the edge, broken ones, from the seed and the number. */
final class Attempts {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private final long seed;
    private final World world;
    private final List<Operation> operations;
    private final Set<String> notBuilt = ConcurrentHashMap.newKeySet();
    private final Function<Attempt, String> reader;

    /** @param reader fetches what an operation answers now, for changes that send back what was read */
    Attempts(long seed, World world, List<Operation> operations, Function<Attempt, String> reader) {
        this.seed = seed;
        this.world = world;
        this.operations = operations;
        this.reader = reader;
    }

    /** The operation answers 501: once in a while is enough to see that it still does, soundly. */
    void notBuilt(Operation operation) {
        notBuilt.add(operation.id());
    }

    Attempt make(int number) {
        return new Making(number).attempt();
    }

    /** The making of one request, with all the chances that it takes. */
    private final class Making {
        private final int number;
        private final SplittableRandom random;
        private final Operation operation;
        private final Bodies bodies;
        private final Stand stand;
        private final String customer;

        Making(int number) {
            this.number = number;
            this.random = new SplittableRandom(seed * 1_000_003 + number);
            this.operation = operation();
            this.bodies = new Bodies(random);
            this.stand = world.stand(random);
            this.customer = customer();
        }

        private Operation operation() {
            var chosen = Objects.requireNonNull(operations.get(random.nextInt(operations.size())));
            return notBuilt.contains(chosen.id()) && !oneIn(10)
                    ? Objects.requireNonNull(operations.get(random.nextInt(operations.size())))
                    : chosen;
        }

        private boolean oneIn(int chances) {
            return random.nextInt(chances) == 0;
        }

        private String customer() {
            if (oneIn(25)) {
                return UUID.randomUUID().toString();
            }
            var owner = oneIn(20) ? world.stand(random) : stand;
            return owner.customers().isEmpty()
                    ? stand.partner()
                    : Objects.requireNonNull(owner.customers()
                            .get(random.nextInt(owner.customers().size())));
        }

        Attempt attempt() {
            var path = path();
            var headers = headers(path);
            var query = query(headers);
            return new Attempt(
                    number,
                    operation,
                    stand.name(),
                    query.isEmpty() ? path : path + "?" + query,
                    headers,
                    body(path, headers));
        }

        private String path() {
            var path = VARIABLE.matcher(operation.path()).replaceAll(found -> segment(found.group(1)));
            return switch (random.nextInt(40)) {
                case 0 -> operation.isOfAuthority() ? path : path + "/";
                case 1 -> path.replace("/v1/", "/v1//");
                case 2 -> path.replace("/customers/", "/Customers/");
                default -> path;
            };
        }

        private String segment(String variable) {
            if (oneIn(20)) {
                var text = Junk.text(random);
                var junk = text.isEmpty() ? "-" : text; // Without the segment it would be another operation.
                // The server itself refuses these signs, and knows of no authority that it should answer for.
                return encoded(
                        operation.isOfAuthority()
                                ? (junk.length() > 500 ? "" : junk).replaceAll("[/\\\\\0]|^\\.*$", "") + "x"
                                : junk);
            }
            if (oneIn(25)) {
                return UUID.randomUUID().toString();
            }
            return switch (variable) {
                case "customerId" -> customer;
                case "tenant" -> oneIn(2) ? "common" : stand.partner();
                case "domain" -> encoded(world.any("domain " + customer, random).orElseGet(Clerk::anyDomain));
                case "countryCode" -> oneIn(2) ? "US" : "JP";
                case "programName" -> "cspandpartneragreement";
                default ->
                    encoded(world.any(variable + " " + customer, random)
                            .or(() -> world.any(variable, random))
                            .orElseGet(() -> UUID.randomUUID().toString()));
            };
        }

        private List<Map.Entry<String, String>> headers(String path) {
            var headers = new ArrayList<Map.Entry<String, String>>();
            authorization(headers);
            if (oneIn(operation.isChanging() ? 2 : 10)) {
                headers.add(Map.entry(
                        "MS-RequestId",
                        oneIn(20) ? plain(Junk.text(random)) : UUID.randomUUID().toString()));
            }
            if (oneIn(10)) {
                headers.add(Map.entry("X-Locale", oneIn(2) ? "ja-JP" : plain(Junk.text(random))));
            }
            if (oneIn(10)) {
                headers.add(Map.entry("MS-Contract-Version", oneIn(3) ? plain(Junk.text(random)) : "v1"));
            }
            if (oneIn(20)) {
                headers.add(Map.entry("MS-CorrelationId", plain(Junk.text(random))));
            }
            if (!oneIn(10)) {
                headers.add(Map.entry("Accept", oneIn(15) ? accepted() : "application/json"));
            }
            if (operation.parameters().stream().anyMatch(each -> each.name().equals("If-Match")) && oneIn(2)) {
                var version = world.any("etag " + path, random).orElse("\"1\"");
                headers.add(Map.entry("If-Match", oneIn(6) ? plain(Junk.text(random)) : version));
            }
            return headers;
        }

        private String accepted() {
            return List.of(
                            "*/*",
                            "text/html",
                            "application/xml;q=0.1",
                            "application/json;q=0",
                            "x",
                            "text/plain, */*;q=0.1")
                    .get(random.nextInt(6));
        }

        private void authorization(List<Map.Entry<String, String>> headers) {
            var token =
                    switch (random.nextInt(40)) {
                        case 0 -> "";
                        case 1 -> plain(Junk.text(random));
                        case 2, 3 -> stand.application();
                        case 4, 5, 6 ->
                            stand.lesser().get(random.nextInt(stand.lesser().size()));
                        default -> stand.everyRole();
                    };
            if (!token.isEmpty()) {
                headers.add(Map.entry("Authorization", "Bearer " + token));
            }
        }

        private String query(List<Map.Entry<String, String>> headers) {
            var pairs = new ArrayList<String>();
            for (var parameter : operation.parameters()) {
                if (!parameter.in().equals("query") || !(parameter.required() ? !oneIn(20) : oneIn(3))) {
                    continue;
                }
                if (parameter.name().equals("seekOperation")) {
                    world.any("token " + operation.id() + " " + stand, random)
                            .ifPresent(token -> headers.add(
                                    Map.entry("MS-ContinuationToken", oneIn(6) ? plain(Junk.text(random)) : token)));
                }
                var name = oneIn(20) ? parameter.name().toUpperCase(java.util.Locale.ROOT) : parameter.name();
                pairs.add(encoded(name) + "=" + encoded(value(parameter)));
                if (oneIn(30)) {
                    pairs.add(encoded(name) + "=" + encoded(value(parameter)));
                }
            }
            if (oneIn(20) && !operation.isOfAuthority()) {
                pairs.add(encoded(Junk.text(random)) + "=" + encoded(Junk.text(random)));
            }
            return String.join("&", pairs);
        }

        private String value(Operation.Parameter parameter) {
            if (oneIn(5)) {
                var junk = Junk.text(random);
                return operation.isOfAuthority() && junk.length() > 500 ? "" : junk;
            }
            if (parameter.name().equals("filter") && !oneIn(4)) {
                return filter();
            }
            var value = bodies.ofSchema(parameter.schema());
            var text = value.isArray()
                    ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(","))
                    : value.asString(value.toString());
            return operation.isOfAuthority() && text.length() > 500 ? "" : text;
        }

        private String filter() {
            var field = List.of("CompanyName", "Domain", "IndirectReseller", "UserStatus", "UserState", "Nothing")
                    .get(random.nextInt(6));
            var sound = JsonMapper.shared()
                    .createObjectNode()
                    .put("Field", field)
                    .put("Value", oneIn(3) ? Junk.text(random) : oneIn(2) ? "Inactive" : "Bramble")
                    .put("Operator", oneIn(3) ? "Equals" : "starts_with");
            return new String(Bodies.bytes(oneIn(4) ? bodies.broken(sound) : sound), StandardCharsets.UTF_8);
        }

        private byte[] body(String path, List<Map.Entry<String, String>> headers) {
            if (operation.takesForm()) {
                headers.add(Map.entry("Content-Type", oneIn(30) ? "text/plain" : "application/x-www-form-urlencoded"));
                return form();
            }
            if (!operation.takesJson()) {
                return oneIn(30) && operation.isChanging() ? new byte[] {'{', '}'} : new byte[0];
            }
            headers.add(Map.entry("Content-Type", oneIn(30) ? type() : "application/json"));
            var sound = sound(path);
            return switch (random.nextInt(10)) {
                case 0 -> Junk.body(random, Bodies.bytes(sound));
                case 1, 2, 3 -> Bodies.bytes(sound);
                default -> Bodies.bytes(bodies.broken(sound));
            };
        }

        private String type() {
            return List.of(
                            "text/plain",
                            "application/xml",
                            "application/json; charset=utf-16",
                            "x",
                            "multipart/form-data",
                            "application/json; charset=nothing",
                            "application/merge-patch+json",
                            "*/*")
                    .get(random.nextInt(8));
        }

        private byte[] form() {
            var examples = operation.bodyExamples();
            var sound = examples.isEmpty() || oneIn(3)
                    ? bodies.ofSchema(operation.bodySchema())
                    : Objects.requireNonNull(examples.get(random.nextInt(examples.size())));
            var grounded = sound.deepCopy();
            if (grounded instanceof ObjectNode fields && !oneIn(4)) {
                groundForm(fields);
            }
            var sent = oneIn(3) ? grounded : bodies.broken(grounded);
            return sent.properties().stream()
                    .map(entry -> encoded(entry.getKey()) + "="
                            + encoded(entry.getValue().asString(entry.getValue().toString())))
                    .collect(Collectors.joining("&"))
                    .getBytes(StandardCharsets.UTF_8);
        }

        /** Puts an application that exists in the place of the one that the contract invented. */
        private void groundForm(ObjectNode fields) {
            fields.put("client_id", stand.client());
            fields.put("client_secret", World.SECRET);
            if (fields.has("resource")) {
                fields.put("resource", "https://api.partnercenter.microsoft.com");
            }
            world.any("refresh_token " + stand, random).ifPresent(token -> {
                if (fields.has("refresh_token")) {
                    fields.put("refresh_token", token);
                }
            });
        }

        private JsonNode sound(String path) {
            if (operation.method().equals("PUT") && !oneIn(3)) {
                var present = present(path);
                if (!present.isEmpty()) {
                    return present;
                }
            }
            var examples = operation.bodyExamples();
            var chosen = examples.isEmpty() || oneIn(4)
                    ? bodies.ofSchema(operation.bodySchema())
                    : Objects.requireNonNull(examples.get(random.nextInt(examples.size())))
                            .deepCopy();
            ground(chosen, "");
            return chosen;
        }

        /** What the same address answers now: a change sends it back with something altered. */
        private JsonNode present(String path) {
            var reading = Contract.files().find("GET", operation.path());
            if (reading.isEmpty()) {
                return JsonMapper.shared().createObjectNode();
            }
            var headers = List.of(Map.entry("Authorization", "Bearer " + stand.everyRole()));
            var text = reader.apply(new Attempt(number, reading.get(), stand.name(), path, headers, new byte[0]));
            return text.isEmpty()
                    ? JsonMapper.shared().createObjectNode()
                    : JsonMapper.shared().readTree(text);
        }

        /** Puts what exists here in the place of what the contract invented. */
        private void ground(JsonNode node, String above) {
            if (node instanceof ObjectNode object) {
                for (var name : List.copyOf(object.propertyNames())) {
                    groundOne(object, name, above);
                    ground(object.path(name), name);
                }
            }
            if (node.isArray()) {
                node.forEach(each -> ground(each, above));
            }
        }

        private void groundOne(ObjectNode object, String name, String above) {
            switch (name) {
                case "domain" -> {
                    if (object.path(name).isString()) {
                        object.put(name, Clerk.anyDomain() + ".onmicrosoft.com");
                    }
                }
                case "userPrincipalName" ->
                    object.put(
                            name,
                            Clerk.anyDomain().substring(0, 12) + "@"
                                    + world.any("domain " + customer, random).orElse("nobody.example"));
                case "associatedPartnerId" -> {
                    if (!oneIn(4)) {
                        object.remove(name);
                    }
                }
                case "templateId" ->
                    world.any("templateId " + object.path("type").asString(""), random)
                            .ifPresent(id -> object.put(name, id));
                case "dateAgreed" -> object.put(name, "2019-04-20T00:00:00Z");
                case "tenantID" -> object.put(name, above.equals("grantor") ? stand.partner() : customer);
                case "skuId" -> world.any(name, random).ifPresent(id -> object.put(name, id));
                case "id" ->
                    world.any(
                                    (operation.path().contains("usermembers") ? "userId " + customer : operation.id()),
                                    random)
                            .ifPresent(id -> object.put(name, id));
                default -> {}
            }
        }

        private String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        }

        /** What may stand in a header; the client sends nothing else. */
        private String plain(String text) {
            var plain = text.replaceAll("[^\\x21-\\x7e]", "");
            return plain.length() > 1000 ? plain.substring(0, 1000) : plain;
        }
    }
}
