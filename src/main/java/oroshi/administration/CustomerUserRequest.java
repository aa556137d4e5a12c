package oroshi.administration;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oroshi.directory.GivenPassword;
import oroshi.directory.MemberChange;
import oroshi.directory.NewMember;
import oroshi.directory.UserDetails;
import oroshi.rest.Fields;

/** What a client may say about a user, to create or to change one or to reset the password; any member may be missing. */
record CustomerUserRequest(
        @Nullable String usageLocation,
        @Nullable String userPrincipalName,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String displayName,
        @Nullable String immutableId,
        @Nullable PasswordProfileResource passwordProfile,
        @Nullable String phoneNumber,
        @Nullable UserState state) {
    NewMember toNewMember(GivenPassword password) {
        return new NewMember(
                Fields.requiredText("userPrincipalName", userPrincipalName),
                Fields.text(firstName),
                Fields.text(lastName),
                new UserDetails(
                        Fields.requiredText("displayName", displayName),
                        Fields.text(usageLocation),
                        Fields.text(phoneNumber),
                        Fields.text(immutableId)),
                Set.of(),
                password);
    }

    GivenPassword toPassword() {
        return Fields.required("passwordProfile", passwordProfile).toPassword();
    }

    /** What a PATCH changes: members that are there and not null. */
    MemberChange toChange() {
        return new MemberChange(
                Optional.ofNullable(userPrincipalName),
                Optional.ofNullable(firstName),
                Optional.ofNullable(lastName),
                Optional.ofNullable(displayName),
                Optional.ofNullable(usageLocation),
                Optional.ofNullable(phoneNumber),
                Optional.ofNullable(immutableId),
                Optional.ofNullable(passwordProfile).map(PasswordProfileResource::toPassword));
    }
}
