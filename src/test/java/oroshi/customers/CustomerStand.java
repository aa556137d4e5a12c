package oroshi.customers;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.basics.Cloud;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;
import oroshi.basics.UserId;
import oroshi.database.PartnerScope;
import oroshi.partners.NewPartner;
import oroshi.partners.Partners;

/** Partners and customers for one test, which share nothing with those of another. */
public class CustomerStand {
    private final Partners partners;
    private final Customers customers;
    private final CustomerRules rules;

    public CustomerStand(Partners partners, Customers customers, CustomerRules rules) {
        this.partners = partners;
        this.customers = customers;
        this.rules = rules;
    }

    /** A Japanese direct-bill partner. */
    public PartnerId aPartner() {
        return aPartner(PartnerType.DIRECT_BILL);
    }

    public PartnerId aPartner(PartnerType type) {
        var id = new PartnerId(Ids.next());
        var number = String.valueOf(Math.abs(id.value().getLeastSignificantBits() % 10_000_000));
        return partners.register(NewPartner.of(
                        id,
                        type,
                        Cloud.PUBLIC,
                        "青空クラウド株式会社",
                        "JP",
                        CurrencyUnit.JPY,
                        number,
                        Set.of("aozora-cloud.example"),
                        Locale.JAPAN,
                        ZoneId.of("Asia/Tokyo")))
                .id();
    }

    /** An admin agent of the partner, who is also global admin. */
    public Caller callerOf(PartnerId partnerId, Role... roles) {
        var partner = partners.get(partnerId);
        return new Caller(
                partnerId,
                partner.type(),
                partner.cloud(),
                Optional.of(UserId.next()),
                Optional.of(UUID.randomUUID()),
                "ken.sato@aozora-cloud.example",
                roles.length == 0 ? Set.of(Role.ADMIN_AGENT, Role.GLOBAL_ADMIN) : Set.of(roles),
                true);
    }

    public Customer add(PartnerId partnerId, String companyName, String domainPrefix) {
        return add(partnerId, companyName, domainPrefix, Optional.empty());
    }

    public Customer add(
            PartnerId partnerId, String companyName, String domainPrefix, Optional<PartnerId> reseller, Tag... tags) {
        var customer =
                rules.require(Entries.sakura().with("companyName", companyName).entry(), EmailLimits.of(Set.of()));
        var account = new NewAccount(
                new CustomerId(Ids.next()),
                Cloud.PUBLIC,
                domainPrefix + ".onmicrosoft.com",
                customer,
                reseller,
                Set.of(tags),
                Optional.empty(),
                Optional.empty(),
                AgreementState.ACCEPTED,
                AddressStanding.VERIFIED,
                true);
        return in(partnerId, () -> customers.add(partnerId, account));
    }

    public <T> T in(PartnerId partnerId, Supplier<T> work) {
        return PartnerScope.call(partnerId, work);
    }
}
