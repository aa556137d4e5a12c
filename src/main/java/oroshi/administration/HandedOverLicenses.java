package oroshi.administration;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import oroshi.basics.TenantId;
import oroshi.basics.UserId;
import oroshi.clock.Clocks;
import oroshi.subscriptions.LicenseHandover;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.TransitionError;

/** When a subscription becomes another product, the people who used the old one use the new one from then on. */
@Component
class HandedOverLicenses implements LicenseHandover {
    private final LicenseTable table;
    private final ObjectProvider<LicensePool> pool;
    private final Clocks clocks;

    HandedOverLicenses(LicenseTable table, ObjectProvider<LicensePool> pool, Clocks clocks) {
        this.table = table;
        this.pool = pool;
        this.clocks = clocks;
    }

    /** Whose licenses another subscription gives keeps them; where people have the product already, nobody guesses. */
    @Override
    public Optional<TransitionError> handOver(Subscription before, Subscription after) {
        var tenantId = before.customerId().tenantId();
        var from = LicenseSku.of(before.item()).id();
        var to = LicenseSku.of(after.item()).id();
        Stream.of(from, to).distinct().sorted().forEach(sku -> table.lock(tenantId, sku));
        var moving = moving(before, tenantId, from);
        if (from.equals(to) || moving.isEmpty()) {
            return Optional.empty();
        }
        if (pool.getObject().besides(after) > 0) {
            return Optional.of(TransitionError.CONFLICTING_SERVICES);
        }
        var now = clocks.of(before.partnerId()).instant();
        table.move(tenantId, from, to, moving, now);
        return Optional.empty();
    }

    /** Those for whom no other subscription of the product is left, the latest first. */
    private List<UserId> moving(Subscription before, TenantId tenantId, UUID sku) {
        var people = table.listPeople(tenantId, sku);
        var left = pool.getObject().besides(before);
        return people.subList(Math.min(left, people.size()), people.size());
    }
}
