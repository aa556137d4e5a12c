package oroshi.customers;

import static oroshi.access.Role.ADMIN_AGENT;
import static oroshi.access.Role.GLOBAL_ADMIN;
import static oroshi.access.Role.HELPDESK_AGENT;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.basics.Refusal;
import oroshi.rest.RestRefusal;
import oroshi.rest.WireTime;

/** Whose directories the partner administers, in the OData manner of the original. Nulls are written out here. */
@RestController
class DelegatedAdminController {
    private static final String ROOT = "/CustomerServiceAdminApi/Web/v1";
    private static final String CUSTOMERS = ROOT + "/delegatedAdminCustomers";
    private static final String STATISTICS = ROOT + "/delegatedAdminStatistics";

    private final Administrations administrations;

    DelegatedAdminController(Administrations administrations) {
        this.administrations = administrations;
    }

    @GetMapping(CUSTOMERS)
    @Allows(roles = {ADMIN_AGENT, HELPDESK_AGENT, GLOBAL_ADMIN})
    Map<String, Object> customers(Caller caller, @RequestParam Map<String, String> options) {
        var query = AdministeredQueries.parse(
                options.get("$filter"),
                options.get("$orderBy"),
                options.get("$top"),
                options.get("$skip"),
                options.get("$skiptoken"));
        var fields = fields(options.get("$select"));
        var counted = counted(options.get("$count"));
        var found = administrations.list(caller.partnerId(), query);
        var page = found.subList(0, Math.min(query.top(), found.size()));
        var answer = new LinkedHashMap<String, Object>();
        answer.put("@odata.context", address(ROOT + "/$metadata#delegatedAdminCustomers"));
        if (counted) {
            answer.put("@odata.count", administrations.count(caller.partnerId(), query.conditions()));
        }
        if (found.size() > page.size()) {
            answer.put("@odata.nextLink", next(options, query, page));
        }
        answer.put("value", page.stream().map(each -> selected(each, fields)).toList());
        return answer;
    }

    @GetMapping(STATISTICS)
    @Allows(roles = {ADMIN_AGENT, HELPDESK_AGENT, GLOBAL_ADMIN})
    Map<String, Object> statistics(Caller caller) {
        var established = administrations.countByDay(caller.partnerId());
        var answer = new LinkedHashMap<String, Object>();
        answer.put("@odata.context", address(ROOT + "/$metadata#delegatedAdminStatistics/$entity"));
        answer.put("id", caller.partnerId().toString());
        answer.put("partnerTenantId", caller.partnerId().toString());
        answer.put(
                "totalDapCustomerCount",
                established.values().stream().mapToLong(Long::longValue).sum());
        answer.put(
                "establishedDapCount",
                established.entrySet().stream()
                        .map(each -> new DayCount(day(each.getKey()), each.getValue()))
                        .toList());
        // It counts sign-ins of partners to customers' directories by day, and there are none here.
        answer.put("inactiveDapCount", List.of());
        return answer;
    }

    /** How many began on a day. */
    private record DayCount(String date, long count) {}

    /** Month, day and year without leading zeros. */
    private static String day(LocalDate day) {
        return day.getMonthValue() + "/" + day.getDayOfMonth() + "/" + day.getYear();
    }

    private static Map<String, @Nullable Object> row(Administered customer) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("id", customer.customerId().toString());
        row.put("customerTenantId", customer.customerId().toString());
        row.put("organizationDisplayName", customer.name());
        row.put("partnerAgentCount", 0);
        row.put("partnerSignInCount", 0);
        row.put("globalAdminSignInCount", 0);
        row.put("dapEnabled", customer.enabled());
        row.put("startDateTime", customer.startedAt().map(WireTime::moment).orElse(null));
        row.put("endDateTime", customer.endedAt().map(WireTime::moment).orElse(null));
        row.put("lastSignInDateTime", null);
        return row;
    }

    private static Map<String, @Nullable Object> selected(Administered customer, List<String> fields) {
        var row = row(customer);
        if (!fields.isEmpty()) {
            row.keySet().retainAll(fields);
        }
        return row;
    }

    private static List<String> fields(@Nullable String select) {
        if (select == null) {
            return List.of();
        }
        var fields = List.of(select.strip().split("\\s*,\\s*"));
        var known = List.of(
                "id",
                "customerTenantId",
                "organizationDisplayName",
                "partnerAgentCount",
                "partnerSignInCount",
                "globalAdminSignInCount",
                "dapEnabled",
                "startDateTime",
                "endDateTime",
                "lastSignInDateTime");
        for (var field : fields) {
            if (!known.contains(field)) {
                throw Refusal.of(
                        "$select",
                        RestRefusal.INVALID_PARAMETER,
                        "there is no field " + field + "; use " + String.join(", ", known));
            }
        }
        return fields;
    }

    private static boolean counted(@Nullable String count) {
        if (count != null && !count.equals("true") && !count.equals("false")) {
            throw Refusal.of("$count", RestRefusal.INVALID_PARAMETER, "is true or false");
        }
        return "true".equals(count);
    }

    /** The page after this one: in the order of ids it costs what the first costs, in another one it counts rows. */
    private static String next(Map<String, String> options, AdministeredQuery query, List<Administered> page) {
        var asked = new LinkedHashMap<>(options);
        if (query.order() == AdministeredQuery.Order.ID) {
            asked.remove("$skip");
            asked.put("$skiptoken", page.getLast().customerId().toString());
        } else {
            asked.put("$skip", String.valueOf(query.skip() + query.top()));
        }
        var parameters = asked.entrySet().stream()
                .map(each -> each.getKey() + "="
                        + URLEncoder.encode(Objects.requireNonNull(each.getValue()), StandardCharsets.UTF_8))
                .toList();
        return address(CUSTOMERS) + "?" + String.join("&", parameters);
    }

    private static String address(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().toUriString() + path;
    }
}
