package oroshi.basics;

import java.util.List;

/** Fills the numbered places of an explanation. */
final class Texts {
    private Texts() {}

    /**
     * Replaces {@code {0}}, {@code {1}} … by the arguments, of a problem by its explanation; a place without an argument
     * stays.
     */
    static String fill(String text, List<Object> arguments) {
        var filled = text;
        for (var i = 0; i < arguments.size(); i++) {
            filled = filled.replace("{" + i + "}", shown(arguments.get(i)));
        }
        return filled;
    }

    private static String shown(Object argument) {
        return argument instanceof Problem problem ? problem.description() : argument.toString();
    }
}
