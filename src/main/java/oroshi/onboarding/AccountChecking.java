package oroshi.onboarding;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import oroshi.basics.Problem;
import oroshi.customers.AddressStanding;
import oroshi.customers.CustomerRow;
import oroshi.customers.GovernmentEntityKind;
import oroshi.customers.NewCustomer;

/** One check of one page of Account info. */
final class AccountChecking {
    private final Reading reading;
    private final AgreementChecking agreement;
    private final Occasion occasion;

    AccountChecking(Reading reading, Function<String, Optional<LocalDate>> dates, Occasion occasion) {
        this.reading = reading;
        this.agreement = new AgreementChecking(reading, dates, occasion == Occasion.SUBMIT);
        this.occasion = occasion;
    }

    AccountCheck result() {
        new CloudChecking(reading).check();
        var customer = new CompanyChecking(reading).check(reading.input().toEntry());
        var domains = new DomainChecking(reading);
        var domain = domains.prefix();
        var qualification = new QualificationChecking(reading).check();
        var choice = agreement.check();
        var kind = entityKind();
        var reseller = new ResellerChecking(reading).check();
        var tags = new TagChecking(reading).check();
        if (occasion.wantsHints() || !reading.problems().isEmpty()) {
            domain.ifPresent(domains::requireFree);
        }
        var info = reading.problems().isEmpty()
                ? customer.flatMap(known -> domain.flatMap(name -> choice.map(how -> new CheckedAccount(
                        name, known, reseller, how, qualification, kind, tags, AddressStanding.VERIFIED, true))))
                : Optional.<CheckedAccount>empty();
        return new AccountCheck(
                inOrderOfForm(),
                info,
                customer.map(NewCustomer::companyName)
                        .filter(name -> name.isSuspicious())
                        .isPresent(),
                customer.filter(known -> occasion.wantsHints()).flatMap(this::duplicate));
    }

    private Optional<GovernmentEntityKind> entityKind() {
        if (reading.partner().cloud().isPublic()) {
            return Optional.empty();
        }
        var kind = find(GovernmentEntityKind.values(), reading.get(AccountField.GOV_ENTITY_KIND));
        if (kind.isEmpty()) {
            reading.required(AccountField.GOV_ENTITY_KIND);
        }
        return kind;
    }

    private Optional<CustomerRow> duplicate(NewCustomer customer) {
        return reading.rules()
                .customers()
                .findDuplicate(
                        reading.partner().id(),
                        customer.companyName(),
                        customer.address().country());
    }

    private List<Problem> inOrderOfForm() {
        return reading.problems().list().stream()
                .sorted(Comparator.comparingInt(problem -> AccountField.find(problem.field())
                        .map(AccountField::ordinal)
                        .orElse(Integer.MAX_VALUE)))
                .toList();
    }

    static <E extends Enum<E>> Optional<E> find(E[] values, String name) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name.strip().toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
