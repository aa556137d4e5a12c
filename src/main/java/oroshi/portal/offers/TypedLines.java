package oroshi.portal.offers;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import oroshi.onboarding.LineInput;

/** Reads what was typed into a list of offers. */
public final class TypedLines {
    private static final String QUANTITY = "quantity.";

    private TypedLines() {}

    /** Every line of the form that has a quantity, whatever was typed as one. */
    public static List<LineInput> read(HttpServletRequest request) {
        return request.getParameterMap().keySet().stream()
                .filter(name -> name.startsWith(QUANTITY))
                .sorted()
                .map(name -> line(request, name.substring(QUANTITY.length())))
                .filter(line -> !line.quantity().isBlank())
                .toList();
    }

    private static LineInput line(HttpServletRequest request, String key) {
        var names = key.split("@", 2);
        var cycle = value(request, "cycle." + key);
        var shown = value(request, "price." + key).split(" for ", 2);
        var price = shown.length == 2 && shown[1].equals(cycle) ? shown[0] : "";
        return new LineInput(names[0], names.length == 2 ? names[1] : "", value(request, QUANTITY + key), cycle, price);
    }

    private static String value(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}
