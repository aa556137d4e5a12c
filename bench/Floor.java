import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the floor of an operation: a pgbench script of exactly the statements that the application sent for one request,
 * taken from the server's log, with fresh ids in every round.
 *
 * <p>java bench/Floor.java LOG FIRST-TEXT TOKEN [KNOWN CUSTOMER]
 *
 * <p>The log has log_statement=all and the parameters of each statement. FIRST-TEXT is part of the transaction's first
 * statement of interest; TOKEN is the name that the captured request used and that each round has to have for itself.
 * Ids in the first KNOWN characters of the log stay as they are; CUSTOMER is the id of the customer, in whose place each
 * round has another one, {@code :customer}.
 */
final class Floor {
    private static final Pattern ENTRY = Pattern.compile("(?m)^\\d{4}-\\d\\d-\\d\\d .*?(?=^\\d{4}-\\d\\d-\\d\\d |\\z)", Pattern.DOTALL);
    private static final Pattern SESSION = Pattern.compile("\\[\\d+]");
    private static final Pattern SENT = Pattern.compile("LOG:\\s+(?:execute [^:]+|statement): (.*)", Pattern.DOTALL);
    private static final Pattern PARAMETERS = Pattern.compile("DETAIL:\\s+[Pp]arameters: (.*)", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = (NULL|'[^']*+(?:''[^']*+)*+')");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    private static final Pattern ARRAY = Pattern.compile("\\{(?=[^}]*[^\\d.,:}-])[^\"}].*}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern ORDER_NUMBER = Pattern.compile("[0-9a-f]{12}");

    private Floor() {}

    public static void main(String[] arguments) throws IOException {
        var log = Files.readString(Path.of(arguments[0]));
        var transaction = transaction(entries(log), arguments[1]);
        var known = known(transaction);
        if (arguments.length > 3) {
            UUID.matcher(log.substring(0, Integer.parseInt(arguments[3]))).results().forEach(id -> known.add(id.group()));
        }
        var script = script(transaction, arguments[2], known);
        System.out.println(arguments.length > 4 ? script.replace("'" + arguments[4] + "'", ":customer") : script);
    }

    /** A statement with its parameters filled in, and the server's process that got it: others write in between. */
    private record Statement(String session, String text) {}

    private static List<Statement> entries(String log) {
        var statements = new ArrayList<Statement>();
        for (var match = ENTRY.matcher(log); match.find(); ) {
            var session = SESSION.matcher(match.group());
            var sent = SENT.matcher(match.group());
            var parameters = PARAMETERS.matcher(match.group());
            if (!session.find()) {
                continue;
            }
            if (sent.find()) {
                statements.add(new Statement(session.group(), sent.group(1).strip()));
            } else if (parameters.find() && !statements.isEmpty()) {
                var last = statements.removeLast();
                statements.add(new Statement(last.session, filled(last.text, parameters.group(1))));
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
    private static List<String> transaction(List<Statement> all, String text) {
        var found = all.stream().filter(each -> each.text.contains(text)).toList().getLast();
        var statements = all.stream()
                .filter(each -> each.session.equals(found.session))
                .map(Statement::text)
                .toList();
        var at = statements.lastIndexOf(found.text);
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

    private static String script(List<String> transaction, String token, Set<String> known) {
        var script = new StringBuilder("\\set r random(1, 9000000000000000000)\n");
        for (var statement : transaction) {
            script.append(fresh(statement, token, known).replaceAll("\\s+", " ")).append(";\n");
        }
        return script.toString();
    }

    /** The partner's id stays as it is. */
    private static Set<String> known(List<String> transaction) {
        var known = new HashSet<String>();
        UUID.matcher(transaction.get(1)).results().limit(1).forEach(id -> known.add(id.group()));
        return known;
    }

    /** Every quoted value that holds an id of the captured request or its name gets a new one for each round. */
    private static String fresh(String statement, String token, Set<String> known) {
        return Pattern.compile("'([^']*+(?:''[^']*+)*+)'").matcher(statement).replaceAll(match -> {
            // A colon before a letter would be a variable of pgbench.
            var value = match.group(1).replaceAll("\":(?=[a-z])", "\": ");
            var changed = value;
            for (var id = UUID.matcher(value); id.find(); ) {
                if (!known.contains(id.group())) {
                    changed = changed.replace(id.group(), "' || md5(:r::text || '" + id.group().substring(19) + "')::uuid || '");
                }
            }
            changed = changed.replaceAll("(?<=\\w):(?=[A-Za-z])", ":' || '");
            changed = changed.replace(token, "' || 'b' || :r::text || '");
            if (DIGEST.matcher(value).matches()) {
                changed = "' || md5(:r::text) || '";
            }
            if (ORDER_NUMBER.matcher(value).matches()) {
                changed = "' || left(md5(:r::text || '" + value + "'), 12) || '";
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
