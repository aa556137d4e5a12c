package oroshi.contract;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Values that somebody could send and nobody meant: the edges of text, numbers, dates and types. */
final class Junk {
    private static final JsonNodeFactory NODES = JsonMapper.shared().getNodeFactory();

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\t\r\n",
            "\u0000",
            "a\u0000b",
            "\u0001\u001f\u007f\u0085",
            "\ud800",
            "x\udc00y",
            "\ud83d\udc69\u200d\ud83d\udcbb",
            "e\u0301\u0301\u0301",
            "\u202eabc\u202c",
            "\u3000\u00a0\u200b",
            "ﾃｽﾄ 株式会社",
            "İıßẞ",
            "' or 1=1 --",
            "\\",
            "\"",
            "%00%zz%",
            "${jndi:x}{0}{}",
            "<script>alert(1)</script>",
            "../../../etc/passwd",
            "*",
            "null",
            "true",
            "NaN",
            "-1",
            "0",
            "1e999",
            "9223372036854775808",
            "all",
            "A".repeat(51),
            "b".repeat(201),
            "長".repeat(257),
            "x@",
            "@x",
            "a@b@c",
            "a".repeat(65) + "@" + "b".repeat(190) + ".example",
            "JP",
            "ZZ",
            "jp",
            "ja-JP",
            "xx-YY-zz-" + "q".repeat(40),
            "0000-00-00T00:00:00Z",
            "2024-02-30",
            "2024-02-29T24:00:00Z",
            "0001-01-01T00:00:00",
            "9999-12-31T23:59:59.9999999Z",
            "+999999999-12-31T23:59:59.999999999Z",
            "-999999999-01-01T00:00:00Z",
            "2024-01-01T00:00:00+25:00",
            "1e1",
            "00000000-0000-0000-0000-000000000000",
            "{00000000-0000-0000-0000-000000000001}",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "1-1-1-1-1",
            "https://user:pass@[::1]:99999/?#",
            "javascript:alert(1)",
            "http://");

    private static final List<JsonNode> NUMBERS = List.of(
            NODES.numberNode(0),
            NODES.numberNode(-1),
            NODES.numberNode(1),
            NODES.numberNode(Integer.MAX_VALUE),
            NODES.numberNode((long) Integer.MAX_VALUE + 1),
            NODES.numberNode(Long.MIN_VALUE),
            NODES.numberNode(1.5),
            NODES.numberNode(new BigInteger("9".repeat(60))),
            NODES.numberNode(new BigDecimal("1e-400")),
            NODES.numberNode(new BigDecimal("9.9e400")));

    private Junk() {}

    static String text(RandomGenerator random) {
        return switch (random.nextInt(20)) {
            case 0 -> "x".repeat(1 + random.nextInt(70_000));
            case 1 -> new UUID(random.nextLong(), random.nextLong()).toString();
            case 2, 3 -> anything(random);
            default -> Objects.requireNonNull(TEXTS.get(random.nextInt(TEXTS.size())));
        };
    }

    private static String anything(RandomGenerator random) {
        var text = new StringBuilder();
        for (var left = random.nextInt(40); left > 0; left--) {
            text.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
        }
        return text.toString();
    }

    /** Any value, of any type. */
    static JsonNode value(RandomGenerator random) {
        return switch (random.nextInt(9)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2, 3 -> Objects.requireNonNull(NUMBERS.get(random.nextInt(NUMBERS.size())));
            case 4 -> list(random);
            case 5 -> NODES.objectNode().set(text(random), NODES.stringNode(text(random)));
            default -> NODES.stringNode(text(random));
        };
    }

    private static JsonNode list(RandomGenerator random) {
        var list = NODES.arrayNode();
        var size = random.nextInt(8) == 0 ? 2_000 : random.nextInt(3);
        for (var left = size; left > 0; left--) {
            list.add(size > 3 ? NODES.numberNode(left) : value(random));
        }
        return list;
    }

    /** A body that is no JSON object of sensible size, as bytes: cut off, too deep, of another alphabet, nothing. */
    static byte[] body(RandomGenerator random, byte[] sensible) {
        return switch (random.nextInt(14)) {
            case 0 -> new byte[0];
            case 1 -> java.util.Arrays.copyOf(sensible, random.nextInt(sensible.length + 1));
            case 2 -> bytes("[".repeat(5_000));
            case 3 -> bytes("{\"a\":".repeat(900) + "1" + "}".repeat(900));
            case 4 -> bytes("null");
            case 5 -> bytes("[" + new String(sensible, java.nio.charset.StandardCharsets.UTF_8) + "]");
            case 6 -> bytes("\"" + "y".repeat(200_000) + "\"");
            case 7 -> bytes("{\"a\":" + "9".repeat(2_000) + "}");
            case 8 -> bytes("{'a':1,}");
            case 9 -> new byte[] {(byte) 0xff, (byte) 0xfe, '{', 0, '}', 0};
            case 10 -> new byte[] {'{', '"', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}'};
            case 11 -> joined(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, sensible);
            case 12 -> joined(sensible, sensible);
            default -> noise(random);
        };
    }

    private static byte[] noise(RandomGenerator random) {
        var noise = new byte[random.nextInt(300)];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
