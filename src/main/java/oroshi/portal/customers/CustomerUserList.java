package oroshi.portal.customers;

import java.util.List;
import oroshi.directory.DirectoryUser;
import oroshi.portal.Link;
import oroshi.portal.Paging;
import oroshi.portal.Sorting;

/**
 * One page of a customer's users, and the ways on from it.
 *
 * @param narrowed whether a search hides some of them
 */
public record CustomerUserList(List<DirectoryUser> users, Sorting sorting, Link here, Paging paging, boolean narrowed) {
    public CustomerUserList {
        users = List.copyOf(users);
    }
}
