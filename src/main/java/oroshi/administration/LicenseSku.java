package oroshi.administration;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import oroshi.basics.Ids;
import oroshi.basics.Typed;
import oroshi.catalog.LocalizedText;
import oroshi.subscriptions.SubscribedItem;

/**
 * A product of which people can have licenses. Every subscription of the same product adds to its licenses, whoever sold
 * it. The catalog knows products as wholes, so each has one service plan: itself.
 *
 * @param id the offer's id, or one that follows from the product and SKU
 * @param partNumber the English title in capitals, which can stand in for the id
 * @param forTenant whether it serves the whole directory and nobody has a license of it
 */
public record LicenseSku(UUID id, String partNumber, LocalizedText title, LicenseGroup group, boolean forTenant) {
    private static final String FOR_PEOPLE = "Licenses";

    static LicenseSku of(SubscribedItem item) {
        return new LicenseSku(
                id(item.key()),
                partNumber(item.title().english()),
                item.title(),
                item.isOperatorProduct() ? LicenseGroup.GROUP1 : LicenseGroup.GROUP2,
                !item.unitType().equalsIgnoreCase(FOR_PEOPLE)
                        && !item.unitType().endsWith(" " + FOR_PEOPLE));
    }

    /** The id of the one service plan. */
    public UUID planId() {
        return named("plan:" + id);
    }

    boolean isCalled(String name) {
        var wanted = Typed.code(name);
        return id.toString().equalsIgnoreCase(wanted) || partNumber.equalsIgnoreCase(wanted);
    }

    private static UUID id(String key) {
        return Ids.parse(key).orElseGet(() -> named("sku:" + key));
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static String partNumber(String title) {
        return title.toUpperCase(Locale.ROOT).replaceAll("[^\\p{Alnum}]+", "_").replaceAll("^_|_$", "");
    }
}
