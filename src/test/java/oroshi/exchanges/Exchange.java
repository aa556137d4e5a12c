package oroshi.exchanges;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One request and its answer, as they stand in a file.
 *
 * @param title what happens, in words
 * @param kept the names under which values of the answer are known from then on, and their JSON pointers
 * @param meanwhile what happens before it that no call brings about, names of {@link Givens}
 * @param brief whether of its answer only the status matters to the story
 * @param headers of the request
 * @param body of the request; empty when it has none
 * @param answer status line, headers and body; empty until it was recorded
 */
record Exchange(
        String title,
        Map<String, String> kept,
        List<String> meanwhile,
        boolean brief,
        String method,
        String target,
        List<String> headers,
        String body,
        String answer) {
    private static final String KEEP = "# keep: ";
    private static final String MEANWHILE = "# meanwhile: ";
    private static final String BRIEF = "# brief";
    private static final String ANSWER = "HTTP/1.1 ";

    static Exchange parse(String title, String text) {
        var kept = new LinkedHashMap<String, String>();
        var meanwhile = new ArrayList<String>();
        var lines = new ArrayList<>(text.strip().lines().toList());
        var brief = false;
        while (lines.getFirst().startsWith("#")) {
            var line = lines.removeFirst();
            brief = brief || line.equals(BRIEF);
            if (line.startsWith(MEANWHILE)) {
                meanwhile.add(line.substring(MEANWHILE.length()).strip());
            }
            if (line.startsWith(KEEP)) {
                var words = line.substring(KEEP.length()).split(" = ", 2);
                kept.put(words[0], words[1]);
            }
        }
        var call = lines.removeFirst().split(" ", 2);
        var headers = new ArrayList<String>();
        while (!lines.isEmpty() && !lines.getFirst().isEmpty()) {
            headers.add(lines.removeFirst());
        }
        var rest = String.join("\n", lines).strip();
        var start = ("\n" + rest).indexOf("\n" + ANSWER);
        return new Exchange(
                title,
                kept,
                meanwhile,
                brief,
                call[0],
                call[1],
                headers,
                (start < 0 ? rest : rest.substring(0, start)).strip(),
                start < 0 ? "" : rest.substring(start));
    }

    Exchange answered(String found) {
        var heard = brief ? found.lines().findFirst().orElseThrow() : found;
        return new Exchange(title, kept, meanwhile, brief, method, target, headers, body, heard);
    }

    /** Whether its body consists of parts, whose lines end as they do in mail. */
    boolean isForm() {
        return headers.stream().anyMatch(header -> header.startsWith("Content-Type: multipart/"));
    }

    /** The status that the file expects; 0 when nothing was recorded. */
    int status() {
        return answer.isEmpty()
                ? 0
                : Integer.parseInt(answer.lines().findFirst().orElseThrow().substring(ANSWER.length()));
    }

    /** What the answer says below its headers. */
    String answerBody() {
        var end = answer.indexOf("\n\n");
        return end < 0 ? "" : answer.substring(end).strip();
    }

    static String answer(int status, List<String> headers, String body) {
        var head = ANSWER + status + "\n" + String.join("\n", headers);
        return head.strip() + (body.isEmpty() ? "" : "\n\n" + body.strip());
    }

    String print() {
        var text = new StringBuilder("### ").append(title).append('\n');
        meanwhile.forEach(each -> text.append(MEANWHILE).append(each).append('\n'));
        kept.forEach((name, pointer) ->
                text.append(KEEP).append(name).append(" = ").append(pointer).append('\n'));
        if (brief) {
            text.append(BRIEF).append('\n');
        }
        text.append(method).append(' ').append(target).append('\n');
        headers.forEach(header -> text.append(header).append('\n'));
        if (!body.isEmpty()) {
            text.append('\n').append(body).append('\n');
        }
        return text.append('\n').append(answer).append('\n').toString();
    }
}
