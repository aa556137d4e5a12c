package oroshi.onboarding;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import oroshi.customers.AddressFinding;
import oroshi.customers.AddressStanding;
import oroshi.customers.AddressStatus;
import oroshi.customers.PostalAddress;

/**
 * What the address check said about the address of a draft, and whether the user kept what was typed (J1-08).
 *
 * @param asked the address as typed
 */
public record AddressAnswer(PostalAddress asked, AddressFinding finding, boolean asTyped) {
    /** The choice to keep what was typed; any other is the number of a suggestion. */
    public static final String AS_TYPED = "typed";

    /** The answer, with suggestions that have the fields of Account info and no others. */
    static AddressAnswer of(PostalAddress asked, AddressFinding finding) {
        var suggestions = finding.suggestions().stream()
                .map(AddressAnswer::inFieldsOfForm)
                .distinct()
                .toList();
        return new AddressAnswer(asked, new AddressFinding(finding.status(), suggestions, finding.message()), false);
    }

    /** Whether it is about this address: the one that was asked about, or one that was suggested for it. */
    boolean isAbout(PostalAddress address) {
        return address.equals(asked) || finding.suggestions().contains(address);
    }

    public boolean isWrong() {
        return finding.status() == AddressStatus.NONE;
    }

    /** Whether the user still has to choose. */
    public boolean isOpen() {
        return finding.status().isQuestion() && !asTyped;
    }

    AddressAnswer keptAsTyped() {
        return new AddressAnswer(asked, finding, true);
    }

    /** The suggestion of that number. */
    Optional<PostalAddress> suggestion(String number) {
        var suggestions = finding.suggestions();
        return number.matches("[1-9]") && Integer.parseInt(number) <= suggestions.size()
                ? Optional.of(suggestions.get(Integer.parseInt(number) - 1))
                : Optional.empty();
    }

    /** How the address would stand with the customer; empty while the user has to correct it or to choose. */
    Optional<AddressStanding> standing(PostalAddress address) {
        if (!address.equals(asked)) {
            return Optional.of(AddressStanding.SUGGESTED);
        }
        return isWrong() || isOpen() ? Optional.empty() : Optional.of(finding.unasked());
    }

    /** Another form of a verified address, which is offered and not forced. */
    Optional<PostalAddress> offer(PostalAddress address) {
        return finding.suggestions().stream()
                .filter(suggested -> finding.status().isVerified())
                .filter(suggested -> address.equals(asked) && !suggested.equals(asked))
                .findFirst();
    }

    private static PostalAddress inFieldsOfForm(PostalAddress address) {
        var building = Stream.of(
                        Optional.ofNullable(address.addressLine2()), Optional.ofNullable(address.addressLine3()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return new PostalAddress(
                address.country(),
                address.postalCode(),
                address.state(),
                null,
                address.city(),
                address.addressLine1(),
                building.isEmpty() ? null : building,
                null);
    }
}
