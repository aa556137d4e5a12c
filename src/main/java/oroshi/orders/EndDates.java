package oroshi.orders;

import static oroshi.orders.OrderRefusal.END_DATE_INVALID;
import static oroshi.orders.OrderRefusal.END_DATE_PRODUCT;
import static oroshi.orders.OrderRefusal.END_DATE_UNALIGNED;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import oroshi.basics.Problem;
import oroshi.catalog.ItemKind;
import oroshi.subscriptions.Alignment;
import oroshi.subscriptions.Subscription;

/** Whether a line may end on the day that it asks for. */
final class EndDates {
    private EndDates() {}

    /** What stands against the day; empty when the line names none, or may end on it. */
    static Optional<Problem> obstacle(PricedLine line, Supplier<List<Subscription>> owned) {
        return line.asked().particulars().lastDay().flatMap(day -> obstacle(line, day, owned));
    }

    private static Optional<Problem> obstacle(PricedLine line, LocalDate day, Supplier<List<Subscription>> owned) {
        var item = line.item();
        if (item.isLegacy() || item.isTrial() || item.kind() != ItemKind.LICENSE) {
            return Optional.of(problem(line, END_DATE_PRODUCT, item.title()));
        }
        return new Alignment(line.startsOn(), line.plan().term(), owned)
                .misfit(day)
                .map(misfit -> problem(line, reason(misfit), item.title(), day));
    }

    private static OrderRefusal reason(Alignment.Misfit misfit) {
        return switch (misfit) {
            case OUTSIDE_TERM, NEAR_MONTH_END, ONLY_MONTHLY_ENDS -> END_DATE_INVALID;
            case NOTHING_ENDS -> END_DATE_UNALIGNED;
        };
    }

    private static Problem problem(PricedLine line, OrderRefusal reason, Object... arguments) {
        return Problem.of("lines[" + line.position() + "].customTermEndDate", reason, arguments);
    }
}
