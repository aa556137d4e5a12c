package oroshi.partners;

import oroshi.basics.Problems;

/**
 * What is asked of a company's name, of addresses and of ways to reach somebody, wherever they are told. Each brings the
 * text into its one form and adds what is wrong with it to the problems. An empty text passes where nothing is demanded.
 */
public interface CompanyRules {
    String name(String field, String typed, Problems problems);

    /** @param path what stands before the names of the fields, for example {@code address.} */
    ProfileAddress address(String path, ProfileAddress typed, Problems problems);

    String email(String field, String typed, Problems problems);

    String phone(String field, String typed, Problems problems);

    String website(String field, String typed, Problems problems);
}
