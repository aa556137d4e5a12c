package oroshi.directory;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.Cloud;
import oroshi.basics.Refusal;
import oroshi.basics.TenantId;

/** The tenants of all clouds and who is in them: founding one, and finding its name free or taken. */
@Service
public class Directory {
    private static final int PROPOSALS = 3;

    private final TenantTable tenants;
    private final DomainTable domains;
    private final UserTable users;
    private final PasswordHashes hashes;
    private final DirectorySettings settings;

    Directory(
            TenantTable tenants,
            DomainTable domains,
            UserTable users,
            PasswordHashes hashes,
            DirectorySettings settings) {
        this.tenants = tenants;
        this.domains = domains;
        this.users = users;
        this.hashes = hashes;
        this.settings = settings;
    }

    /** Founds a tenant with its domain and first user; refuses when another tenant of the cloud holds the domain. */
    @Transactional
    public Tenant create(NewTenant request, NewUser admin) {
        var prefix = request.domainPrefix();
        requireUnreserved(prefix);
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var domain = domainName(request.cloud(), prefix);
        domains.hold(domain, request.cloud(), request.id(), now, () -> {
            var proposals = String.join(", ", proposalsFor(request.cloud(), prefix));
            throw Refusal.because(DirectoryRefusal.DOMAIN_TAKEN, domain, proposals);
        });
        var tenant = new Tenant(
                request.id(),
                request.cloud(),
                domain,
                request.displayName(),
                request.country(),
                request.culture(),
                now);
        tenants.insert(tenant, account(tenant, admin));
        return tenant;
    }

    /** Whether nobody holds the name at present: a hint, for only {@link #create} decides. */
    @Transactional(readOnly = true)
    public boolean isFree(Cloud cloud, DomainPrefix prefix) {
        return !isReserved(prefix)
                && domains.taken(cloud, List.of(domainName(cloud, prefix)), Instant.now())
                        .isEmpty();
    }

    /** Whether any tenant of the cloud holds the domain, be it the first or one of its own. */
    @Transactional(readOnly = true)
    public boolean isTaken(Cloud cloud, String domain) {
        return !domains.taken(cloud, List.of(DomainPrefix.normalize(domain)), Instant.now())
                .isEmpty();
    }

    /** Up to three free names like the wanted one, without the suffix. */
    @Transactional(readOnly = true)
    public List<String> proposals(Cloud cloud, DomainPrefix prefix) {
        return proposalsFor(cloud, prefix);
    }

    /** Reads a prefix, taking the cloud's own suffix off; refuses another suffix, a bad form or a reserved word. */
    public DomainPrefix prefix(Cloud cloud, String text) {
        var normal = DomainPrefix.normalize(text);
        var ownSuffix = "." + settings.suffix(cloud);
        var bare = normal.endsWith(ownSuffix) ? normal.substring(0, normal.length() - ownSuffix.length()) : normal;
        var prefix = DomainPrefix.parse(bare);
        requireUnreserved(prefix);
        return prefix;
    }

    /** The whole name of a tenant's first domain, for example {@code sakuraseisakusho.onmicrosoft.com}. */
    public String domainName(Cloud cloud, DomainPrefix prefix) {
        return prefix.value() + "." + suffix(cloud);
    }

    /** What follows the prefix in the cloud, without the leading dot. */
    public String suffix(Cloud cloud) {
        return settings.suffix(cloud);
    }

    @Transactional(readOnly = true)
    public Optional<Tenant> findTenant(TenantId tenantId) {
        return tenants.find(tenantId);
    }

    /** The tenant that holds the domain, in whichever cloud. */
    @Transactional(readOnly = true)
    public Optional<TenantId> findTenantByDomain(String domain) {
        return domains.holder(DomainPrefix.normalize(domain));
    }

    /** The names of the tenant's domains, the first one first. */
    @Transactional(readOnly = true)
    public List<String> domains(TenantId tenantId) {
        return domains.of(tenantId);
    }

    /** The names of the tenant's domains at which people have their passwords here, the first one first. */
    @Transactional(readOnly = true)
    public List<String> managedDomains(TenantId tenantId) {
        return domains.managed(tenantId);
    }

    /** Gives the tenant a domain of its own that it has proved to hold; refuses when another tenant of the cloud has it. */
    @Transactional
    public void addVerifiedDomain(TenantId tenantId, Cloud cloud, String domain) {
        addVerifiedDomain(tenantId, cloud, domain, null);
    }

    /** As the other, and keeps what a registrar said about the domain, as JSON. */
    @Transactional
    public void addVerifiedDomain(TenantId tenantId, Cloud cloud, String domain, @Nullable String particulars) {
        var name = DomainPrefix.normalize(domain);
        domains.holdOwn(name, cloud, tenantId, Instant.now(), particulars, () -> taken(name));
    }

    /** Gives the tenant a domain whose people prove elsewhere who they are; nobody gets a name and password at it here. */
    @Transactional
    public void addFederatedDomain(TenantId tenantId, Cloud cloud, String domain, String particulars) {
        var name = DomainPrefix.normalize(domain);
        domains.holdFederated(name, cloud, tenantId, Instant.now(), particulars, () -> taken(name));
    }

    private static void taken(String domain) {
        throw Refusal.because(DirectoryRefusal.DOMAIN_TAKEN, domain, "");
    }

    /** Takes the tenant out of use; its domains stay held for 30 days. */
    @Transactional
    public void softDelete(TenantId tenantId) {
        var now = Instant.now();
        tenants.markDeleted(tenantId, now);
        domains.release(tenantId, now.plus(DomainTable.HELD_AFTER_DELETION));
    }

    /** Everybody in the tenant, by sign-in name. */
    @Transactional(readOnly = true)
    public List<DirectoryUser> users(TenantId tenantId) {
        return users.list(tenantId);
    }

    private NewAccount account(Tenant tenant, NewUser user) {
        return NewAccount.of(tenant, user, hashes.ofGenerated(user.password()));
    }

    private List<String> proposalsFor(Cloud cloud, DomainPrefix prefix) {
        var candidates = DomainProposals.like(prefix).stream()
                .filter(candidate -> !isReserved(candidate))
                .toList();
        var names = candidates.stream()
                .map(candidate -> domainName(cloud, candidate))
                .toList();
        var taken = domains.taken(cloud, names, Instant.now());
        return candidates.stream()
                .filter(candidate -> !taken.contains(domainName(cloud, candidate)))
                .map(DomainPrefix::value)
                .limit(PROPOSALS)
                .toList();
    }

    private void requireUnreserved(DomainPrefix prefix) {
        if (isReserved(prefix)) {
            throw Refusal.because(DirectoryRefusal.DOMAIN_RESERVED, prefix.value());
        }
    }

    private boolean isReserved(DomainPrefix prefix) {
        return settings.reservedWords().contains(prefix.value());
    }
}
