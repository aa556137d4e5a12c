package oroshi.administration;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import oroshi.basics.UserId;
import oroshi.directory.DirectoryUser;
import oroshi.rest.Attributes;
import oroshi.rest.Fields;

/** Who holds a directory role, as the contract names it. Of what arrives only the id counts. */
record UserMemberResource(
        @Nullable String displayName,
        @Nullable String userPrincipalName,
        @Nullable UUID roleId,
        @Nullable UUID id,
        @Nullable Attributes attributes) {
    private static final Attributes MEMBER = Attributes.of("UserMember");

    static UserMemberResource of(DirectoryUser user, UUID roleId) {
        return new UserMemberResource(
                user.displayName(), user.signInName(), roleId, user.id().value(), MEMBER);
    }

    UserId toUserId() {
        return new UserId(Fields.required("id", id));
    }
}
