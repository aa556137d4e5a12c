package oroshi.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a price sheet is about, each under the name that the wire has for it. */
public enum PriceSheetView {
    LICENSES("updatedlicensebased", SheetLayout.LICENSES, ItemKind.LICENSE),
    SOFTWARE("software", SheetLayout.SOFTWARE, ItemKind.SOFTWARE),
    MARKETPLACE("marketplace", SheetLayout.LICENSES, ItemKind.MARKETPLACE),
    CONSUMPTION("azure_consumption", SheetLayout.AZURE, ItemKind.USAGE),
    RESERVATIONS("azure_reservations", SheetLayout.AZURE, ItemKind.RESERVATION, ItemKind.SAVINGS_PLAN),
    /** Clients ask for it; nothing is sold in extended service terms. */
    EXTENDED_TERMS("licensebasedest", SheetLayout.LICENSES),
    /** Clients ask for it; nothing has a price of its own after its end of support. */
    END_OF_SUPPORT("licensebasedeos", SheetLayout.LICENSES);

    private final String wire;
    private final SheetLayout layout;
    private final Set<ItemKind> kinds;

    PriceSheetView(String wire, SheetLayout layout, ItemKind... kinds) {
        this.wire = wire;
        this.layout = layout;
        this.kinds = Set.of(kinds);
    }

    /** Reads the name in any letter case, with its underscores or without. */
    static Optional<PriceSheetView> find(String text) {
        var word = folded(text);
        return Arrays.stream(values())
                .filter(view -> folded(view.wire).equals(word))
                .findFirst();
    }

    private static String folded(String text) {
        return text.strip().replace("_", "").toLowerCase(Locale.ROOT);
    }

    public String wire() {
        return wire;
    }

    SheetLayout layout() {
        return layout;
    }

    Set<ItemKind> kinds() {
        return kinds;
    }

    /** Whether a change of prices is announced: of licences and software, never of usage and of third parties. */
    public boolean hasPreview() {
        return this == LICENSES || this == SOFTWARE;
    }

    /** Whether anything can stand in it. */
    public boolean hasRows() {
        return !kinds.isEmpty();
    }
}
