package oroshi.administration;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import oroshi.administration.LicenseUpdate.Wanted;
import oroshi.rest.Attributes;
import oroshi.rest.Fields;

/** The LicenseUpdate resource as the contract names it. Warnings that arrive are ignored; there are none to give. */
record LicenseUpdateResource(
        @Nullable List<Assignment> licensesToAssign,
        @Nullable List<String> licensesToRemove,
        @Nullable List<Warning> licenseWarnings,
        @Nullable Attributes attributes) {
    private static final Attributes LICENSE_UPDATE = Attributes.of("LicenseUpdate");

    /** A product to assign, without some of its plans. */
    record Assignment(@Nullable String skuId, @Nullable List<String> excludedPlans) {
        Wanted toWanted() {
            return new Wanted(Fields.requiredText("licensesToAssign.skuId", skuId), items(excludedPlans));
        }
    }

    /** What a client should know about an update that was done. */
    record Warning(
            @Nullable String code,
            @Nullable String message,
            @Nullable List<String> servicePlans) {}

    LicenseUpdate toUpdate() {
        return new LicenseUpdate(
                items(licensesToAssign).stream().map(Assignment::toWanted).toList(), items(licensesToRemove));
    }

    /** The update as it was done. */
    LicenseUpdateResource done() {
        return new LicenseUpdateResource(licensesToAssign, licensesToRemove, List.of(), LICENSE_UPDATE);
    }

    private static <T> List<T> items(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }
}
