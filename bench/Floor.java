import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the floor of an operation: a pgbench script of exactly the statements that the application sent for one request,
 * taken from the server's log, with fresh ids in every round.
 *
 * <p>java bench/Floor.java LOG FIRST-TEXT TOKEN
 *
 * <p>The log has log_statement=all and the parameters of each statement. FIRST-TEXT is part of the transaction's first
 * statement of interest; TOKEN is the name that the captured request used and that each round has to have for itself.
 */
final class Floor {
    private static final Pattern ENTRY = Pattern.compile("(?m)^\\d{4}-\\d\\d-\\d\\d .*?(?=^\\d{4}-\\d\\d-\\d\\d |\\z)", Pattern.DOTALL);
    private static final Pattern SENT = Pattern.compile("LOG:\\s+(?:execute [^:]+|statement): (.*)", Pattern.DOTALL);
    private static final Pattern PARAMETERS = Pattern.compile("DETAIL:\\s+[Pp]arameters: (.*)", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = (NULL|'[^']*+(?:''[^']*+)*+')");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    private static final Pattern ARRAY = Pattern.compile("\\{[^\"}].*}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private Floor() {}

    public static void main(String[] arguments) throws IOException {
        var transaction = transaction(entries(Files.readString(Path.of(arguments[0]))), arguments[1]);
        System.out.println(script(transaction, arguments[2]));
    }

    /** A statement with its parameters filled in. */
    private static List<String> entries(String log) {
        var statements = new ArrayList<String>();
        var last = "";
        for (var match = ENTRY.matcher(log); match.find(); ) {
            var sent = SENT.matcher(match.group());
            var parameters = PARAMETERS.matcher(match.group());
            if (sent.find()) {
                last = sent.group(1).strip();
                statements.add(last);
            } else if (parameters.find() && !statements.isEmpty()) {
                statements.set(statements.size() - 1, filled(last, parameters.group(1)));
            }
        }
        return statements;
    }

    private static String filled(String statement, String parameters) {
        var values = new LinkedHashMap<Integer, String>();
        for (var match = PARAMETER.matcher(parameters); match.find(); ) {
            values.put(Integer.valueOf(match.group(1)), match.group(2));
        }
        return Pattern.compile("\\$(\\d+)")
                .matcher(statement)
                .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(Integer.valueOf(match.group(1)), "NULL")));
    }

    /** The last whole transaction that contains the text, from BEGIN to COMMIT. */
    private static List<String> transaction(List<String> statements, String text) {
        var at = statements.size() - 1;
        while (!statements.get(at).contains(text)) {
            at--;
        }
        var from = at;
        while (!statements.get(from).startsWith("BEGIN")) {
            from--;
        }
        var to = at;
        while (!statements.get(to).startsWith("COMMIT")) {
            to++;
        }
        return statements.subList(from, to + 1);
    }

    private static String script(List<String> transaction, String token) {
        var known = known(transaction);
        var script = new StringBuilder("\\set r random(1, 9000000000000000000)\n");
        for (var statement : transaction) {
            script.append(fresh(statement, token, known).replaceAll("\\s+", " ")).append(";\n");
        }
        return script.toString();
    }

    /** Ids that stay as they are: of the partner, its user, its price list. */
    private static Map<String, Integer> known(List<String> transaction) {
        var count = new LinkedHashMap<String, Integer>();
        var scope = UUID.matcher(transaction.get(1));
        if (scope.find()) {
            count.put(scope.group(), 0);
        }
        return count;
    }

    /** Every quoted value that holds an id of the captured request or its name gets a new one for each round. */
    private static String fresh(String statement, String token, Map<String, Integer> known) {
        return Pattern.compile("'([^']*+(?:''[^']*+)*+)'").matcher(statement).replaceAll(match -> {
            // A colon before a letter would be a variable of pgbench.
            var value = match.group(1).replaceAll("\":(?=[a-z])", "\": ");
            var changed = value;
            for (var id = UUID.matcher(value); id.find(); ) {
                if (!known.containsKey(id.group())) {
                    changed = changed.replace(id.group(), "' || md5(:r::text || '" + id.group().substring(19) + "')::uuid || '");
                }
            }
            changed = changed.replace(token, "' || 'b' || :r::text || '");
            if (DIGEST.matcher(value).matches()) {
                changed = "' || md5(:r::text) || '";
            }
            var array = ARRAY.matcher(value).matches() ? "::text[]" : "";
            var same = changed.equals(value) && array.isEmpty();
            return Matcher.quoteReplacement(same ? "'" + value + "'" : "(" + trimmed("'" + changed + "'") + ")" + array);
        });
    }

    private static String trimmed(String expression) {
        return expression.replaceAll("^'' \\|\\| ", "").replaceAll(" \\|\\| ''$", "");
    }
}
