package oroshi.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import oroshi.basics.Cloud;
import oroshi.basics.PartnerId;
import oroshi.basics.TenantId;
import oroshi.basics.UserId;
import oroshi.catalog.NewPriceList;
import oroshi.catalog.PriceLists;
import oroshi.database.PartnerScope;
import oroshi.directory.Directory;
import oroshi.directory.DirectoryUser;
import oroshi.directory.NewTenant;
import oroshi.directory.NewUser;
import oroshi.directory.TemporaryPassword;
import oroshi.directory.Users;
import oroshi.partners.NewPartner;
import oroshi.partners.Partners;
import oroshi.relationships.Invitation;
import oroshi.relationships.Invitations;
import oroshi.relationships.Partnerships;

/** Makes partners, their people and a catalog as the sheet describes them. What is there already stays as it is. */
@Component
public class DemoWorld {
    /** The password of every demo user: it protects nothing, and the sign-in page says it. */
    public static final String PASSWORD = "oroshi wholesale";

    private static final Instant LIST_BEGIN = Instant.parse("2019-01-01T00:00:00Z");

    private final Directory directory;
    private final Users users;
    private final Partners partners;
    private final Partnerships partnerships;
    private final Invitations invitations;
    private final PriceLists priceLists;
    private final TransactionOperations transactions;

    DemoWorld(
            Directory directory,
            Users users,
            Partners partners,
            Partnerships partnerships,
            Invitations invitations,
            PriceLists priceLists,
            TransactionOperations transactions) {
        this.directory = directory;
        this.users = users;
        this.partners = partners;
        this.partnerships = partnerships;
        this.invitations = invitations;
        this.priceLists = priceLists;
        this.transactions = transactions;
    }

    /** Puts the catalogs of both clouds in force. */
    public void stock() {
        stock(Cloud.PUBLIC);
        stock(Cloud.US_GOV);
    }

    private void stock(Cloud cloud) {
        var folder = cloud.name().toLowerCase(Locale.ROOT).replace('_', '-');
        priceLists.loadOnce(new NewPriceList(cloud, "demo", LIST_BEGIN), files(folder));
    }

    /** Enrols the partner with its directory, its domains and its people. */
    public PartnerId enrol(DemoPartner partner) {
        var tenantId = tenant(partner);
        hold(tenantId, partner);
        partner.users().forEach(user -> join(tenantId, partner, user));
        var partnerId = PartnerId.of(tenantId);
        if (partners.find(partnerId).isEmpty()) {
            partners.register(registration(partnerId, partner));
        }
        return partnerId;
    }

    /** Lets the reseller authorize the provider. */
    public void connect(PartnerId provider, PartnerId reseller) {
        var link = PartnerScope.call(provider, () -> invitations.get(provider, Invitation.Kind.PARTNERSHIP));
        PartnerScope.run(reseller, () -> partnerships.accept(reseller, provider, link.token(), true));
    }

    private TenantId tenant(DemoPartner partner) {
        var prefix = directory.prefix(partner.cloud(), partner.prefix());
        return directory
                .findTenantByDomain(directory.domainName(partner.cloud(), prefix))
                .orElseGet(() -> {
                    var culture = partner.culture().toLanguageTag();
                    var request = new NewTenant(
                            TenantId.next(), partner.cloud(), prefix, partner.name(), partner.country(), culture);
                    var operator = NewUser.admin("Oroshi", "Operator", culture, TemporaryPassword.generate());
                    return directory.create(request, operator).id();
                });
    }

    private void hold(TenantId tenantId, DemoPartner partner) {
        if (!directory.domains(tenantId).contains(partner.domain())) {
            directory.addVerifiedDomain(tenantId, partner.cloud(), partner.domain());
        }
    }

    private void join(TenantId tenantId, DemoPartner partner, DemoUser user) {
        var signInName = partner.signInName(user);
        if (names(tenantId).contains(signInName)) {
            return;
        }
        var request = new NewUser(
                UserId.next(),
                signInName,
                user.firstName(),
                user.lastName(),
                partner.culture().toLanguageTag(),
                user.roles(),
                TemporaryPassword.generate());
        transactions.executeWithoutResult(together -> {
            users.add(tenantId, request);
            users.setPassword(tenantId, request.id(), PASSWORD);
        });
    }

    private Set<String> names(TenantId tenantId) {
        return directory.users(tenantId).stream().map(DirectoryUser::signInName).collect(Collectors.toSet());
    }

    private static NewPartner registration(PartnerId partnerId, DemoPartner partner) {
        var request = NewPartner.of(
                partnerId,
                partner.type(),
                partner.cloud(),
                partner.name(),
                partner.country(),
                partner.currency(),
                partner.mpnId(),
                Set.of(partner.domain()),
                partner.culture(),
                partner.zone());
        var signed = partner.agreementSigned() ? request : request.withoutAgreement();
        return partner.sandbox() ? signed.asSandbox() : signed;
    }

    private static List<Resource> files(String folder) {
        try {
            var pattern = "classpath:/demo/catalog/" + folder + "/*.csv";
            return Arrays.asList(new PathMatchingResourcePatternResolver().getResources(pattern));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
