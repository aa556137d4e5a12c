package oroshi.partners;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import oroshi.basics.Cloud;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;

/** What the operator must say to enrol a partner. Its directory exists already and has the partner's id. */
public record NewPartner(
        PartnerId id,
        PartnerType type,
        Cloud cloud,
        String legalName,
        String country,
        CurrencyUnit currency,
        String mpnId,
        Set<String> verifiedDomains,
        Locale culture,
        ZoneId timeZone,
        boolean agreementSigned,
        boolean secondFactorRequired,
        boolean sandbox,
        Set<String> qualifications) {
    public NewPartner {
        verifiedDomains = Set.copyOf(verifiedDomains);
        qualifications = Set.copyOf(qualifications);
    }

    /** A partner that signed the partner agreement and has neither second factor, sandbox nor qualification. */
    public static NewPartner of(
            PartnerId id,
            PartnerType type,
            Cloud cloud,
            String legalName,
            String country,
            CurrencyUnit currency,
            String mpnId,
            Set<String> verifiedDomains,
            Locale culture,
            ZoneId timeZone) {
        return new NewPartner(
                id,
                type,
                cloud,
                legalName,
                country,
                currency,
                mpnId,
                verifiedDomains,
                culture,
                timeZone,
                true,
                false,
                false,
                Set.of());
    }

    /** The same partner before it signs the partner agreement. */
    public NewPartner withoutAgreement() {
        return with(false, sandbox);
    }

    /** The same partner, but one that only tries things. */
    public NewPartner asSandbox() {
        return with(agreementSigned, true);
    }

    private NewPartner with(boolean signed, boolean triesThings) {
        return new NewPartner(
                id,
                type,
                cloud,
                legalName,
                country,
                currency,
                mpnId,
                verifiedDomains,
                culture,
                timeZone,
                signed,
                secondFactorRequired,
                triesThings,
                qualifications);
    }
}
