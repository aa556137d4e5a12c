package oroshi.relationships;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import oroshi.OroshiTest;
import oroshi.activity.ActivityFilter;
import oroshi.activity.ActivityLog;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerId;
import oroshi.basics.Reason;
import oroshi.basics.Refusal;
import oroshi.clock.Clocks;
import oroshi.database.PartnerScope;
import oroshi.partners.NewPartner;
import oroshi.partners.Partner;
import oroshi.partners.PartnerFixture;
import oroshi.partners.Partners;

@OroshiTest
class PartnershipsTest {
    @Autowired
    private Partners partners;

    @Autowired
    private Partnerships partnerships;

    @Autowired
    private Invitations invitations;

    @Autowired
    private Relationships relationships;

    @Autowired
    private ActivityLog log;

    @Autowired
    private Clocks clocks;

    @Test
    @DisplayName("J3-A1 after a reseller authorized a provider each is on the other's list, and again changes nothing")
    void becomesActiveWhenTheResellerAccepts() {
        var provider = register(PartnerFixture.aGermanProvider());
        var reseller = register(PartnerFixture.aGermanReseller());
        clocks.stopAt(reseller.id(), Instant.parse("2019-04-24T01:00:00Z"));
        var token = link(provider).token();

        assertRefused(
                RelationshipRefusal.NOT_AUTHORIZED,
                as(reseller, () -> partnerships.accept(reseller.id(), provider.id(), token, false)));
        var accepted =
                PartnerScope.call(reseller.id(), () -> partnerships.accept(reseller.id(), provider.id(), token, true));
        var again =
                PartnerScope.call(reseller.id(), () -> partnerships.accept(reseller.id(), provider.id(), token, true));

        assertThat(again).isEqualTo(accepted);
        assertThat(accepted.since()).isEqualTo("2019-04-24T01:00:00Z");
        assertThat(PartnerScope.call(provider.id(), () -> partnerships.resellersOf(provider.id())))
                .extracting(Partnership::other)
                .containsExactly(reseller);
        assertThat(PartnerScope.call(reseller.id(), () -> partnerships.providersOf(reseller.id())))
                .extracting(Partnership::other)
                .containsExactly(provider);
        assertThat(PartnerScope.call(reseller.id(), () -> partnerships.open(reseller.id(), provider.id(), token)))
                .extracting(PartnershipOffer::since)
                .isEqualTo(Optional.of(accepted.since()));
        assertThat(operations(provider.id())).containsExactly("create_partner_relationship");
        assertThat(operations(reseller.id())).containsExactly("create_partner_relationship");
    }

    @Test
    @DisplayName(
            "J3-03 a reseller takes the administration of its directory back, before or after the partnership ends")
    void takesTheAdministrationBack() {
        var provider = register(PartnerFixture.aGermanProvider());
        var reseller = register(PartnerFixture.aGermanReseller());
        var token = link(provider).token();
        var accepted =
                PartnerScope.call(reseller.id(), () -> partnerships.accept(reseller.id(), provider.id(), token, true));
        assertThat(accepted.delegatedAdministration()).isTrue();

        PartnerScope.run(reseller.id(), () -> partnerships.remove(reseller.id(), provider.id()));
        assertThat(PartnerScope.call(reseller.id(), () -> partnerships.formerAdministrators(reseller.id())))
                .extracting(Partnership::other)
                .containsExactly(provider);
        PartnerScope.run(reseller.id(), () -> partnerships.removeAdministration(reseller.id(), provider.id()));
        assertThat(PartnerScope.call(reseller.id(), () -> partnerships.formerAdministrators(reseller.id())))
                .isEmpty();
        assertRefused(
                RelationshipRefusal.PARTNERSHIP_UNKNOWN,
                as(reseller, () -> partnerships.removeAdministration(reseller.id(), provider.id())));

        PartnerScope.run(reseller.id(), () -> partnerships.accept(reseller.id(), provider.id(), token, true));
        PartnerScope.run(reseller.id(), () -> partnerships.removeAdministration(reseller.id(), provider.id()));
        assertThat(PartnerScope.call(provider.id(), () -> partnerships.resellersOf(provider.id())))
                .extracting(Partnership::delegatedAdministration)
                .containsExactly(false);
        assertThat(operations(provider.id())).contains("dap_admin_relationship_terminated");
        assertThat(operations(reseller.id())).contains("dap_admin_relationship_terminated");
    }

    @Test
    void makesOnePartnershipOfTenSimultaneousAcceptances() throws Exception {
        var provider = register(PartnerFixture.aGermanProvider());
        var reseller = register(PartnerFixture.aGermanReseller());
        var token = link(provider).token();

        try (var threads = Executors.newFixedThreadPool(10)) {
            for (var i = 0; i < 10; i++) {
                threads.execute(() -> PartnerScope.run(
                        reseller.id(), () -> partnerships.accept(reseller.id(), provider.id(), token, true)));
            }
        }

        assertThat(PartnerScope.call(reseller.id(), () -> partnerships.providersOf(reseller.id())))
                .hasSize(1);
        assertThat(operations(provider.id())).containsExactly("create_partner_relationship");
    }

    @Test
    @DisplayName("J3-A2 a provider of another market region can't be authorized")
    void refusesAnotherRegion() {
        var provider = register(PartnerFixture.aGermanProvider());
        var turkish = register(PartnerFixture.aReseller("Boğaziçi Bilişim A.Ş.", "TR"));
        var token = link(provider).token();

        assertRefused(
                RelationshipRefusal.OTHER_REGION,
                as(turkish, () -> partnerships.open(turkish.id(), provider.id(), token)));
    }

    @Test
    void refusesLinksThatAreOwnWithdrawnOrForOthers() {
        var provider = register(PartnerFixture.aGermanProvider());
        var reseller = register(PartnerFixture.aGermanReseller());
        var other = register(PartnerFixture.aGermanProvider());
        var old = link(provider).token();
        var fresh =
                PartnerScope.call(provider.id(), () -> invitations.renew(provider.id(), Invitation.Kind.PARTNERSHIP));

        assertRefused(
                RelationshipRefusal.LINK_UNKNOWN,
                as(reseller, () -> partnerships.open(reseller.id(), provider.id(), old)));
        assertRefused(
                RelationshipRefusal.OWN_LINK,
                as(provider, () -> partnerships.open(provider.id(), provider.id(), fresh.token())));
        assertRefused(
                RelationshipRefusal.NOT_A_RESELLER,
                as(other, () -> partnerships.open(other.id(), provider.id(), fresh.token())));
    }

    @Test
    @DisplayName("J3-A3 removing a partnership keeps shared customers, but the reseller can't be chosen any more")
    void removesOnlyThePartnership() {
        var provider = register(PartnerFixture.aGermanProvider());
        var reseller = partnered(provider, PartnerFixture.aGermanReseller());
        var customer = new CustomerId(UUID.randomUUID());
        PartnerScope.run(
                provider.id(),
                () -> relationships.establish(provider.id(), customer, Optional.of(reseller.id()), true));

        PartnerScope.run(provider.id(), () -> partnerships.remove(provider.id(), reseller.id()));

        assertThat(PartnerScope.call(reseller.id(), () -> partnerships.providersOf(reseller.id())))
                .isEmpty();
        assertThat(PartnerScope.call(reseller.id(), () -> relationships.find(reseller.id(), customer)))
                .isPresent();
        assertRefused(
                RelationshipRefusal.RESELLER_NO_PARTNERSHIP,
                as(provider, () -> partnerships.requireSelectable(provider.id(), reseller.id(), "DE")));
        assertRefused(
                RelationshipRefusal.PARTNERSHIP_UNKNOWN,
                as(reseller, () -> partnerships.remove(reseller.id(), provider.id())));
        assertThat(operations(reseller.id())).contains("remove_partner_relationship");
    }

    @Test
    @DisplayName("J3-A4 a reseller without the partner agreement is shown but can't be chosen")
    void disablesResellersWithoutAgreement() {
        var provider = register(PartnerFixture.aGermanProvider());
        var hanse = partnered(provider, PartnerFixture.aGermanReseller());
        var donau = partnered(provider, PartnerFixture.aReseller("Donau Cloud Services e.U.", "AT"));
        var elbtal = partnered(
                provider, PartnerFixture.aReseller("Elbtal Software AG", "DE").withoutAgreement());

        assertThat(PartnerScope.call(provider.id(), () -> partnerships.selectable(provider.id(), "DE")))
                .filteredOn(SelectableReseller::isSelectable)
                .extracting(SelectableReseller::partner)
                .containsExactlyInAnyOrder(hanse, donau);
        assertRefused(
                RelationshipRefusal.RESELLER_NO_AGREEMENT,
                as(provider, () -> partnerships.requireSelectable(provider.id(), elbtal.id(), "DE")));
        assertRefused(
                RelationshipRefusal.RESELLER_OTHER_REGION,
                as(provider, () -> partnerships.requireSelectable(provider.id(), hanse.id(), "TR")));
    }

    @Test
    @DisplayName("J3-A5 a reseller sees a shared customer through its provider, without prices")
    void showsASharedCustomerToBoth() {
        var provider = register(PartnerFixture.aGermanProvider());
        var reseller = partnered(provider, PartnerFixture.aGermanReseller());
        var stranger = register(PartnerFixture.aGermanProvider());
        var customer = new CustomerId(UUID.randomUUID());
        PartnerScope.run(
                provider.id(),
                () -> relationships.establish(provider.id(), customer, Optional.of(reseller.id()), true));

        var shared = PartnerScope.call(reseller.id(), () -> relationships.viewpoint(reseller.id(), customer));
        assertThat(shared.owner()).isEqualTo(provider.id());
        assertThat(shared.seesPrices()).isFalse();
        assertThat(shared.mayChange()).isFalse();
        assertThat(PartnerScope.call(provider.id(), () -> relationships.viewpoint(provider.id(), customer)))
                .isEqualTo(new Viewpoint(provider.id(), true, true, Optional.of(reseller.id()), true));
        assertThat(relationships.ofTenant(customer.tenantId()))
                .extracting(TenantRelationship::partnerId)
                .containsExactlyInAnyOrder(provider.id(), reseller.id());
        assertThat(PartnerScope.call(provider.id(), () -> relationships.countSharedCustomers(provider.id())))
                .containsEntry(reseller.id(), 1L);
        assertRefused(
                RelationshipRefusal.CUSTOMER_UNKNOWN,
                as(stranger, () -> relationships.viewpoint(stranger.id(), customer)));
        assertRefused(
                RelationshipRefusal.EXISTS,
                as(provider, () -> relationships.establish(provider.id(), customer, Optional.empty(), true)));
    }

    private Partner register(NewPartner request) {
        return partners.register(request);
    }

    private Partner partnered(Partner provider, NewPartner request) {
        var reseller = register(request);
        var token = link(provider).token();
        PartnerScope.run(reseller.id(), () -> partnerships.accept(reseller.id(), provider.id(), token, true));
        return reseller;
    }

    private Invitation link(Partner provider) {
        return PartnerScope.call(provider.id(), () -> invitations.get(provider.id(), Invitation.Kind.PARTNERSHIP));
    }

    private java.util.List<String> operations(PartnerId partnerId) {
        var everything = new ActivityFilter(
                Instant.EPOCH,
                Instant.parse("2100-01-01T00:00:00Z"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return PartnerScope.call(partnerId, () -> log.list(partnerId, everything, Optional.empty(), 100)).stream()
                .map(activity -> activity.operation())
                .toList();
    }

    private static ThrowingCallable as(Partner partner, Runnable work) {
        return () -> PartnerScope.run(partner.id(), work);
    }

    private static void assertRefused(Reason reason, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reason())
                .isEqualTo(reason));
    }
}
