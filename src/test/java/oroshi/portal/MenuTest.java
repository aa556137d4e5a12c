package oroshi.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static oroshi.access.Role.ADMIN_AGENT;
import static oroshi.access.Role.BILLING_ADMIN;
import static oroshi.access.Role.GLOBAL_ADMIN;
import static oroshi.access.Role.HELPDESK_AGENT;
import static oroshi.access.Role.SALES_AGENT;
import static oroshi.access.Role.USER_MANAGEMENT_ADMIN;
import static oroshi.basics.PartnerType.DIRECT_BILL;
import static oroshi.basics.PartnerType.INDIRECT_PROVIDER;
import static oroshi.basics.PartnerType.INDIRECT_RESELLER;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.basics.Cloud;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;
import oroshi.basics.UserId;

class MenuTest {
    @Test
    @DisplayName("Customers: everyone but the billing admin")
    void showsCustomers() {
        assertThat(whoSees(MenuItem.CUSTOMERS, DIRECT_BILL))
                .containsExactlyInAnyOrder(
                        GLOBAL_ADMIN, USER_MANAGEMENT_ADMIN, ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT);
    }

    @Test
    @DisplayName("Catalog: global, billing and admin agents, sales agents of partners that can buy")
    void showsTheCatalog() {
        assertThat(whoSees(MenuItem.CATALOG, DIRECT_BILL))
                .containsExactlyInAnyOrder(GLOBAL_ADMIN, BILLING_ADMIN, ADMIN_AGENT, SALES_AGENT);
        assertThat(whoSees(MenuItem.CATALOG, INDIRECT_RESELLER)).isEmpty();
    }

    @Test
    @DisplayName("Billing: global admin, billing admin, admin agent")
    void showsBilling() {
        assertThat(whoSees(MenuItem.BILLING, INDIRECT_PROVIDER))
                .containsExactlyInAnyOrder(GLOBAL_ADMIN, BILLING_ADMIN, ADMIN_AGENT);
    }

    @Test
    @DisplayName("Usage spending: everyone but the user management admin")
    void showsUsage() {
        assertThat(whoSees(MenuItem.USAGE, DIRECT_BILL))
                .containsExactlyInAnyOrder(GLOBAL_ADMIN, BILLING_ADMIN, ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT);
    }

    @Test
    @DisplayName("Activity log: global admin and admin agent")
    void showsTheActivityLog() {
        assertThat(whoSees(MenuItem.ACTIVITY_LOG, DIRECT_BILL)).containsExactlyInAnyOrder(GLOBAL_ADMIN, ADMIN_AGENT);
    }

    @Test
    @DisplayName("Indirect resellers belong to providers, indirect providers to resellers")
    void showsTheOtherSideOfAPartnership() {
        assertThat(entries(INDIRECT_PROVIDER, Cloud.PUBLIC, ADMIN_AGENT))
                .contains(MenuItem.INDIRECT_RESELLERS)
                .doesNotContain(MenuItem.INDIRECT_PROVIDERS);
        assertThat(entries(INDIRECT_RESELLER, Cloud.PUBLIC, ADMIN_AGENT))
                .contains(MenuItem.INDIRECT_PROVIDERS)
                .doesNotContain(MenuItem.INDIRECT_RESELLERS);
        assertThat(entries(DIRECT_BILL, Cloud.PUBLIC, ADMIN_AGENT))
                .doesNotContain(MenuItem.INDIRECT_RESELLERS, MenuItem.INDIRECT_PROVIDERS);
    }

    @Test
    @DisplayName("J12-A1 the US Government cloud has no indirect partners and no service health")
    void leavesOutWhatTheCloudLacks() {
        for (var type : PartnerType.values()) {
            assertThat(entries(type, Cloud.US_GOV, Role.values()))
                    .doesNotContain(MenuItem.INDIRECT_RESELLERS, MenuItem.INDIRECT_PROVIDERS, MenuItem.SERVICE_HEALTH);
        }
        assertThat(entries(DIRECT_BILL, Cloud.US_GOV, ADMIN_AGENT))
                .contains(MenuItem.CUSTOMERS, MenuItem.BILLING, MenuItem.ACTIVITY_LOG);
    }

    @Test
    @DisplayName("A user without a role sees the dashboard only")
    void showsADefaultUserTheDashboard() {
        assertThat(entries(DIRECT_BILL, Cloud.PUBLIC)).containsExactly(MenuItem.DASHBOARD);
    }

    @Test
    void leavesOutPagesThatDoNotExist() {
        assertThat(Menu.of(caller(DIRECT_BILL, Cloud.PUBLIC, ADMIN_AGENT), item -> item == MenuItem.CUSTOMERS))
                .containsExactly(MenuItem.CUSTOMERS);
    }

    @Test
    void marksTheEntryThatAPageBelongsTo() {
        assertThat(MenuItem.CUSTOMERS.leadsTo("/customers/42/account")).isTrue();
        assertThat(MenuItem.CUSTOMERS.leadsTo("/customers-of-others")).isFalse();
        assertThat(MenuItem.DASHBOARD.leadsTo("/customers")).isFalse();
        assertThat(MenuItem.DASHBOARD.leadsTo("/")).isTrue();
    }

    private static List<Role> whoSees(MenuItem item, PartnerType type) {
        return Stream.of(Role.values())
                .filter(role -> entries(type, Cloud.PUBLIC, role).contains(item))
                .toList();
    }

    private static List<MenuItem> entries(PartnerType type, Cloud cloud, Role... roles) {
        return Menu.of(caller(type, cloud, roles), item -> true);
    }

    private static Caller caller(PartnerType type, Cloud cloud, Role... roles) {
        return new Caller(
                new PartnerId(Ids.next()),
                type,
                cloud,
                Optional.of(UserId.next()),
                Optional.empty(),
                "someone@aozora-cloud.example",
                Set.of(roles),
                true);
    }
}
