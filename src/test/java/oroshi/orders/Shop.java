package oroshi.orders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import oroshi.basics.Cloud;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;
import oroshi.catalog.NewPriceList;
import oroshi.catalog.PriceLists;
import oroshi.clock.Clocks;
import oroshi.database.PartnerScope;
import oroshi.partners.NewPartner;
import oroshi.partners.Partner;
import oroshi.partners.Partners;

/** Makes what an order needs: a partner with the demo's price list, its clock, and buyers. */
@Component
public class Shop {
    /** 2019-04-24 10:00 in Tokyo, where the clock of the examples stands. */
    public static final Instant EXAMPLES = Instant.parse("2019-04-24T01:00:00Z");

    /** A day when new commerce is on sale. */
    public static final Instant LATER = Instant.parse("2026-01-15T09:12:40.250Z");

    private static final Instant EVER = Instant.parse("2017-09-01T00:00:00Z");

    private final Partners partners;
    private final PriceLists priceLists;
    private final Clocks clocks;

    Shop(Partners partners, PriceLists priceLists, Clocks clocks) {
        this.partners = partners;
        this.priceLists = priceLists;
        this.clocks = clocks;
    }

    /** A direct-bill partner of the country whose clock stands at the instant. */
    Partner partner(String country, String currency, Instant at) {
        return partner(PartnerType.DIRECT_BILL, country, currency, at);
    }

    Partner partner(PartnerType type, String country, String currency, Instant at) {
        stock();
        var id = new PartnerId(Ids.next());
        var mpnId = String.valueOf(ThreadLocalRandom.current().nextInt(6_000_000, 9_000_000));
        var partner = PartnerScope.call(
                id,
                () -> partners.register(NewPartner.of(
                        id,
                        type,
                        Cloud.PUBLIC,
                        "Partner " + mpnId,
                        country,
                        CurrencyUnit.of(currency),
                        mpnId,
                        Set.of("partner-" + mpnId + ".example"),
                        Locale.US,
                        ZoneOffset.UTC)));
        clocks.stopAt(id, at);
        return partner;
    }

    /** Puts the demo's price list in force, which must not be loaded twice at once. */
    public synchronized void stock() {
        priceLists.loadOnce(new NewPriceList(Cloud.PUBLIC, "Demo", EVER), demoFiles());
    }

    /** A commercial customer of the country. */
    Buyer buyer(String country) {
        return Buyer.of(new CustomerId(Ids.next()), country, List.of(), Optional.empty());
    }

    /** Does the work with the partner's rows in scope. */
    <T> T as(Partner partner, Supplier<T> work) {
        return PartnerScope.call(partner.id(), work);
    }

    private static List<Resource> demoFiles() {
        try {
            return Arrays.asList(
                    new PathMatchingResourcePatternResolver().getResources("classpath:/demo/catalog/public/*.csv"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
