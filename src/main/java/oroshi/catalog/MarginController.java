package oroshi.catalog;

import static oroshi.access.Role.ADMIN_AGENT;
import static oroshi.access.Role.GLOBAL_ADMIN;
import static oroshi.basics.PartnerType.DIRECT_BILL;
import static oroshi.basics.PartnerType.INDIRECT_PROVIDER;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;

/** The margins that publishers granted to the partner. */
@RestController
class MarginController {
    private final Margins margins;

    MarginController(Margins margins) {
        this.margins = margins;
    }

    /** The envelope of margins, which is no collection as others are. */
    record Envelope(int pageSize, int totalSize, List<MarginResource> results) {}

    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    @GetMapping("/v1/margins")
    Envelope listMargins(Caller caller) {
        var results = margins.list(caller.partnerId()).stream()
                .map(MarginResource::of)
                .toList();
        return new Envelope(results.size(), results.size(), results);
    }

    @Allows(
            applicationAlone = true,
            roles = {GLOBAL_ADMIN, ADMIN_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    @GetMapping("/v1/margins/download")
    void downloadMargins(Caller caller, @ParameterObject CatalogQuery query, HttpServletResponse response)
            throws IOException {
        var country = query.requiredCountry();
        var found = margins.list(caller.partnerId());
        response.setContentType("text/csv; charset=utf-8");
        MarginFile.write(found, country, response.getOutputStream());
    }
}
