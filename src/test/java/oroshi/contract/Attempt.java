package oroshi.contract;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One request of the fuzz run.
 *
 * @param number which of the run it is: with the seed it says how the request was made
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares requests, and a body may be no text at all.
record Attempt(
        int number,
        Operation operation,
        String stand,
        String path,
        List<Map.Entry<String, String>> headers,
        byte[] body) {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    HttpRequest request(int port) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(LONGEST)
                .method(
                        operation.method(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(header -> request.header(header.getKey(), header.getValue()));
        return request.build();
    }

    /** The same request as one that was not made before: its id would have it answered from memory. */
    Attempt anew() {
        var others = headers.stream()
                .map(header -> header.getKey().equals("MS-RequestId")
                        ? Map.entry("MS-RequestId", UUID.randomUUID().toString())
                        : header)
                .toList();
        return new Attempt(number, operation, stand, path, others, body);
    }

    @Override
    public String toString() {
        var text = new String(body, StandardCharsets.UTF_8);
        var said = headers.stream()
                .filter(header -> !header.getKey().equals("Authorization"))
                .map(header -> header.getKey() + ": " + shortened(header.getValue()))
                .toList();
        return "#" + number + " " + operation.id() + " by " + stand + ": " + operation.method() + " " + shortened(path)
                + " " + said + " " + shortened(text);
    }

    private static String shortened(String text) {
        var printable = text.replaceAll("\\p{Cntrl}", "·").replaceAll("(.)\\1{20,}", "$1$1…");
        return printable.length() <= 900 ? printable : printable.substring(0, 900) + "… (" + text.length() + ")";
    }
}
