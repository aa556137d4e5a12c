package oroshi.partners;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import oroshi.basics.Cloud;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;

/**
 * One partner as the registry has it.
 *
 * @param country where the partner is enrolled; it fixes currency and market region for good
 * @param marketRegion the countries it may sell to, by name; see {@link Markets}
 * @param mpnId its number in the partner programme
 * @param verifiedDomains its own domains, in lower case: no customer's address may lie in them
 * @param agreementSigned whether it signed the partner agreement
 * @param qualifications what the operator found it qualified for, for example {@code gcc}
 */
public record Partner(
        PartnerId id,
        PartnerType type,
        Cloud cloud,
        PartnerStatus status,
        String legalName,
        String country,
        CurrencyUnit currency,
        String marketRegion,
        String mpnId,
        Set<String> verifiedDomains,
        Locale culture,
        ZoneId timeZone,
        boolean agreementSigned,
        boolean secondFactorRequired,
        boolean sandbox,
        Set<String> qualifications) {
    public Partner {
        verifiedDomains = Set.copyOf(verifiedDomains);
        qualifications = Set.copyOf(qualifications);
    }

    /** Refuses while the partner's status keeps it from adding customers. */
    public void requireMayAddCustomers() {
        if (!status.mayAddCustomers()) {
            throw status.refusal();
        }
    }

    /** Refuses while the partner's status keeps it from placing new orders. */
    public void requireMayOrder() {
        if (!status.mayOrder()) {
            throw status.refusal();
        }
    }

    /** Whether it registers domains for customers and vouches for them. */
    public boolean isDomainRegistrar() {
        return qualifications.stream()
                .anyMatch(held -> held.replaceAll("[ _-]", "").equalsIgnoreCase("DomainRegistrar"));
    }

    /** Whether the domain is one of the partner's own or lies below one. */
    public boolean owns(String domain) {
        var asked = domain.toLowerCase(Locale.ROOT);
        return verifiedDomains.stream().anyMatch(own -> asked.equals(own) || asked.endsWith("." + own));
    }
}
