package oroshi.customers;

import java.util.Locale;
import java.util.Optional;
import oroshi.basics.PartnerId;

/**
 * Which customers of a partner, in which order.
 *
 * @param text part of a company name or domain, in any case, width or kind of kana; or the beginning of a Microsoft ID
 * @param language whose collation orders names
 */
public record CustomerSearch(
        Optional<String> text,
        Optional<PartnerId> reseller,
        Optional<Tag> tag,
        Optional<RelationshipKind> relationship,
        Optional<AgreementState> agreement,
        Optional<Qualification> qualification,
        CustomerSort sort,
        boolean descending,
        Locale language) {

    /** All customers by name. */
    public static CustomerSearch all(Locale language) {
        return new CustomerSearch(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                CustomerSort.NAME,
                false,
                language);
    }

    /** The customers whose name or domain contains the text, the closest first. */
    public static CustomerSearch containing(String text, Locale language) {
        return all(language).withText(text).sortedBy(CustomerSort.CLOSEST, false);
    }

    public CustomerSearch withText(String newText) {
        return new CustomerSearch(
                Optional.of(newText).filter(each -> !each.isBlank()),
                reseller,
                tag,
                relationship,
                agreement,
                qualification,
                sort,
                descending,
                language);
    }

    public CustomerSearch withReseller(PartnerId newReseller) {
        return new CustomerSearch(
                text,
                Optional.of(newReseller),
                tag,
                relationship,
                agreement,
                qualification,
                sort,
                descending,
                language);
    }

    public CustomerSearch sortedBy(CustomerSort newSort, boolean newDescending) {
        return new CustomerSearch(
                text, reseller, tag, relationship, agreement, qualification, newSort, newDescending, language);
    }

    /** Whether anything but the text narrows the list. */
    boolean hasFilters() {
        return reseller.isPresent()
                || tag.isPresent()
                || relationship.isPresent()
                || agreement.isPresent()
                || qualification.isPresent();
    }
}
