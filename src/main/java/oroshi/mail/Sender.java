package oroshi.mail;

import org.springframework.mail.javamail.JavaMailSender;

/** A mail server with the address under which it sends. */
record Sender(JavaMailSender server, String from) {
    /** The domain of the address: message ids end with it. */
    String domain() {
        return from.replaceAll("^.*@", "").replaceAll("[>\\s].*$", "");
    }
}
