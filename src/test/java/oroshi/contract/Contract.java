package oroshi.contract;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import oroshi.contract.Operation.Failure;
import oroshi.contract.Operation.Parameter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The files of the contract: every operation that they declare, and the schemas that answers have to fit. */
public final class Contract {
    private static final Path FOLDER = Path.of("src/test/resources/oroshi/contract");
    private static final String BASE = "https://contract.example/";
    private static final Set<String> METHODS = Set.of("get", "head", "post", "put", "patch", "delete");
    private static final Contract FILES = new Contract();

    private final Map<String, JsonNode> files = new TreeMap<>();
    private final List<Operation> operations = new ArrayList<>();
    private final Map<Operation, PathPattern> patterns = new LinkedHashMap<>();
    private final SchemaRegistry registry;
    private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

    private Contract() {
        read();
        var texts = new HashMap<String, String>();
        files.forEach((name, file) -> texts.put(BASE + name, file.toString()));
        var config =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        registry = SchemaRegistry.withDefaultDialect(
                Dialects.getDraft202012(), builder -> builder.schemas(texts).schemaRegistryConfig(config));
        files.forEach(this::addOperations);
        var parser = new PathPatternParser();
        parser.setCaseSensitive(false);
        operations.forEach(operation -> patterns.put(operation, parser.parse(operation.path())));
    }

    public static Contract files() {
        return FILES;
    }

    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    public Operation operation(String id) {
        return operations.stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The operation that the request addresses, when it is one of these files. */
    public Optional<Operation> find(String method, String path) {
        var container = PathContainer.parsePath(path);
        return patterns.entrySet().stream()
                .filter(entry -> entry.getKey().method().equals(method.toUpperCase(Locale.ROOT)))
                .filter(entry -> entry.getValue().matches(container))
                .min((one, other) -> PathPattern.SPECIFICITY_COMPARATOR.compare(one.getValue(), other.getValue()))
                .map(Map.Entry::getKey);
    }

    /** The schema by its name in the file, for example {@code common.yaml} and {@code Error}. */
    JsonNode schema(String file, String name) {
        return at(file, "/components/schemas/" + name);
    }

    /** What stands at the reference, when the node is one. */
    JsonNode resolved(JsonNode node) {
        var found = node;
        while (found.has("$ref")) {
            var reference =
                    found.path("$ref").asString().substring(BASE.length()).split("#", 2);
            found = at(reference[0], reference[1]);
        }
        return found;
    }

    /** What is wrong with the value; empty when it fits. */
    List<String> misfits(JsonNode schema, JsonNode value) {
        return schemas.computeIfAbsent(schema, registry::getSchema).validate(value).stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    private JsonNode at(String file, String pointer) {
        var node =
                files.getOrDefault(file, JsonMapper.shared().createObjectNode()).at(pointer);
        if (node.isMissingNode()) {
            throw new IllegalStateException(file + "#" + pointer + " is nowhere");
        }
        return node;
    }

    private void read() {
        var yaml = new YAMLMapper();
        try (Stream<Path> listed = Files.list(FOLDER)) {
            for (var path : listed.sorted().toList()) {
                var name = path.getFileName().toString();
                var file = yaml.readTree(Files.readString(path));
                withAbsoluteReferences(name, file);
                files.put(name, file);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        mend();
    }

    /**
     * Its own description says that two characters hold only in countries with a list of states, and its list of fixed items
     * has an offer whose id is no UUID.
     */
    private void mend() {
        ((ObjectNode) at("catalog.yaml", "/components/schemas/Offer/properties/id")).remove("format");
        ((ObjectNode) at("common.yaml", "/components/schemas/Address/properties/state")).remove("maxLength");
    }

    private static void withAbsoluteReferences(String file, JsonNode node) {
        if (node instanceof ObjectNode object) {
            var reference = object.path("$ref").asString("");
            if (!reference.isEmpty()) {
                object.put(
                        "$ref",
                        reference.startsWith("#")
                                ? BASE + file + reference
                                : URI.create(BASE).resolve(reference).toString());
            }
            object.properties().forEach(entry -> withAbsoluteReferences(file, entry.getValue()));
        }
        if (node instanceof ArrayNode array) {
            array.forEach(each -> withAbsoluteReferences(file, each));
        }
    }

    private void addOperations(String file, JsonNode contract) {
        for (var path : contract.path("paths").properties()) {
            for (var entry : path.getValue().properties()) {
                if (METHODS.contains(entry.getKey())) {
                    operations.add(operation(file, path.getKey(), path.getValue(), entry.getKey(), entry.getValue()));
                }
            }
        }
    }

    private Operation operation(String file, String path, JsonNode item, String method, JsonNode declared) {
        var parameters = new ArrayList<Parameter>();
        item.path("parameters").forEach(each -> parameters.add(parameter(resolved(each))));
        declared.path("parameters").forEach(each -> parameters.add(parameter(resolved(each))));
        var responses = new TreeMap<Integer, JsonNode>();
        declared.path("responses")
                .properties()
                .forEach(entry -> responses.put(Integer.parseInt(entry.getKey()), resolved(entry.getValue())));
        return new Operation(
                file.replace(".yaml", ""),
                declared.path("operationId").asString(),
                method.toUpperCase(Locale.ROOT),
                path,
                List.copyOf(parameters),
                resolved(declared.path("requestBody")),
                responses,
                failures(declared.path("x-errors")));
    }

    private static Parameter parameter(JsonNode declared) {
        var schema =
                declared.has("schema") ? declared.path("schema") : declared.at("/content/application~1json/schema");
        return new Parameter(
                declared.path("name").asString(),
                declared.path("in").asString(),
                declared.path("required").asBoolean(false),
                schema);
    }

    private static Set<Failure> failures(JsonNode declared) {
        var failures = new LinkedHashSet<Failure>();
        declared.forEach(each -> failures.add(
                new Failure(each.path("status").asInt(), each.path("code").asString(""))));
        return failures;
    }
}
