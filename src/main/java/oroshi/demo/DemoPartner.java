package oroshi.demo;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import oroshi.basics.Cloud;
import oroshi.basics.PartnerType;

/**
 * A partner of the demonstration as its data file describes it.
 *
 * @param code the name that the data files and the examples use, such as {@code P-JP}
 * @param prefix of the first domain of its directory
 * @param domain its own, where its people have their mail
 * @param sandbox whether it only tries things
 * @param provider code of the indirect provider it works through
 */
public record DemoPartner(
        String code,
        PartnerType type,
        Cloud cloud,
        String country,
        CurrencyUnit currency,
        String name,
        String prefix,
        String domain,
        String mpnId,
        Locale culture,
        ZoneId zone,
        boolean agreementSigned,
        boolean sandbox,
        Optional<String> provider,
        List<DemoUser> users) {
    public DemoPartner {
        users = List.copyOf(users);
    }

    /** The name with which the person signs in. */
    public String signInName(DemoUser user) {
        return user.name() + "@" + domain;
    }
}
