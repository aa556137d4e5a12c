package oroshi.access;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.springframework.stereotype.Component;
import oroshi.access.tokens.TestTokens;
import oroshi.basics.Cloud;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;
import oroshi.basics.TenantId;
import oroshi.basics.UserId;
import oroshi.directory.Directory;
import oroshi.directory.DomainPrefix;
import oroshi.directory.NewTenant;
import oroshi.directory.NewUser;
import oroshi.directory.TemporaryPassword;
import oroshi.directory.Users;
import oroshi.partners.NewPartner;
import oroshi.partners.Partners;

/** Partners with people in them, made for one test each. */
@Component
public class TestCallers {
    private final Directory directory;
    private final Users users;
    private final Partners partners;
    private final TestTokens tokens;

    TestCallers(Directory directory, Users users, Partners partners, TestTokens tokens) {
        this.directory = directory;
        this.users = users;
        this.partners = partners;
        this.tokens = tokens;
    }

    /** A person who can sign in. */
    public record Person(PartnerId partnerId, UserId userId, String signInName, TemporaryPassword password) {}

    /** A new direct-bill partner in Japan; the person is its global admin. */
    public Person aPartner() {
        return aPartner(PartnerType.DIRECT_BILL, Cloud.PUBLIC, false);
    }

    /** The same of a partner that only tries things. */
    public Person aSandboxPartner() {
        return aPartner(PartnerType.DIRECT_BILL, Cloud.PUBLIC, false, true);
    }

    public Person aPartner(PartnerType type, Cloud cloud, boolean secondFactorRequired) {
        return aPartner(type, cloud, secondFactorRequired, false);
    }

    private Person aPartner(PartnerType type, Cloud cloud, boolean secondFactorRequired, boolean sandbox) {
        var tenantId = TenantId.next();
        var prefix = "p" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
        var admin = NewUser.admin("蓮", "伊藤", "ja-JP", TemporaryPassword.generate());
        var tenant = directory.create(
                new NewTenant(tenantId, cloud, DomainPrefix.parse(prefix), "青空クラウド株式会社", "JP", "ja-JP"), admin);
        partners.register(
                partner(PartnerId.of(tenantId), type, cloud, tenant.initialDomain(), secondFactorRequired, sandbox));
        return new Person(PartnerId.of(tenantId), admin.id(), "admin@" + tenant.initialDomain(), admin.password());
    }

    private static NewPartner partner(
            PartnerId id, PartnerType type, Cloud cloud, String domain, boolean secondFactorRequired, boolean sandbox) {
        var us = !cloud.isPublic();
        return new NewPartner(
                id,
                type,
                cloud,
                "青空クラウド株式会社",
                us ? "US" : "JP",
                CurrencyUnit.of(us ? "USD" : "JPY"),
                String.valueOf(1_000_000 + Math.abs(id.hashCode() % 8_000_000)),
                Set.of(domain),
                Locale.JAPAN,
                ZoneId.of("Asia/Tokyo"),
                true,
                secondFactorRequired,
                sandbox,
                Set.of());
    }

    /** Another person of the partner with just these roles. */
    public Person aPersonOf(PartnerId partnerId, Role... roles) {
        var password = TemporaryPassword.generate();
        var name = "u" + UUID.randomUUID().toString().substring(0, 8);
        var user = users.add(
                partnerId.tenantId(),
                new NewUser(UserId.next(), name, "健", "佐藤", "ja-JP", Set.copyOf(Arrays.asList(roles)), password));
        return new Person(partnerId, user.id(), user.signInName(), password);
    }

    /** A bearer token of an application behind which the person stands. */
    public String token(Person person) {
        return tokens.of(person.partnerId(), person.userId());
    }
}
