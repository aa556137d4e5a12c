package oroshi.onboarding;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import oroshi.basics.Problem;
import oroshi.customers.AddressChecker;
import oroshi.customers.AddressStanding;
import oroshi.customers.AddressStatus;
import oroshi.customers.CustomerRefusal;
import oroshi.customers.CustomerRules;
import oroshi.customers.PostalAddress;

/** What the address check says about the address of a draft. It is asked once for each address. */
@Service
public class DraftAddresses {
    private final AddressChecker checker;
    private final CustomerRules rules;
    private final AccountInputs inputs;

    DraftAddresses(AddressChecker checker, CustomerRules rules, AccountInputs inputs) {
        this.checker = checker;
        this.rules = rules;
        this.inputs = inputs;
    }

    /** Applies what the user chose when the check asked: a suggestion takes the place of what was typed. */
    public DraftContent choose(DraftContent draft, String choice) {
        var open = current(draft).filter(AddressAnswer::isOpen);
        if (open.isPresent() && choice.equals(AddressAnswer.AS_TYPED)) {
            return draft.withAddress(open.map(AddressAnswer::keptAsTyped));
        }
        return open.flatMap(answer -> answer.suggestion(choice))
                .map(suggested -> draft.withAccount(draft.account().with(suggested), false))
                .orElse(draft);
    }

    /**
     * Asks the check about the address of a page that passed its rules. The page is passed when the address needs neither
     * a correction nor a choice. May take seconds, so no transaction may be open.
     */
    public DraftContent ask(DraftContent draft, AccountCheck check) {
        if (check.info().isEmpty()) {
            return draft.withAccount(draft.account(), false);
        }
        var address = check.info().get().customer().address();
        var answered = draft.withAddress(answer(address, draft));
        var account = inputs.withVersion(draft.account(), check.info().get());
        return answered.withAccount(account, standing(address, answered).isPresent());
    }

    private Optional<AddressAnswer> answer(PostalAddress address, DraftContent draft) {
        if (!checker.isConnected()) {
            return Optional.empty();
        }
        return draft.address()
                .filter(answer -> answer.isAbout(address))
                .filter(answer -> answer.finding().status() != AddressStatus.NOT_VALIDATED)
                .or(() -> Optional.of(AddressAnswer.of(address, checker.check(address))));
    }

    /** Keeps what is typed without checking it; a page with another address has to be passed again. */
    public DraftContent keep(DraftContent draft, AccountInput typed) {
        var kept = draft.withAccount(typed, false);
        var settled = !checker.isConnected()
                || current(kept)
                        .filter(answer -> !answer.isOpen() && !answer.isWrong())
                        .isPresent();
        return kept.withAccount(typed, draft.accountPassed() && settled);
    }

    /** The answer about the address that the draft has now. */
    public Optional<AddressAnswer> current(DraftContent draft) {
        return draft.address().filter(answer -> rules.address(draft.account().toEntry())
                .filter(answer::isAbout)
                .isPresent());
    }

    /** What the check finds wrong with the address that the draft has now; a question is no problem. */
    public List<Problem> problems(DraftContent draft) {
        return current(draft).filter(AddressAnswer::isWrong).stream()
                .map(answer -> Problem.of(AccountField.ADDRESS_LINE_1.key(), CustomerRefusal.ADDRESS_INVALID))
                .toList();
    }

    /** Another form of the draft's verified address, if the check knows one. */
    public Optional<PostalAddress> offer(CheckedAccount account, DraftContent draft) {
        return draft.address().flatMap(answer -> answer.offer(account.customer().address()));
    }

    /** The account with how its address stands so far. */
    public CheckedAccount standing(CheckedAccount account, DraftContent draft) {
        return standing(account.customer().address(), draft).map(account::with).orElse(account);
    }

    /** How the address stands with the customer; empty when the user has to correct it or to choose. */
    Optional<AddressStanding> standing(PostalAddress address, DraftContent draft) {
        var answer = draft.address().filter(known -> known.isAbout(address));
        return answer.isPresent() ? answer.get().standing(address) : Optional.of(unanswered());
    }

    /** How an address stands about which nobody was asked. */
    private AddressStanding unanswered() {
        return checker.isConnected() ? AddressStanding.NOT_VERIFIED : AddressStanding.VERIFIED;
    }
}
