package oroshi.contract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes bodies out of a schema, and breaks sound ones in a few places. */
final class Bodies {
    private static final JsonNodeFactory NODES = JsonMapper.shared().getNodeFactory();

    private final RandomGenerator random;

    Bodies(RandomGenerator random) {
        this.random = random;
    }

    /** A value that fits the schema, or nearly: its edges are the point, conditions between members are not kept. */
    JsonNode ofSchema(JsonNode declared) {
        return ofSchema(declared, 0);
    }

    /** The deeper a list lies, the shorter it is: some schemas contain themselves. */
    private JsonNode ofSchema(JsonNode declared, int depth) {
        var schema = Contract.files().resolved(declared);
        if (schema.has("const")) {
            return schema.path("const");
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(random.nextInt(schema.path("enum").size()));
        }
        if (schema.has("oneOf") && !schema.has("properties")) {
            return ofSchema(
                    schema.path("oneOf")
                            .path(random.nextInt(schema.path("oneOf").size())),
                    depth);
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema.path("items"), depth);
            case "integer" -> NODES.numberNode(schema.path("minimum").asInt(0) + random.nextInt(3) - 1);
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "null" -> NODES.nullNode();
            case "string" -> NODES.stringNode(text(schema));
            default -> Junk.value(random);
        };
    }

    private String type(JsonNode schema) {
        if (schema.has("properties") || schema.has("allOf")) {
            return "object";
        }
        var type = schema.path("type");
        return type.isArray() ? type.path(random.nextInt(type.size())).asString() : type.asString("anything");
    }

    private ObjectNode object(JsonNode schema, int depth) {
        var object = NODES.objectNode();
        schema.path("allOf").forEach(part -> {
            if (ofSchema(part, depth) instanceof ObjectNode fields) {
                object.setAll(fields);
            }
        });
        for (var property : schema.path("properties").properties()) {
            var required = schema.path("required").valueStream().anyMatch(name -> name.asString()
                    .equals(property.getKey()));
            if (random.nextInt(100) < (required ? 95 : 50)) {
                object.set(property.getKey(), ofSchema(property.getValue(), depth + 1));
            }
        }
        return object;
    }

    private ArrayNode array(JsonNode items, int depth) {
        var array = NODES.arrayNode();
        for (var left = random.nextInt(Math.max(1, 5 - depth)); left > 0; left--) {
            array.add(ofSchema(items, depth));
        }
        return array;
    }

    private String text(JsonNode schema) {
        var longest = schema.path("maxLength").asInt(60);
        return switch (schema.path("format").asString("")) {
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "date-time" ->
                "20" + (10 + random.nextInt(89)) + "-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10)
                        + "T00:00:00Z";
            case "email" -> "a" + random.nextInt(1000) + "@b.example";
            case "uri" -> "https://a.example/" + random.nextInt(1000);
            default ->
                switch (random.nextInt(5)) {
                    case 0 -> "x".repeat(longest);
                    case 1 -> "x".repeat(schema.path("minLength").asInt(0));
                    case 2 -> "x".repeat(longest + 1);
                    case 3 -> Junk.text(random);
                    default -> "Kiln Street " + random.nextInt(1000);
                };
        };
    }

    /** The body with something done to one to three of its places. */
    JsonNode broken(JsonNode sound) {
        var body = sound.deepCopy();
        for (var left = 1 + random.nextInt(3); left > 0; left--) {
            var places = places(body, new ArrayList<>());
            if (places.isEmpty()) {
                return Junk.value(random);
            }
            breakOne(Objects.requireNonNull(places.get(random.nextInt(places.size()))));
        }
        return body;
    }

    private void breakOne(JsonNode place) {
        if (place instanceof ArrayNode array) {
            breakElement(array);
            return;
        }
        var object = (ObjectNode) place;
        var names = List.copyOf(object.propertyNames());
        var name = names.get(random.nextInt(names.size()));
        var value = Objects.requireNonNull(object.get(name));
        switch (random.nextInt(8)) {
            case 0 -> object.remove(name);
            case 1 -> object.putNull(name);
            case 2 -> object.set(name.toUpperCase(Locale.ROOT), Junk.value(random));
            case 3 -> renamed(object, name, value);
            case 4 -> object.set(Junk.text(random), Junk.value(random));
            case 5 ->
                object.set(name, value.isString() ? NODES.stringNode(stretched(value.asString())) : Junk.value(random));
            default -> object.set(name, Junk.value(random));
        }
    }

    private void breakElement(ArrayNode array) {
        switch (random.nextInt(4)) {
            case 0 -> array.removeAll();
            case 1 -> array.add(Junk.value(random));
            case 2 -> array.addAll(array.deepCopy());
            default -> array.insert(0, NODES.nullNode());
        }
    }

    /** The name as other clients write it; the value stays sound. */
    private void renamed(ObjectNode object, String name, JsonNode value) {
        object.remove(name);
        var snake = name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        object.set(
                random.nextBoolean() ? snake : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
                value);
    }

    private String stretched(String text) {
        return switch (random.nextInt(4)) {
            case 0 -> text + Junk.text(random);
            case 1 -> text.substring(text.length() / 2);
            case 2 -> text.toUpperCase(Locale.ROOT);
            default -> text.repeat(40);
        };
    }

    private static List<JsonNode> places(JsonNode node, List<JsonNode> found) {
        if (node.isContainer() && !node.isEmpty()) {
            found.add(node);
        }
        node.forEach(each -> places(each, found));
        return found;
    }

    /** The value as JSON text in UTF-8; what UTF-8 can't carry goes as an escape. */
    static byte[] bytes(JsonNode value) {
        var text = JsonMapper.shared().writeValueAsString(value);
        var safe = new StringBuilder(text.length());
        for (var index = 0; index < text.length(); index++) {
            var letter = text.charAt(index);
            safe.append(Character.isSurrogate(letter) ? "\\u%04x".formatted((int) letter) : letter);
        }
        return safe.toString().getBytes(StandardCharsets.UTF_8);
    }
}
