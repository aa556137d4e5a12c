package oroshi.onboarding;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import oroshi.customers.AddressPreparations;
import oroshi.customers.CustomerResource;
import oroshi.rest.Preparation;

/** The calls that add a customer have its address checked before they begin. */
@Configuration(proxyBeanMethods = false)
class OnboardingPreparations {
    @Bean
    Preparation addressOfNewCustomer(AddressPreparations preparations) {
        return preparations.about("/v1/customers", CustomerResource.class, CustomerResource::toEntry);
    }

    @Bean
    Preparation addressOfWholeCustomer(AddressPreparations preparations) {
        return preparations.about("/oroshi/customers", OnboardingResource.class, body -> body.toInput()
                .toEntry());
    }
}
