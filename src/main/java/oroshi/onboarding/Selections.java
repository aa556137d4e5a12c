package oroshi.onboarding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.springframework.stereotype.Service;
import oroshi.basics.Problem;
import oroshi.catalog.BillingCycle;
import oroshi.catalog.Catalog;
import oroshi.catalog.CatalogItem;
import oroshi.catalog.LocalizedText;
import oroshi.catalog.NotForSale;
import oroshi.catalog.Plan;
import oroshi.catalog.Sale;
import oroshi.catalog.Verdict;
import oroshi.orders.OrderRefusal;

/** What a new customer can be sold, and what of it was chosen. */
@Service
public class Selections {
    private final Catalog catalog;

    Selections(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Everything that can be sold in the sale to a customer that owns nothing yet, in the order of the page. */
    public List<CatalogItem> offers(Sale sale, Locale locale) {
        return catalog.listForNewCustomer(sale, locale);
    }

    /** Judges what was chosen, bases before their add-ons. */
    public Selection judge(Sale sale, List<LineInput> inputs) {
        var judging = new Judging(sale);
        inputs.stream()
                .filter(LineInput::isChosen)
                .filter(line -> !line.isAddOn())
                .forEach(judging::base);
        inputs.stream().filter(LineInput::isChosen).filter(LineInput::isAddOn).forEach(judging::addOn);
        return new Selection(judging.lines, judging.removed, judging.problems);
    }

    /** One pass over the lines of a draft. */
    private final class Judging {
        private final Sale sale;
        private final List<ChosenLine> lines = new ArrayList<>();
        private final List<RemovedLine> removed = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final Map<String, ChosenLine> bases = new HashMap<>();

        Judging(Sale sale) {
            this.sale = sale;
        }

        void base(LineInput input) {
            forSale(input).ifPresent(item -> {
                var plan = plan(item, BillingCycle.find(input.billingCycle()));
                var quantity = quantity(input, item, item.maximumQuantity());
                var line = line(input, item, plan, quantity);
                bases.put(input.item(), line);
                lines.add(line);
            });
        }

        void addOn(LineInput input) {
            var base = bases.get(input.base());
            if (base == null) {
                withoutBase(input);
                return;
            }
            forSale(input).ifPresent(item -> {
                var plan = plan(item, Optional.of(base.plan().billingCycle()));
                var quantity = quantity(input, item, Math.min(item.maximumQuantity(), base.quantity()));
                lines.add(lines.indexOf(base) + 1, line(input, item, plan, quantity));
            });
        }

        /** An add-on goes with a base that was taken away; one whose base was never chosen is a mistake. */
        private void withoutBase(LineInput input) {
            var base = removed.stream()
                    .filter(gone -> gone.input().item().equals(input.base()))
                    .findFirst();
            if (base.isPresent()) {
                removed.add(new RemovedLine(
                        input,
                        title(input.item()),
                        base.get().reason(),
                        Optional.of(base.get().title())));
                return;
            }
            problems.add(Problem.of(
                    input.quantityField(),
                    OrderRefusal.PREREQUISITE_MISSING,
                    title(input.item()),
                    title(input.base())));
        }

        private LocalizedText title(String item) {
            return catalog.findTitle(sale.market().cloud(), item, sale.at())
                    .orElseGet(() -> new LocalizedText(item, item));
        }

        private Optional<CatalogItem> forSale(LineInput input) {
            return switch (catalog.judge(sale, input.item())) {
                case Verdict.ForSale found -> suitable(input, found.item());
                case Verdict.Refused refused -> away(input, refused);
            };
        }

        private Optional<CatalogItem> suitable(LineInput input, CatalogItem item) {
            return item.suitsNewCustomer()
                    ? Optional.of(item)
                    : away(input, new Verdict.Refused(NotForSale.ENDED, item.title()));
        }

        private Optional<CatalogItem> away(LineInput input, Verdict.Refused refused) {
            removed.add(new RemovedLine(input, refused.title(), refused.reason(), Optional.empty()));
            return Optional.empty();
        }

        private int quantity(LineInput input, CatalogItem item, int most) {
            if (item.hasFixedQuantity()) {
                return item.minimumQuantity();
            }
            var number = input.units();
            if (number < item.minimumQuantity() || number > most) {
                problems.add(Problem.of(
                        input.quantityField(), OnboardingRefusal.QUANTITY_RANGE, item.minimumQuantity(), most));
            }
            return Math.max(number, 0);
        }

        private Plan plan(CatalogItem item, Optional<BillingCycle> cycle) {
            return cycle.flatMap(item::plan).orElseGet(() -> item.plans().getFirst());
        }

        private ChosenLine line(LineInput input, CatalogItem item, Plan plan, int quantity) {
            return new ChosenLine(input, item, plan, quantity, changed(input, plan));
        }

        /** The price that was shown; none when the form was tampered with. */
        private Optional<Money> shown(LineInput input) {
            try {
                return input.shownPrice().isEmpty() ? Optional.empty() : Optional.of(Money.parse(input.shownPrice()));
            } catch (IllegalArgumentException unreadable) {
                return Optional.empty();
            }
        }

        private Optional<Money> changed(LineInput input, Plan plan) {
            return shown(input).filter(seen -> !seen.equals(plan.unitPrice()));
        }
    }
}
