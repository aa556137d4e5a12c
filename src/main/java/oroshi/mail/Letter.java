package oroshi.mail;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One letter to one person, in plain text.
 *
 * @param to the address
 * @param name the person's name as it stands beside the address
 */
public record Letter(String to, String name, Locale language, String subject, String text) {
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

    public Letter {
        name = oneLine(name);
        subject = oneLine(subject);
    }

    /** A header is one line, whatever stands in a company's name. */
    private static String oneLine(String header) {
        return CONTROLS.matcher(header).replaceAll(" ").strip();
    }
}
