package oroshi.directory;

import java.util.Optional;

/** What becomes different about a person of a customer's directory; what is empty stays as it is. */
public record MemberChange(
        Optional<String> signInName,
        Optional<String> givenName,
        Optional<String> familyName,
        Optional<String> displayName,
        Optional<String> usageLocation,
        Optional<String> phoneNumber,
        Optional<String> immutableId,
        Optional<GivenPassword> password) {
    public MemberChange {
        signInName = signInName.map(MemberRules::signInName);
        givenName = givenName.map(text -> MemberRules.text("firstName", text));
        familyName = familyName.map(text -> MemberRules.text("lastName", text));
        displayName = displayName.map(MemberRules::displayName);
        usageLocation = usageLocation.map(MemberRules::usageLocation);
        phoneNumber = phoneNumber.map(text -> MemberRules.text("phoneNumber", text));
        immutableId = immutableId.map(text -> MemberRules.text("immutableId", text));
    }

    UserDetails details(UserDetails present) {
        return new UserDetails(
                displayName.orElse(present.displayName()),
                usageLocation.orElse(present.usageLocation()),
                phoneNumber.orElse(present.phoneNumber()),
                immutableId.orElse(present.immutableId()));
    }
}
