package oroshi.portal.signin;

import java.util.List;
import oroshi.access.OfferedUsers.OfferedUser;
import oroshi.basics.PartnerType;

/** A company of the demonstration with the people of it as whom one may sign in. */
public record OfferedCompany(String name, PartnerType type, List<OfferedUser> people) {
    public OfferedCompany {
        people = List.copyOf(people);
    }

    static OfferedCompany of(List<OfferedUser> people) {
        var first = people.getFirst();
        return new OfferedCompany(first.organization(), first.partnerType(), people);
    }
}
