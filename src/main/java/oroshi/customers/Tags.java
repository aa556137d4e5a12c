package oroshi.customers;

import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;

/** The tags of a partner as a whole, whichever customers carry them. */
@Service
public class Tags {
    private final TagTable table;
    private final CustomerTable customers;
    private final ApplicationEventPublisher events;

    Tags(TagTable table, CustomerTable customers, ApplicationEventPublisher events) {
        this.table = table;
        this.customers = customers;
        this.events = events;
    }

    /** Every tag in use with the number of its customers, in order. */
    @Transactional(readOnly = true)
    public List<TagUse> list(PartnerId partnerId) {
        return table.uses(partnerId);
    }

    /** The tag; refuses one that no customer carries. */
    @Transactional(readOnly = true)
    public TagUse get(PartnerId partnerId, Tag tag) {
        return find(partnerId, tag).orElseThrow(() -> Refusal.because(CustomerRefusal.TAG_UNKNOWN, tag.value()));
    }

    @Transactional(readOnly = true)
    public Optional<TagUse> find(PartnerId partnerId, Tag tag) {
        return Optional.of(new TagUse(tag, table.count(partnerId, tag))).filter(use -> use.customers() > 0);
    }

    /** Gives the tag another name on every customer; refuses a name in use unless the two are to become one. */
    @Transactional
    public void rename(PartnerId partnerId, Tag tag, Tag newName, boolean merging) {
        var use = get(partnerId, tag);
        if (tag.equals(newName)) {
            return;
        }
        if (!merging && find(partnerId, newName).isPresent()) {
            throw Refusal.of("newName", CustomerRefusal.TAG_IN_USE, newName.value());
        }
        table.copy(partnerId, tag, newName);
        remove(partnerId, tag);
        events.publishEvent(new TagReplaced(tag, Optional.of(newName), use.customers()));
    }

    /** Takes the tag off every customer. */
    @Transactional
    public void delete(PartnerId partnerId, Tag tag) {
        var use = get(partnerId, tag);
        remove(partnerId, tag);
        events.publishEvent(new TagReplaced(tag, Optional.empty(), use.customers()));
    }

    private void remove(PartnerId partnerId, Tag tag) {
        customers.updateFirstTagWithout(partnerId, tag);
        table.delete(partnerId, tag);
    }
}
