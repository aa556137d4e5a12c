package oroshi.administration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import oroshi.directory.DirectoryUser;
import oroshi.directory.GivenPassword;
import oroshi.rest.Attributes;
import oroshi.rest.Links;
import oroshi.rest.WireTime;

/** The CustomerUser resource as the contract names it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CustomerUserResource(
        @Nullable String usageLocation,
        UUID id,
        String userPrincipalName,
        @Nullable String firstName,
        @Nullable String lastName,
        String displayName,
        @Nullable String immutableId,
        @Nullable PasswordProfileResource passwordProfile,
        @Nullable String phoneNumber,
        UserDomainType userDomainType,
        UserState state,
        @Nullable String softDeletionTime,
        @Nullable Links links,
        Attributes attributes) {
    private static final Attributes USER = Attributes.of("CustomerUser");

    static CustomerUserResource of(DirectoryUser user) {
        var uri = "/customers/" + user.tenantId() + "/users/" + user.id();
        return of(user, null, Links.self(uri));
    }

    /** With the password that the user was just given. */
    static CustomerUserResource reset(DirectoryUser user, GivenPassword password) {
        var uri = "/customers/" + user.tenantId() + "/users/" + user.id();
        return of(user, PasswordProfileResource.of(password), Links.self(uri));
    }

    static CustomerUserResource created(DirectoryUser user, GivenPassword password) {
        return of(user, PasswordProfileResource.of(password), null);
    }

    private static CustomerUserResource of(
            DirectoryUser user, @Nullable PasswordProfileResource password, @Nullable Links links) {
        var details = user.details();
        return new CustomerUserResource(
                present(details.usageLocation()),
                user.id().value(),
                user.signInName(),
                present(user.givenName()),
                present(user.familyName()),
                user.displayName(),
                present(details.immutableId()),
                password,
                present(details.phoneNumber()),
                UserDomainType.NONE,
                user.deletedAt().isPresent() ? UserState.INACTIVE : UserState.ACTIVE,
                user.deletedAt().map(WireTime::second).orElse(null),
                links,
                USER);
    }

    private static @Nullable String present(String text) {
        return text.isEmpty() ? null : text;
    }
}
