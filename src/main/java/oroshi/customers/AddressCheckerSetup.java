package oroshi.customers;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import oroshi.rest.Preparation;
import tools.jackson.databind.json.JsonMapper;

/** Connects the operator's address checker, if there is one. */
@Configuration(proxyBeanMethods = false)
class AddressCheckerSetup {
    // Together the three seconds after which an address counts as not verified.
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ANSWER = Duration.ofSeconds(2);

    @Bean
    AddressChecker addressChecker(
            @Value("${oroshi.address-check.url:}") String url,
            @Value("${oroshi.address-check.secret:}") String secret,
            JsonMapper json) {
        return url.isBlank()
                ? new CountryRulesOnly()
                : new HttpAddressChecker(client(secret.strip()), URI.create(url.strip()), json);
    }

    @Bean
    Preparation addressToValidate(AddressPreparations preparations) {
        return preparations.about("/v1/validations/address", AddressResource.class, AddressResource::toEntry);
    }

    private static RestClient client(String secret) {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(CONNECT).build());
        requests.setReadTimeout(ANSWER);
        var client = RestClient.builder().requestFactory(requests);
        return secret.isEmpty()
                ? client.build()
                : client.defaultHeaders(headers -> headers.setBearerAuth(secret))
                        .build();
    }

    private static final class CountryRulesOnly implements AddressChecker {
        @Override
        public boolean isConnected() {
            return false;
        }

        @Override
        public AddressFinding check(PostalAddress address) {
            return AddressFinding.byCountryRules(address);
        }
    }
}
