package oroshi.catalog;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/** What the query of a request for legacy offers asks for. */
record OfferQuery(
        @Nullable String country,

        @Parameter(name = "offer_category_id") @BindParam("offer_category_id") @Nullable
        String category,

        @Nullable String offset,
        @Nullable String size) {
    CatalogQuery market() {
        return new CatalogQuery(country, null, null, null, null);
    }

    Optional<String> asksForCategory() {
        return Optional.ofNullable(category);
    }
}
