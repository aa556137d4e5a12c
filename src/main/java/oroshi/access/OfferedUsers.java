package oroshi.access;

import java.util.List;
import oroshi.basics.PartnerType;

/** The people whom the sign-in page of a demo installation offers; whoever seeds them supplies the list. */
public interface OfferedUsers {
    List<OfferedUser> list();

    /** One of them, with the password that everybody may know. */
    record OfferedUser(
            String signInName,
            String name,
            String organization,
            PartnerType partnerType,
            List<Role> roles,
            String password) {
        public OfferedUser {
            roles = List.copyOf(roles);
        }
    }
}
