package oroshi.partners;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.joda.money.CurrencyUnit;
import oroshi.basics.Cloud;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;

/** Partners for tests, each a new one that no other test knows. */
public final class PartnerFixture {
    private PartnerFixture() {}

    public static NewPartner aJapanesePartner() {
        return partner(PartnerType.DIRECT_BILL, "青空クラウド株式会社", "JP", "JPY", "Asia/Tokyo", "aozora-cloud.example");
    }

    public static NewPartner anAmericanPartner() {
        return partner(
                PartnerType.DIRECT_BILL,
                "Cedar Ridge Cloud, Inc.",
                "US",
                "USD",
                "America/Denver",
                "cedarridge.example");
    }

    public static NewPartner aGermanProvider() {
        return partner(
                PartnerType.INDIRECT_PROVIDER,
                "Rheinland Distribution GmbH",
                "DE",
                "EUR",
                "Europe/Berlin",
                "rheinland-distri.example");
    }

    public static NewPartner aGermanReseller() {
        return aReseller("Hanse IT-Systeme GmbH", "DE");
    }

    public static NewPartner aReseller(String name, String country) {
        return partner(PartnerType.INDIRECT_RESELLER, name, country, "EUR", "Europe/Berlin", "hanse-it.example");
    }

    public static NewPartner aGovernmentPartner() {
        var partner = anAmericanPartner();
        return NewPartner.of(
                partner.id(),
                partner.type(),
                Cloud.US_GOV,
                "Potomac Federal Cloud LLC",
                partner.country(),
                partner.currency(),
                partner.mpnId(),
                partner.verifiedDomains(),
                partner.culture(),
                partner.timeZone());
    }

    private static NewPartner partner(
            PartnerType type, String name, String country, String currency, String zone, String domain) {
        return NewPartner.of(
                new PartnerId(UUID.randomUUID()),
                type,
                Cloud.PUBLIC,
                name,
                country,
                CurrencyUnit.of(currency),
                String.valueOf(ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999)),
                Set.of(domain),
                Locale.forLanguageTag(country.equals("JP") ? "ja-JP" : "en-US"),
                ZoneId.of(zone));
    }
}
