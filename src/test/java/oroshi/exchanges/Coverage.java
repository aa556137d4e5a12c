package oroshi.exchanges;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import oroshi.contract.Contract;
import oroshi.contract.Operation;
import oroshi.contract.Operation.Failure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which of the contract's answers no conversation ends with yet. */
final class Coverage {
    /** A customer of somebody else is an unknown one: docs/decisions/0004. */
    private static final Set<Failure> FOREIGN = Set.of(new Failure(403, "20002"), new Failure(403, "900159"));

    private static final Failure UNKNOWN = new Failure(404, "60003");

    /** What is still to be written. */
    static final Path NOT_YET = Story.FOLDER.resolve("not-yet.txt");

    private Coverage() {}

    /** Operations without a good answer, and errors without their conversation; neither when a reason is written down. */
    static Set<String> missing(List<Story> stories) throws IOException {
        var heard = new HashSet<String>();
        var misplaced = new ArrayList<String>();
        for (var story : stories) {
            var operation = Contract.files().operation(story.operation());
            if (!operation.family().equals(story.family())) {
                misplaced.add(story.name() + " belongs to " + operation.family());
            }
            heard.add(line(operation, ending(operation, story.last())));
        }
        var missing = new TreeSet<>(misplaced);
        for (var operation : Contract.files().operations()) {
            wanted(operation).stream()
                    .map(ending -> line(operation, ending))
                    .filter(line -> !heard.contains(line))
                    .forEach(missing::add);
        }
        missing.removeAll(unreachable());
        return missing;
    }

    private static List<Failure> wanted(Operation operation) {
        var wanted = new ArrayList<Failure>();
        wanted.add(new Failure(200, "good"));
        operation.failures().stream()
                .map(failure -> FOREIGN.contains(failure) ? UNKNOWN : failure)
                .distinct()
                .forEach(wanted::add);
        return wanted;
    }

    private static String line(Operation operation, Failure ending) {
        return operation.id() + " " + ending.status() + " " + ending.code();
    }

    /** An answer of success may carry a published error too. */
    private static Failure ending(Operation operation, Exchange exchange) {
        if (exchange.status() == 0) {
            return new Failure(0, "unrecorded");
        }
        var ending = new Failure(exchange.status(), code(exchange.answerBody()));
        return exchange.status() >= 400 || operation.failures().contains(ending) ? ending : new Failure(200, "good");
    }

    private static String code(String body) {
        try {
            var json = body.isEmpty()
                    ? JsonMapper.shared().nullNode()
                    : JsonMapper.shared().readTree(body);
            for (var name : List.of("code", "error")) {
                JsonNode code = json.path(name);
                if (code.isValueNode()) {
                    return code.asString();
                }
            }
        } catch (JacksonException noJson) {
            return "none";
        }
        return "none";
    }

    /** What nobody can bring about here, each with its reason behind the bar. */
    private static Set<String> unreachable() throws IOException {
        var lines = new HashSet<String>();
        for (var line : Files.readAllLines(Story.FOLDER.resolve("unreachable.txt"))) {
            if (!line.startsWith("#") && line.contains("|")) {
                lines.add(line.split("\\|", 2)[0].strip());
            }
        }
        return lines;
    }
}
