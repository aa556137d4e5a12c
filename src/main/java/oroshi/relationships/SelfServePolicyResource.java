package oroshi.relationships;

import static oroshi.rest.Fields.required;
import static oroshi.rest.Fields.requiredText;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.rest.Attributes;
import oroshi.rest.RestRefusal;

/** The SelfServePolicy resource as the contract has it, down to the capital letters of {@code tenantID}. */
record SelfServePolicyResource(
        @Nullable String id,
        @Nullable Entity selfServeEntity,
        @Nullable Grantor grantor,
        @Nullable List<Permission> permissions,
        @Nullable Attributes attributes) {
    private static final String CUSTOMER = "customer";
    private static final String BILL_TO_PARTNER = "billToPartner";
    private static final String PURCHASE = "Purchase";

    /** Who may buy. */
    record Entity(
            @Nullable String selfServeEntityType, @Nullable String tenantID) {}

    /** Who lets it buy. */
    record Grantor(@Nullable String grantorType, @Nullable String tenantID) {}

    /** What may be bought. */
    record Permission(@Nullable String resource, @Nullable String action) {}

    static SelfServePolicyResource of(SelfServePolicy policy) {
        return new SelfServePolicyResource(
                new SelfServePolicyId(policy.grantor(), policy.customerId()).toString(),
                new Entity(CUSTOMER, policy.customerId().toString()),
                new Grantor(BILL_TO_PARTNER, policy.grantor().toString()),
                policy.ordered().stream()
                        .map(each -> new Permission(each.resource(), PURCHASE))
                        .toList(),
                Attributes.of("SelfServePolicy", etag(policy)));
    }

    /** The version as this resource shows it, with quotes inside the text. */
    static String etag(SelfServePolicy policy) {
        return '"' + policy.version().toString() + '"';
    }

    /** Grantor and customer as the body names them. */
    SelfServePolicyId parties() {
        var entity = required("selfServeEntity", selfServeEntity);
        known("selfServeEntity.selfServeEntityType", entity.selfServeEntityType(), CUSTOMER);
        var by = required("grantor", grantor);
        known("grantor.grantorType", by.grantorType(), BILL_TO_PARTNER);
        return new SelfServePolicyId(
                new PartnerId(guid("grantor.tenantID", by.tenantID())),
                new CustomerId(guid("selfServeEntity.tenantID", entity.tenantID())));
    }

    Set<SelfServePermission> toPermissions() {
        var wanted = required("permissions", permissions);
        if (wanted.isEmpty()) {
            throw Refusal.of("permissions", RestRefusal.MISSING);
        }
        var found = EnumSet.noneOf(SelfServePermission.class);
        for (var each : wanted) {
            var permission = required("permissions", each);
            known("permissions.action", permission.action(), PURCHASE);
            found.add(permission(requiredText("permissions.resource", permission.resource())));
        }
        return found;
    }

    private static UUID guid(String path, @Nullable String text) {
        return Ids.parse(requiredText(path, text))
                .orElseThrow(() -> Refusal.of(path, RestRefusal.INVALID_VALUE, "is not a GUID"));
    }

    private static void known(String path, @Nullable String word, String only) {
        var given = requiredText(path, word);
        if (!folded(given).equals(folded(only))) {
            throw Refusal.of(path, RestRefusal.UNKNOWN_ENUM, given, only);
        }
    }

    private static SelfServePermission permission(String word) {
        return Arrays.stream(SelfServePermission.values())
                .filter(each -> folded(each.resource()).equals(folded(word)))
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        "permissions.resource",
                        RestRefusal.UNKNOWN_ENUM,
                        word,
                        Arrays.stream(SelfServePermission.values())
                                .map(SelfServePermission::resource)
                                .collect(Collectors.joining(", "))));
    }

    private static String folded(String word) {
        return word.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
