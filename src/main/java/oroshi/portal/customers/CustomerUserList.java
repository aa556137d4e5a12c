package oroshi.portal.customers;

import java.util.List;
import java.util.Map;
import oroshi.administration.UserLicense;
import oroshi.basics.UserId;
import oroshi.directory.DirectoryUser;
import oroshi.portal.Link;
import oroshi.portal.Paging;
import oroshi.portal.Sorting;

/**
 * One page of a customer's users, and the ways on from it.
 *
 * @param licenses what each of the users may use; those who may use nothing are absent
 * @param deleted how many users can be restored
 * @param narrowed whether a search hides some of them
 */
public record CustomerUserList(
        List<DirectoryUser> users,
        Map<UserId, List<UserLicense>> licenses,
        int deleted,
        Sorting sorting,
        Link here,
        Paging paging,
        boolean narrowed) {
    public CustomerUserList {
        users = List.copyOf(users);
        licenses = Map.copyOf(licenses);
    }

    /** The products that the user may use. */
    public List<UserLicense> licensesOf(DirectoryUser user) {
        return licenses.getOrDefault(user.id(), List.of());
    }
}
