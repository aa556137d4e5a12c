package oroshi.onboarding;

import org.springframework.stereotype.Component;
import oroshi.agreements.Agreements;
import oroshi.clock.Clocks;
import oroshi.customers.CustomerRules;
import oroshi.customers.Customers;
import oroshi.directory.Directory;
import oroshi.partners.Markets;
import oroshi.partners.Partners;
import oroshi.partners.ValidationCodes;
import oroshi.relationships.Partnerships;

/** Whom the checks of Account info ask. */
@Component
record AccountRules(
        Partners partners,
        Markets markets,
        Directory directory,
        CustomerRules customerRules,
        Customers customers,
        Agreements agreements,
        Partnerships partnerships,
        ValidationCodes validationCodes,
        Clocks clocks) {}
