import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;

/**
 * Goes from the first page of a list of the API to the one with the number, by the links, as a client does. Prints the
 * address of the last step and its continuation token.
 *
 * <p>java bench/Walk.java PORT BEARER-TOKEN PATH PAGE
 */
final class Walk {
    private static final Pattern NEXT = Pattern.compile(
            "\"next\":\\{\"uri\":\"([^\"]+)\".*?\"key\":\"MS-ContinuationToken\",\"value\":\"([^\"]+)\"");

    private Walk() {}

    public static void main(String[] arguments) throws Exception {
        var root = "http://localhost:" + arguments[0];
        var path = arguments[2];
        var token = "";
        try (var client = HttpClient.newHttpClient()) {
            for (var page = 1; page < Integer.parseInt(arguments[3]); page++) {
                var request = HttpRequest.newBuilder(URI.create(root + path)).header("Authorization", "Bearer " + arguments[1]);
                if (!token.isEmpty()) {
                    request.header("MS-ContinuationToken", token);
                }
                var answer = client.send(request.build(), BodyHandlers.ofString());
                var next = NEXT.matcher(answer.body());
                if (answer.statusCode() != 200 || !next.find()) {
                    throw new IllegalStateException(path + " ends at page " + page + ": " + answer.statusCode());
                }
                path = "/v1" + next.group(1);
                token = next.group(2);
            }
        }
        System.out.println(path + " " + token);
    }
}
