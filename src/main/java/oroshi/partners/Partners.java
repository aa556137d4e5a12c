package oroshi.partners;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import oroshi.basics.Cloud;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.database.PartnerScope;

/** The registry of partners: the way into this module. A change made elsewhere is seen after five seconds at most. */
@Service
public class Partners {
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final int REMEMBERED = 10_000;

    private final PartnerTable table;
    private final Markets markets;
    private final TransactionTemplate own;
    private final LoadingCache<PartnerId, Optional<Partner>> remembered;

    Partners(PartnerTable table, Markets markets, PlatformTransactionManager transactions) {
        this.table = table;
        this.markets = markets;
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.remembered = Caffeine.newBuilder()
                .expireAfterWrite(FRESH)
                .maximumSize(REMEMBERED)
                .build(table::find);
    }

    /** Enrols a partner, active at once; refuses an id that is enrolled already. */
    public Partner register(NewPartner request) {
        var region = markets.regionOf(request.country())
                .orElseThrow(() -> Refusal.because(PartnerRefusal.COUNTRY_NOT_IN_MARKET, request.country()));
        var now = Clock.systemUTC().instant();
        if (!changed(request.id(), () -> table.insert(request, region, now))) {
            throw Refusal.because(PartnerRefusal.EXISTS, request.id());
        }
        return get(request.id());
    }

    /** Enrols a partner with the present transaction, which is in the partner's scope. */
    public void add(NewPartner request) {
        var region = markets.regionOf(request.country())
                .orElseThrow(() -> Refusal.because(PartnerRefusal.COUNTRY_NOT_IN_MARKET, request.country()));
        if (!table.insert(request, region, Clock.systemUTC().instant())) {
            throw Refusal.because(PartnerRefusal.EXISTS, request.id());
        }
        forget(request.id());
    }

    /** Looks the partner up anew when the present transaction is over. */
    public void forget(PartnerId id) {
        remembered.invalidate(id);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                remembered.invalidate(id);
            }
        });
    }

    public Optional<Partner> find(PartnerId id) {
        return remembered.get(id);
    }

    public Partner get(PartnerId id) {
        return find(id).orElseThrow(() -> Refusal.because(PartnerRefusal.UNKNOWN, id));
    }

    /** Every partner of the installation, for work that goes from one to the next. */
    public List<PartnerId> ids() {
        return table.listIds();
    }

    /** The accounts with the number in the partner programme, the oldest first. */
    public List<Partner> listByMpnId(String mpnId) {
        return table.listByMpnId(mpnId);
    }

    /** The oldest account with the number in the cloud. */
    public Optional<Partner> findByMpnId(Cloud cloud, String mpnId) {
        return listByMpnId(mpnId).stream()
                .filter(partner -> partner.cloud() == cloud)
                .findFirst();
    }

    /** What the operator does when a partner falls behind, or is in good standing again. */
    public void changeStatus(PartnerId id, PartnerStatus status) {
        if (!changed(id, () -> table.updateStatus(id, status))) {
            throw Refusal.because(PartnerRefusal.UNKNOWN, id);
        }
    }

    /** What the operator found the partner qualified for; what it held before and isn't named is taken back. */
    public void qualify(PartnerId id, Set<String> qualifications) {
        if (!changed(id, () -> table.updateQualifications(id, qualifications))) {
            throw Refusal.because(PartnerRefusal.UNKNOWN, id);
        }
    }

    /** Records that the partner signed the partner agreement, now. */
    public void signAgreement(PartnerId id) {
        var now = Optional.of(Clock.systemUTC().instant());
        if (!changed(id, () -> table.updateAgreement(id, now))) {
            throw Refusal.because(PartnerRefusal.UNKNOWN, id);
        }
    }

    /**
     * Lets one transaction of the partner at a time past this point, until it ends. What it then reads of the partner's
     * rows nobody else who comes this way can change.
     */
    public void oneAtATime(PartnerId id) {
        table.hold(id);
    }

    /** Gives the partner the name under which the operator authorized it, and lifts what an earlier rejection did. */
    void authorize(PartnerId id, String legalName, boolean rejectedBefore) {
        table.updateLegalName(id, legalName);
        if (rejectedBefore) {
            table.updateStatus(id, PartnerStatus.ACTIVE);
        }
        forget(id);
    }

    /** Suspends the partner whose legal data the operator rejected. */
    void reject(PartnerId id) {
        table.updateStatus(id, PartnerStatus.SUSPENDED);
        forget(id);
    }

    private boolean changed(PartnerId id, BooleanSupplier change) {
        var done = PartnerScope.call(id, () -> own.execute(status -> change.getAsBoolean()));
        remembered.invalidate(id);
        return Boolean.TRUE.equals(done);
    }
}
