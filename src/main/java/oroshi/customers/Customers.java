package oroshi.customers;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.clock.Clocks;
import oroshi.database.PartnerSwitch;
import oroshi.directory.Directory;
import oroshi.relationships.Relationships;
import oroshi.rest.PageRequest;
import oroshi.rest.RestRefusal;
import oroshi.rest.Slice;

/**
 * The customers of all partners: the only way into this module.
 *
 * <p>A customer that a provider serves through a reseller has a row with each of them. The provider's is the original;
 * whoever changes it, the reseller's follows in the same transaction. Tags are each partner's own.
 */
@Service
public class Customers {
    private static final int MOST_TAGS = 150;

    private final CustomerTable table;
    private final CustomerLists lists;
    private final CustomerListTable listTable;
    private final TagTable tags;
    private final QualificationTable qualifications;
    private final AccountReviewTable accountReviews;
    private final Relationships relationships;
    private final Directory directory;
    private final PartnerSwitch partnerSwitch;
    private final Clocks clocks;
    private final ApplicationEventPublisher events;

    Customers(
            CustomerTable table,
            CustomerLists lists,
            CustomerListTable listTable,
            TagTable tags,
            QualificationTable qualifications,
            AccountReviewTable accountReviews,
            Relationships relationships,
            Directory directory,
            PartnerSwitch partnerSwitch,
            Clocks clocks,
            ApplicationEventPublisher events) {
        this.table = table;
        this.lists = lists;
        this.listTable = listTable;
        this.tags = tags;
        this.qualifications = qualifications;
        this.accountReviews = accountReviews;
        this.relationships = relationships;
        this.directory = directory;
        this.partnerSwitch = partnerSwitch;
        this.clocks = clocks;
        this.events = events;
    }

    /**
     * Adds the customer to the partner's list, and with a reseller to the reseller's; refuses one that the partner has
     * already. A creation of a validation code is the caller's to take.
     */
    @Transactional
    public Customer add(PartnerId partnerId, NewAccount account) {
        requireFew(account.tags());
        var now = now(partnerId);
        var customer = open(partnerId, account, now);
        tags.insert(partnerId, customer.id(), customer.tags());
        events.publishEvent(new CustomerAdded(customer));
        customer.qualifications()
                .forEach(applied -> events.publishEvent(new QualificationUpdated(customer.id(), applied)));
        return customer;
    }

    /** Puts a customer of the partner on the list of one of its resellers too; nothing changes when it is there. */
    @Transactional
    public void share(PartnerId partnerId, CustomerId customerId, PartnerId reseller) {
        get(partnerId, customerId);
        if (!relationships.share(partnerId, customerId, reseller)) {
            return;
        }
        table.assignReseller(partnerId, customerId, reseller);
        var shared = get(partnerId, customerId);
        var review = accountReviews.find(partnerId, customerId);
        partnerSwitch.call(reseller, () -> {
            table.insert(shared.asSeenBy(reseller), () -> {
                throw Refusal.because(CustomerRefusal.CUSTOMER_EXISTS, customerId);
            });
            shared.qualifications().forEach(each -> qualifications.insert(reseller, customerId, each));
            review.ifPresent(known -> accountReviews.set(reseller, customerId, known));
            return shared;
        });
    }

    /**
     * Puts a customer that has accepted the partner on its list, and with a reseller on the reseller's; the
     * relationship tells of it. Refuses one that the partner has already.
     */
    @Transactional
    public Customer welcome(PartnerId partnerId, NewAccount account) {
        return partnerSwitch.call(partnerId, () -> open(partnerId, account, now(partnerId)));
    }

    private Customer open(PartnerId partnerId, NewAccount account, Instant now) {
        var customer = Opening.customer(partnerId, account, now);
        store(customer, account, now);
        account.reseller()
                .ifPresent(reseller ->
                        partnerSwitch.call(reseller, () -> store(customer.asSeenBy(reseller), account, now)));
        return customer;
    }

    /** The customer as the partner knows it; empty when it has none of this id. */
    @Transactional(readOnly = true)
    public Optional<Customer> find(PartnerId partnerId, CustomerId customerId) {
        return table.find(partnerId, customerId)
                .map(found -> found.qualified()
                        ? found.customer()
                                .with(
                                        qualifications.list(partnerId, customerId),
                                        found.customer().tags())
                        : found.customer());
    }

    /** The customer as the partner knows it, or refuses as for an id that nobody has. */
    @Transactional(readOnly = true)
    public Customer get(PartnerId partnerId, CustomerId customerId) {
        return find(partnerId, customerId).orElseThrow(() -> Refusal.because(RestRefusal.CUSTOMER_UNKNOWN, customerId));
    }

    /** The customer as the API shows it, with the domains of its directory. */
    @Transactional(readOnly = true)
    CustomerResource describe(PartnerId partnerId, CustomerId customerId) {
        return CustomerResource.of(get(partnerId, customerId), directory.domains(customerId.tenantId()));
    }

    /** One page of the partner's customers, from a position on or from the beginning. */
    @Transactional(readOnly = true)
    public CustomerPage list(PartnerId partnerId, CustomerSearch search, CustomerPageRequest page) {
        var found = lists.page(partnerId, search, page);
        return new CustomerPage(tagged(partnerId, found.rows()), found.next(), found.previous());
    }

    /** One page of the API's list: filtered by prefix, ordered by name and id. */
    @Transactional(readOnly = true)
    Slice<ListOrder.Placed> list(PartnerId partnerId, PageRequest page) {
        return lists.slice(partnerId, page);
    }

    /** How many customers the partner has of its own, those of its provider not among them. */
    @Transactional(readOnly = true)
    public int count(PartnerId partnerId) {
        return listTable.count(partnerId);
    }

    /** A customer of the same country whose name differs only by case, blanks or legal form (C7). */
    @Transactional(readOnly = true)
    public Optional<CustomerRow> findDuplicate(PartnerId partnerId, CompanyName name, String country) {
        return listTable.findDuplicate(partnerId, name.duplicateKey(), country);
    }

    /** Replaces the bill-to profile, or refuses when somebody saved a newer version or the country differs. */
    @Transactional
    public Customer updateBillingProfile(PartnerId partnerId, CustomerId customerId, BillingChange change) {
        var seen = get(partnerId, customerId);
        change.requireVersion(seen.billing());
        var changed = seen.withBilling(change.appliedTo(seen));
        partnerSwitch.call(seen.owner(), () -> updateOriginal(seen, changed));
        return changed;
    }

    /** Replaces the customer's tags with this partner. */
    @Transactional
    public Customer assignTags(PartnerId partnerId, CustomerId customerId, Set<Tag> newTags) {
        requireFew(newTags);
        var seen = get(partnerId, customerId);
        var changed = seen.with(seen.qualifications(), newTags.stream().sorted().toList());
        tags.deleteAll(partnerId, customerId);
        tags.insert(partnerId, customerId, changed.tags());
        table.updateFirstTag(partnerId, customerId, changed.tags());
        events.publishEvent(new TagsAssigned(customerId, seen.tags(), changed.tags()));
        return changed;
    }

    /** Puts more tags on each of the customers; ids of other partners' customers are passed over. */
    @Transactional
    public void addTags(PartnerId partnerId, Collection<CustomerId> customerIds, Set<Tag> more) {
        for (var customerId : customerIds) {
            find(partnerId, customerId).ifPresent(customer -> assignTags(partnerId, customerId, customer.plus(more)));
        }
    }

    /** How many customers the partner has, and how they stand with the agreement, as far as it is worth counting. */
    @Transactional(readOnly = true)
    public CustomerCounts counts(PartnerId partnerId) {
        return listTable.counts(partnerId);
    }

    /** The tags that the partner's customers carry, in order. */
    @Transactional(readOnly = true)
    public List<Tag> tags(PartnerId partnerId) {
        return tags.used(partnerId);
    }

    /** The customer's qualifications, held or applied for. */
    @Transactional(readOnly = true)
    public List<CustomerQualification> qualifications(PartnerId partnerId, CustomerId customerId) {
        return get(partnerId, customerId).qualifications();
    }

    /**
     * Records an application for a qualification, or refuses when it is held, in review or excluded by another one. A
     * creation of a validation code is the caller's to take.
     */
    @Transactional
    public CustomerQualification apply(PartnerId partnerId, CustomerId customerId, QualificationRequest request) {
        var seen = get(partnerId, customerId);
        requireCombinable(seen, request.qualification());
        var now = now(partnerId);
        inEveryRow(seen, row -> {
            if (!qualifications.apply(row, customerId, request, now)) {
                throw held(request.qualification());
            }
        });
        var applied = Opening.qualification(request, now);
        events.publishEvent(new QualificationUpdated(customerId, applied));
        return applied;
    }

    /** What the partner's customers have applied for and the operator has not decided on. */
    @Transactional(readOnly = true)
    List<OpenReview> openReviews(PartnerId partnerId) {
        return qualifications.listInReview(partnerId);
    }

    /** What the operator's review came to; nothing changes when no review is open. */
    @Transactional
    public Customer decide(PartnerId partnerId, CustomerId customerId, VettingDecision decision) {
        var seen = get(partnerId, customerId);
        inEveryRow(seen, row -> qualifications.decide(row, customerId, decision));
        var decided = get(partnerId, customerId);
        if (!decided.qualifications().equals(seen.qualifications())) {
            decided.qualifications().stream()
                    .filter(each -> each.qualification() == decision.qualification())
                    .forEach(each -> events.publishEvent(new QualificationUpdated(customerId, each)));
        }
        return decided;
    }

    /** Notes how the customer now stands to the agreement, for the list's filter. */
    @Transactional
    public void noteAgreement(PartnerId partnerId, CustomerId customerId, AgreementState state) {
        table.find(partnerId, customerId)
                .ifPresent(found -> inEveryRow(found.customer(), row -> table.updateAgreement(row, customerId, state)));
    }

    /** Notes on the partner's own row whether it administers the customer's directory. */
    @Transactional
    public void noteAdministration(PartnerId partnerId, CustomerId customerId, boolean granted) {
        var now = clocks.of(partnerId).instant();
        partnerSwitch.call(partnerId, () -> table.updateAdministration(partnerId, customerId, granted, now));
    }

    /** Takes the customer off the partner's list. Its resellers keep it, from now on with profiles of their own. */
    @Transactional
    public void remove(PartnerId partnerId, CustomerId customerId) {
        var seen = get(partnerId, customerId);
        table.lock(partnerId, customerId);
        relationships
                .resellersOf(seen.partnerId(), customerId)
                .forEach(reseller -> partnerSwitch.call(reseller, () -> table.detach(reseller, customerId)));
        tags.deleteAll(partnerId, customerId);
        qualifications.deleteAll(partnerId, customerId);
        accountReviews.delete(partnerId, customerId);
        table.delete(partnerId, customerId);
    }

    private boolean store(Customer customer, NewAccount account, Instant now) {
        table.insert(customer, () -> {
            throw Refusal.because(CustomerRefusal.CUSTOMER_EXISTS, customer.id());
        });
        account.qualification()
                .ifPresent(request -> qualifications.apply(customer.partnerId(), customer.id(), request, now));
        return true;
    }

    private Customer updateOriginal(Customer seen, Customer changed) {
        for (var row : rows(seen)) {
            var updated = partnerSwitch.call(
                    row,
                    () -> table.updateBilling(changed.in(row), seen.billing().version()));
            if (!updated) {
                throw Refusal.because(CustomerRefusal.CHANGED_MEANWHILE);
            }
        }
        events.publishEvent(new BillingProfileUpdated(seen.id(), seen.billing(), changed.billing()));
        return changed;
    }

    /** Makes the change in the row of each partner that shares the customer. */
    void inEveryRow(Customer customer, Consumer<PartnerId> change) {
        for (var row : rows(customer)) {
            partnerSwitch.call(row, () -> {
                change.accept(row);
                return row;
            });
        }
    }

    /** The partners that have a row of the customer, the original first. */
    private List<PartnerId> rows(Customer customer) {
        if (customer.provider().isEmpty() && customer.reseller().isEmpty()) {
            return List.of(customer.owner());
        }
        var rows = new LinkedHashSet<PartnerId>();
        rows.add(customer.owner());
        rows.add(customer.reseller().orElse(customer.partnerId()));
        rows.addAll(relationships.resellersOf(customer.owner(), customer.id()));
        return List.copyOf(rows);
    }

    private List<CustomerRow> tagged(PartnerId partnerId, List<CustomerRow> rows) {
        var byCustomer =
                tags.byCustomer(partnerId, rows.stream().map(CustomerRow::id).toList());
        return rows.stream()
                .map(row -> row.with(byCustomer.getOrDefault(row.id(), List.of())))
                .toList();
    }

    Instant now(PartnerId partnerId) {
        return clocks.of(partnerId).instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static void requireFew(Set<Tag> tags) {
        if (tags.size() > MOST_TAGS) {
            throw Refusal.of("tags", CustomerRefusal.TOO_MANY_TAGS);
        }
    }

    /** Education and the government community cloud exclude each other; state ownership goes with both. */
    private static void requireCombinable(Customer customer, Qualification wanted) {
        var excluded = customer.qualifications().stream()
                .filter(each -> each.vettingStatus().orElse(VettingStatus.APPROVED) != VettingStatus.DENIED)
                .map(CustomerQualification::qualification)
                .anyMatch(present -> present == wanted || (present.isOfSegment() && wanted.isOfSegment()));
        if (excluded) {
            throw held(wanted);
        }
    }

    private static Refusal held(Qualification qualification) {
        return Refusal.because(CustomerRefusal.QUALIFICATION_HELD, qualification.wireName());
    }
}
