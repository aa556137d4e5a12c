package oroshi.portal.pricing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oroshi.catalog.PriceSheetView;

/** What can be downloaded, in the order of the page. */
enum Sheet {
    LICENSES(PriceSheetView.LICENSES),
    SOFTWARE(PriceSheetView.SOFTWARE),
    MARKETPLACE(PriceSheetView.MARKETPLACE),
    CONSUMPTION(PriceSheetView.CONSUMPTION),
    RESERVATIONS(PriceSheetView.RESERVATIONS),
    /** The prices of classic offers, in the partner's currency. */
    LEGACY(null),
    MATRIX(null),
    RATES(null);

    private final @Nullable PriceSheetView view;

    Sheet(@Nullable PriceSheetView view) {
        this.view = view;
    }

    /** The view of the API; empty for what doesn't depend on the market. */
    Optional<PriceSheetView> view() {
        return Optional.ofNullable(view);
    }

    /** Its name in addresses and files. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Sheet> find(String word) {
        return Arrays.stream(values())
                .filter(sheet -> sheet.word().equals(word))
                .findFirst();
    }
}
