package oroshi.onboarding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import oroshi.access.Caller;
import oroshi.basics.Problem;
import oroshi.basics.Refusal;
import oroshi.directory.DirectoryRefusal;
import oroshi.orders.NewOrderLine;
import oroshi.partners.PartnerRefusal;
import oroshi.relationships.RelationshipRefusal;

/** Opens the customer a draft describes, and says on which page a refusal has to be put right. */
@Component
class DraftJudge {
    private final AccountChecks checks;
    private final Selections selections;
    private final Sales sales;
    private final Opening opening;
    private final DraftAddresses addresses;

    DraftJudge(AccountChecks checks, Selections selections, Sales sales, Opening opening, DraftAddresses addresses) {
        this.checks = checks;
        this.selections = selections;
        this.sales = sales;
        this.opening = opening;
        this.addresses = addresses;
    }

    Onboarded open(Caller caller, DraftContent content, Function<String, Optional<LocalDate>> dates) {
        var check = checks.checkAgain(caller, content.account(), dates);
        var info = check.info().orElseThrow(() -> new DraftRejected(DraftRejected.Page.ACCOUNT, check.problems()));
        var standing = addresses
                .standing(info.customer().address(), content)
                .orElseThrow(() -> new DraftRejected(DraftRejected.Page.ACCOUNT, addresses.problems(content)));
        var lines = info.agreement() instanceof AgreementChoice.AskCustomer
                ? List.<NewOrderLine>of()
                : lines(caller, info, content);
        try {
            return opening.open(caller, info.with(standing), lines);
        } catch (Refusal refused) {
            throw rejected(refused);
        }
    }

    private List<NewOrderLine> lines(Caller caller, CheckedAccount info, DraftContent content) {
        var selection = selections.judge(sales.of(caller, info), content.lines());
        if (!selection.problems().isEmpty() || selection.needsAgreement()) {
            throw new DraftRejected(DraftRejected.Page.REVIEW, selection.problems());
        }
        return orderLines(selection.lines());
    }

    static List<NewOrderLine> orderLines(List<ChosenLine> chosen) {
        var positions = new HashMap<String, Integer>();
        var lines = new ArrayList<NewOrderLine>();
        for (var line : chosen) {
            positions.put(line.input().key(), lines.size());
            lines.add(orderLine(line, positions));
        }
        return lines;
    }

    private static NewOrderLine orderLine(ChosenLine line, Map<String, Integer> positions) {
        var ordered = NewOrderLine.of(
                        line.item().id(), line.quantity(), line.plan().billingCycle())
                .withTerm(line.plan().term())
                .withShownPrice(line.plan().unitPrice());
        var base = positions.get(line.input().base());
        return base == null ? ordered : ordered.withBaseLine(base);
    }

    private static RuntimeException rejected(Refusal refused) {
        var field = fieldOf(refused);
        if (field.isPresent()) {
            var problem = Problem.of(
                    field.get().key(), refused.reason(), refused.arguments().toArray());
            return new DraftRejected(DraftRejected.Page.ACCOUNT, List.of(problem));
        }
        if (refused.reason().key().startsWith("partner.")) {
            return refused;
        }
        return new DraftRejected(DraftRejected.Page.REVIEW, onReview(refused));
    }

    private static Optional<AccountField> fieldOf(Refusal refused) {
        if (refused.reason() instanceof DirectoryRefusal) {
            return Optional.of(AccountField.DOMAIN_PREFIX);
        }
        if (refused.is(PartnerRefusal.VALIDATION_CODE_USED_UP) || refused.is(PartnerRefusal.VALIDATION_CODE_UNKNOWN)) {
            return Optional.of(AccountField.GCC_VALIDATION_CODE);
        }
        return refused.reason() instanceof RelationshipRefusal
                        && refused.reason().key().startsWith("reseller.")
                ? Optional.of(AccountField.RESELLER)
                : Optional.empty();
    }

    private static List<Problem> onReview(Refusal refused) {
        return refused.problems().isEmpty()
                ? List.of(Problem.of("", refused.reason(), refused.arguments().toArray()))
                : refused.problems();
    }
}
