package oroshi.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skyscreamer.jsonassert.JSONAssert.assertEquals;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.skyscreamer.jsonassert.JSONCompareMode;
import org.springframework.beans.factory.annotation.Autowired;
import oroshi.OroshiTest;
import oroshi.basics.PartnerType;
import tools.jackson.databind.json.JsonMapper;

@OroshiTest
class InventoryTest {
    private static final String PATH = "/extensions/product/checkInventory?country=JP";
    private static final String TARGETS =
            "{\"targetItems\":[{\"productId\":\"DZH318Z0RVA5\"},{\"productId\":\"CFQ7TTC0LH18\",\"skuId\":\"0001\"},{\"productId\":\"DZH318Z0XXXX\"}],\"inventoryContext\":{%s}}";

    @Autowired
    private Counter counter;

    @Test
    void restrictsCapacityToItsRegion() throws Exception {
        var seller = counter.partner(PartnerType.DIRECT_BILL, Shop.LATER);
        var customer = counter.customer(seller);
        var context = "\"CustomerId\":\"" + customer + "\",\"ArmRegionName\":\"northmoor1\"";
        var answer = counter.post(seller, PATH, TARGETS.formatted(context));
        assertEquals(
                Counter.golden("catalog/check-inventory.response.json", Map.of()),
                answer.body(),
                JSONCompareMode.STRICT);
        var here = counter.post(seller, PATH, TARGETS.formatted("\"armRegionName\":\"JapanEast\""));
        assertThat(here.body()).doesNotContain("true");
    }

    @Test
    void refusesWhatItCannotRead() throws Exception {
        var seller = counter.partner(PartnerType.DIRECT_BILL, Shop.LATER);
        var reseller = counter.partner(PartnerType.INDIRECT_RESELLER, Shop.LATER);
        assertThat(code(counter.post(seller, PATH, "{}").body())).isEqualTo(800002);
        assertThat(code(counter.post(seller, PATH, "{\"targetItems\":[{}]}").body()))
                .isEqualTo(800002);
        assertThat(code(counter.post(seller, "/extensions/product/checkInventory", TARGETS.formatted(""))
                        .body()))
                .isEqualTo(800002);
        assertThat(code(counter.post(seller, PATH, TARGETS.formatted("\"customerId\":\"nobody\""))
                        .body()))
                .isEqualTo(800002);
        for (var foreign : new Object[] {UUID.randomUUID(), counter.customer(otherSeller())}) {
            assertThat(code(counter.post(seller, PATH, TARGETS.formatted("\"customerId\":\"" + foreign + "\""))
                            .body()))
                    .isEqualTo(60003);
        }
        assertThat(counter.post(reseller, PATH, TARGETS.formatted("")).statusCode())
                .isEqualTo(403);
    }

    private oroshi.access.TestCallers.Person otherSeller() {
        return counter.partner(PartnerType.DIRECT_BILL, Shop.LATER);
    }

    private static int code(String body) {
        return JsonMapper.shared().readTree(body).path("code").asInt();
    }
}
