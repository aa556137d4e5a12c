package oroshi.customers;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.partners.ValidationCodes;

/** Applies for a qualification of a customer that exists; the government community cloud uses up a creation. */
@Service
public class Applications {
    private final Customers customers;
    private final ValidationCodes codes;

    Applications(Customers customers, ValidationCodes codes) {
        this.customers = customers;
        this.codes = codes;
    }

    /** Records the application and takes the creation, both or neither. */
    @Transactional
    public CustomerQualification apply(PartnerId partnerId, CustomerId customerId, QualificationRequest request) {
        request.validationCode().ifPresent(code -> codes.take(partnerId, code));
        return customers.apply(partnerId, customerId, request);
    }
}
