package oroshi.portal.customers;

import java.util.List;
import oroshi.portal.Choice;

/** What the customer list can be narrowed to; an empty list of choices is not shown. */
public record Filters(
        List<Choice> resellers,
        List<Choice> tags,
        List<Choice> relationships,
        List<Choice> agreements,
        List<Choice> qualifications) {}
