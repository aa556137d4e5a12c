import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;

/**
 * A small closed-loop load: so many clients, each with one connection, each sending its next request when it has the
 * answer to the last one. Prints "requests per second, p50 in ms, p99 in ms, failures".
 *
 * <p>java bench/Load.java PORT CLIENTS SECONDS REQUEST-FILE [IDS-FILE]
 *
 * <p>The request file holds one raw HTTP request without Content-Length. In it {uuid} is a fresh id, {letters} twelve
 * fresh letters, {id} a random line of the ids file. A line "---" separates head from body. Several requests, separated by
 * a line "+++", are sent one after the other and count as one: {id} is the same in all, {made} the id that the answer to
 * the one before begins with.
 */
final class Load {
    private Load() {}

    public static void main(String[] arguments) throws Exception {
        var port = Integer.parseInt(arguments[0]);
        var clients = Integer.parseInt(arguments[1]);
        var seconds = Integer.parseInt(arguments[2]);
        var template = Template.read(Path.of(arguments[3]), arguments.length > 4 ? Path.of(arguments[4]) : null);
        var until = System.nanoTime() + seconds * 1_000_000_000L;
        var tasks = new ArrayList<Callable<Tally>>();
        for (var i = 0; i < clients; i++) {
            tasks.add(() -> client(port, template, until));
        }
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var tallies = new ArrayList<Tally>();
            for (var running : threads.invokeAll(tasks)) {
                tallies.add(running.get());
            }
            print(tallies, seconds);
        }
    }

    private static Tally client(int port, Template template, long until) throws IOException {
        var tally = new Tally();
        var open = true;
        while (open) {
            open = connection(port, template, until, tally);
        }
        return tally;
    }

    /** Sends requests until the time is up, or until the server says that it closes; true when there is time left. */
    private static boolean connection(int port, Template template, long until, Tally tally) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            var answers = new Answers(socket.getInputStream());
            var out = socket.getOutputStream();
            while (System.nanoTime() < until) {
                var took = 0L;
                var status = 200;
                var id = template.id();
                for (var step = template; step != null && status / 100 == 2; step = step.then()) {
                    var request = step.next(id, answers.made);
                    var start = System.nanoTime();
                    out.write(request);
                    status = answers.next(step.then() != null);
                    took += System.nanoTime() - start;
                }
                tally.add(took, status);
                if (answers.close) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Reads answers in few large pieces: the load shares its processors with what it measures. */
    private static final class Answers {
        private final InputStream in;
        private byte[] bytes = new byte[1 << 18];
        private int at;
        private int end;
        boolean close;
        String made = "";

        Answers(InputStream in) {
            this.in = in;
        }

        /** The status of the next answer, all of which is then read. */
        int next(boolean keepId) throws IOException {
            var from = at;
            var stop = head();
            var head = new String(bytes, from, stop - from, StandardCharsets.ISO_8859_1);
            at = stop;
            close = head.contains("\r\nConnection: close");
            if (head.contains("\r\nTransfer-Encoding: chunked")) {
                skipChunks();
            } else {
                skip(length(head));
            }
            if (keepId) {
                made = id(new String(bytes, stop, Math.min(200, at - stop), StandardCharsets.UTF_8));
            }
            if (at == end) {
                at = 0;
                end = 0;
            }
            return Integer.parseInt(head, 9, 12, 10);
        }

        private static String id(String body) {
            var from = body.indexOf("\"id\":\"") + 6;
            return from < 6 ? "" : body.substring(from, body.indexOf('"', from));
        }

        private static int length(String head) {
            var name = head.indexOf("\r\nContent-Length: ");
            return name < 0 ? 0 : Integer.parseInt(head, name + 18, head.indexOf('\r', name + 18), 10);
        }

        /** The first place behind the blank line. */
        private int head() throws IOException {
            var place = at + 4;
            while (true) {
                require(place);
                if (bytes[place - 1] == '\n' && bytes[place - 2] == '\r' && bytes[place - 3] == '\n') {
                    return place;
                }
                place++;
            }
        }

        private void skipChunks() throws IOException {
            for (var size = chunk(); size > 0; size = chunk()) {
                skip(size + 2);
            }
            skip(2);
        }

        private int chunk() throws IOException {
            var from = at;
            do {
                skip(1);
            } while (bytes[at - 1] != '\n');
            return Integer.parseInt(new String(bytes, from, at - from - 2, StandardCharsets.ISO_8859_1), 16);
        }

        private void skip(int count) throws IOException {
            require(at + count);
            at += count;
        }

        private void require(int place) throws IOException {
            while (end < place) {
                if (end == bytes.length) {
                    bytes = Arrays.copyOf(bytes, bytes.length * 2);
                }
                var read = in.read(bytes, end, bytes.length - end);
                if (read < 0) {
                    throw new IOException("The server closed the connection");
                }
                end += read;
            }
        }
    }

    private static void print(List<Tally> tallies, int seconds) {
        var nanos = tallies.stream().flatMapToLong(Tally::stream).sorted().toArray();
        var failures = tallies.stream().mapToInt(tally -> tally.failures).sum();
        System.out.printf(
                Locale.ROOT,
                "%.1f,%.3f,%.3f,%d%n",
                nanos.length / (double) seconds,
                at(nanos, 0.50),
                at(nanos, 0.99),
                failures);
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }

    /** What one client measured. */
    private static final class Tally {
        private long[] nanos = new long[1024];
        private int count;
        private int failures;

        void add(long took, int status) {
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, count * 2);
            }
            nanos[count++] = took;
            failures += status / 100 == 2 ? 0 : 1;
        }

        LongStream stream() {
            return Arrays.stream(nanos, 0, count);
        }
    }

    /** A request with places for what is new each time, and the one that follows it. */
    private record Template(String head, String body, List<String> ids, Template then) {
        static Template read(Path file, Path ids) throws IOException {
            var requests = Files.readString(file).split("\n\\+\\+\\+\n");
            var lines = ids == null ? List.<String>of() : Files.readAllLines(ids);
            Template template = null;
            for (var i = requests.length - 1; i >= 0; i--) {
                var parts = requests[i].split("\n---\n?", 2);
                template = new Template(parts[0].strip(), parts.length > 1 ? parts[1].strip() : "", lines, template);
            }
            return template;
        }

        String id() {
            return ids.isEmpty() ? "" : ids.get(ThreadLocalRandom.current().nextInt(ids.size()));
        }

        byte[] next(String id, String made) {
            var filledBody = fill(body, id, made).getBytes(StandardCharsets.UTF_8);
            var length = body.isEmpty() ? "" : "\nContent-Length: " + filledBody.length;
            var filledHead =
                    (fill(head, id, made) + length + "\n\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
            var request = Arrays.copyOf(filledHead, filledHead.length + filledBody.length);
            System.arraycopy(filledBody, 0, request, filledHead.length, filledBody.length);
            return request;
        }

        private static String fill(String text, String id, String made) {
            if (text.indexOf('{') < 0) {
                return text;
            }
            var filled = text.replace("{made}", made);
            if (filled.contains("{uuid}")) {
                filled = filled.replace("{uuid}", UUID.randomUUID().toString());
            }
            if (filled.contains("{letters}")) {
                filled = filled.replace("{letters}", letters());
            }
            return id.isEmpty() ? filled : filled.replace("{id}", id);
        }

        private static String letters() {
            var letters = new StringBuilder();
            ThreadLocalRandom.current().ints(12, 'a', 'z' + 1).forEach(letter -> letters.append((char) letter));
            return letters.toString();
        }
    }
}
