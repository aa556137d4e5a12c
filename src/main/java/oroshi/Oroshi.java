package oroshi;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The open partner center: one engine behind a portal and the REST API v1. */
@SpringBootApplication
public class Oroshi {
    public static void main(String[] arguments) {
        SpringApplication.run(Oroshi.class, arguments);
    }
}
