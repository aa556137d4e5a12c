package oroshi.catalog;

import static oroshi.access.Role.ADMIN_AGENT;
import static oroshi.access.Role.GLOBAL_ADMIN;
import static oroshi.access.Role.SALES_AGENT;
import static oroshi.basics.PartnerType.DIRECT_BILL;
import static oroshi.basics.PartnerType.INDIRECT_PROVIDER;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.rest.RequestIds;

/**
 * The files of prices, on their root beside {@code /v1}. Whoever accepts {@code deflate} gets the file inside a ZIP archive
 * as the body: that is no coding of the transfer, so no header may call it one.
 */
@RestController
class PriceSheetController {
    private final PriceSheets sheets;

    PriceSheetController(PriceSheets sheets) {
        this.sheets = sheets;
    }

    @Allows(
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    @GetMapping("/v1.0/sales/pricesheets(Market='{market}',PricesheetView='{pricesheetView}')/$value")
    void getPriceSheet(
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String market,
            @PathVariable String pricesheetView,
            @RequestParam(required = false) @Nullable String timeline,
            @RequestParam(required = false) @Nullable String month)
            throws IOException {
        var query = PriceSheetQuery.parse(market, pricesheetView, timeline, month);
        send(request, response, "sheets.csv", zipped -> sheets.priceSheet(caller, query, zipped));
    }

    @Allows(
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    @GetMapping({"/v1.0/sales/fxrates(Month='{fxMonth}')/$value", "/v1.0/sales/fxrates(Month='')/$value"})
    void getForeignExchangeRates(
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable(required = false) @Nullable String fxMonth)
            throws IOException {
        send(request, response, "fxrates", zipped -> sheets.exchangeRates(caller, monthOf(fxMonth), zipped));
    }

    @Allows(
            roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT},
            partnerTypes = {DIRECT_BILL, INDIRECT_PROVIDER})
    @GetMapping({"/v1.0/sales/offermatrix(Month='{matrixMonth}')/$value", "/v1.0/sales/offermatrix(Month='')/$value"})
    void getOfferMatrix(
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable(required = false) @Nullable String matrixMonth)
            throws IOException {
        send(
                request,
                response,
                "updatedoffice.csv",
                zipped -> sheets.offerMatrix(caller, monthOf(matrixMonth), zipped));
    }

    private static String monthOf(@Nullable String month) {
        return month == null ? "" : month;
    }

    private static void send(
            HttpServletRequest request, HttpServletResponse response, String name, Function<Boolean, SheetFile> sheet)
            throws IOException {
        try (var file = sheet.apply(takesArchive(request))) {
            response.setCharacterEncoding((String) null);
            response.setContentType("application/octet-stream");
            response.setContentLengthLong(file.size());
            response.setHeader("Content-Disposition", "attachment; filename=" + name);
            RequestIds.current()
                    .ifPresent(ids ->
                            response.setHeader("Request-ID", ids.requestId().toString()));
            file.sendTo(response.getOutputStream());
        }
    }

    private static boolean takesArchive(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Accept-Encoding")).stream()
                .anyMatch(accepted -> accepted.toLowerCase(Locale.ROOT).contains("deflate"));
    }
}
