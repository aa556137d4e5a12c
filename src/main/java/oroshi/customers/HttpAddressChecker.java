package oroshi.customers;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import oroshi.basics.Typed;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks the operator's own service, whose questions and answers docs/operations.md describes. */
final class HttpAddressChecker implements AddressChecker {
    private static final Logger LOG = LoggerFactory.getLogger(HttpAddressChecker.class);

    private final RestClient client;
    private final URI address;
    private final JsonMapper json;

    HttpAddressChecker(RestClient client, URI address, JsonMapper json) {
        this.client = client;
        this.address = address;
        this.json = json;
    }

    /** What the service answers. */
    private record Answer(
            @Nullable String status,
            @Nullable List<@Nullable AddressResource> suggestions,
            @Nullable String message) {}

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public AddressFinding check(PostalAddress asked) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("An address is checked before the transaction begins");
        }
        try {
            return finding(asked, ask(asked));
        } catch (RestClientException | JacksonException failed) {
            // The class says enough; the message could hold the address.
            LOG.warn("The address checker gave no answer: {}", failed.getClass().getSimpleName());
            return AddressFinding.NOT_VALIDATED;
        }
    }

    private Answer ask(PostalAddress asked) {
        var body = client.post()
                .uri(address)
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON)
                .body(json.writeValueAsBytes(AddressResource.of(asked)))
                .retrieve()
                .onStatus(HttpStatusCode::is3xxRedirection, (question, elsewhere) -> {
                    throw new RestClientException("It sends us elsewhere");
                })
                .body(byte[].class);
        return body == null ? new Answer(null, null, null) : json.readValue(body, Answer.class);
    }

    /** A question without anything to choose from is no answer. */
    private static AddressFinding finding(PostalAddress asked, Answer answer) {
        var status = Optional.ofNullable(answer.status())
                .flatMap(AddressStatus::find)
                .orElse(AddressStatus.NOT_VALIDATED);
        var suggestions = suggestions(asked, status, answer);
        if (suggestions.isEmpty() && status.isQuestion()) {
            LOG.warn("The address checker answered {} without a usable suggestion", status.wireName());
            return AddressFinding.NOT_VALIDATED;
        }
        var message = Optional.ofNullable(answer.message()).map(Typed::name).filter(text -> !text.isEmpty());
        return status.isVerified() && suggestions.isEmpty()
                ? new AddressFinding(status, List.of(asked), message)
                : new AddressFinding(status, suggestions, message);
    }

    private static List<PostalAddress> suggestions(PostalAddress asked, AddressStatus status, Answer answer) {
        var suggestions = answer.suggestions();
        if (suggestions == null) {
            return List.of();
        }
        return suggestions.stream()
                .flatMap(suggested -> usable(asked, suggested).stream())
                .filter(suggested -> status.isVerified() || !suggested.equals(asked))
                .distinct()
                .limit(status.mostSuggestions())
                .toList();
    }

    /** The suggestion, when it satisfies the rules of the same country. */
    private static Optional<PostalAddress> usable(PostalAddress asked, @Nullable AddressResource suggested) {
        if (suggested == null) {
            return Optional.empty();
        }
        var check = new AddressCheck(suggested.in(asked.country()).toEntry(), "");
        return check.address().filter(address -> check.problems().isEmpty()).filter(address -> address.country()
                .equals(asked.country()));
    }
}
