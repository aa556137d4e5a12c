package oroshi.customers;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import oroshi.basics.Refusal;
import oroshi.rest.Preparation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks the address checker about the address in a call of the API, before the call's transaction begins. */
@Component
public class AddressPreparations {
    private static final String FOUND = AddressFinding.class.getName();

    private final AddressChecker checker;
    private final CustomerRules rules;
    private final JsonMapper json;

    AddressPreparations(AddressChecker checker, CustomerRules rules, JsonMapper json) {
        this.checker = checker;
        this.rules = rules;
        this.json = json;
    }

    /**
     * The preparation of one operation.
     *
     * @param entry where its body has the address
     */
    public <T> Preparation about(String path, Class<T> body, Function<T, CustomerEntry> entry) {
        return new OfOperation<>(path, body, entry);
    }

    /** What the checker said about the call's address, or what its country's rules say without one. */
    public AddressFinding found(HttpServletRequest request, CustomerEntry entry) {
        if (request.getAttribute(FOUND) instanceof AddressFinding finding) {
            return finding;
        }
        return rules.address(entry)
                .filter(address -> !checker.isConnected())
                .map(checker::check)
                .orElse(AddressFinding.NOT_VALIDATED);
    }

    private final class OfOperation<T> implements Preparation {
        private final String path;
        private final Class<T> body;
        private final Function<T, CustomerEntry> entry;

        OfOperation(String path, Class<T> body, Function<T, CustomerEntry> entry) {
            this.path = path;
            this.body = body;
            this.entry = entry;
        }

        @Override
        public boolean isFor(HttpServletRequest request) {
            return checker.isConnected()
                    && request.getMethod().equals("POST")
                    && request.getRequestURI().equalsIgnoreCase(path);
        }

        @Override
        public void prepare(HttpServletRequest request) throws IOException {
            var sent = read(request);
            if (sent != null) {
                rules.address(entry.apply(sent))
                        .map(checker::check)
                        .ifPresent(finding -> request.setAttribute(FOUND, finding));
            }
        }

        /** The body; null when it is none, which the operation itself refuses. */
        private @Nullable T read(HttpServletRequest request) throws IOException {
            try {
                return json.readValue(request.getInputStream().readAllBytes(), body);
            } catch (JacksonException | Refusal unreadable) {
                return null;
            }
        }
    }
}
