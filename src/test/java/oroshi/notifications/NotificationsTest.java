package oroshi.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import oroshi.Clerk;
import oroshi.Fixtures;
import oroshi.Fixtures.Copy;
import oroshi.OroshiTest;
import oroshi.access.Role;
import oroshi.access.TestCallers;
import oroshi.access.TestCallers.Person;
import oroshi.access.tokens.TestTokens;
import oroshi.agreements.DirectAcceptances;
import oroshi.agreements.Templates;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;
import oroshi.basics.Refusal;
import oroshi.basics.SubscriptionId;
import oroshi.basics.TenantId;
import oroshi.basics.UserId;
import oroshi.clock.Clocks;
import oroshi.database.PartnerScope;
import oroshi.orders.Counter;
import oroshi.relationships.Invitation;
import oroshi.relationships.Invitations;
import oroshi.relationships.Partnerships;
import oroshi.subscriptions.SubscriptionChanged;

/** Who is told what, and until when. */
@OroshiTest
@Isolated("what it publishes of agreements holds for every partner whose clock has reached the day")
class NotificationsTest {
    private static final String TRIAL = """
            {"lineItems":[{"id":0,"catalogItemId":"TRIAL-ENT3","quantity":25,"billingCycle":"none"}]}""";

    private static final String ANNUAL = """
            {"lineItems":[{"id":0,"catalogItemId":"ENT-3","quantity":2,"billingCycle":"annual"}]}""";

    @Autowired
    private Notifications notifications;

    @Autowired
    private CalendarRun calendar;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private TestCallers callers;

    @Autowired
    private Counter counter;

    @Autowired
    private DirectAcceptances acceptances;

    @Autowired
    private Partnerships partnerships;

    @Autowired
    private Invitations invitations;

    @Autowired
    private Templates templates;

    @Autowired
    private Clocks clocks;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transactions;

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("J2-A8 when the customer's admin accepts, admin agents and sales agents are told, and nobody else")
    void tellsOfAnAcceptance() {
        var aozora = fixtures.aozora();
        var customer = customer(aozora);
        var admin = new DirectAcceptances.Person(UserId.next(), "admin@midori.example", true);

        acceptances.accept(customer.tenantId(), admin, "ja", "192.0.2.7");

        for (var person : List.of("ken.sato", "misaki.suzuki")) {
            assertThat(told(aozora, person)).singleElement().satisfies(notification -> {
                assertThat(notification.kind()).isEqualTo(NotificationKind.AGREEMENT_ACCEPTED);
                assertThat(notification.customerId()).contains(customer);
                assertThat(notification.fact("acceptedBy")).isEqualTo("admin@midori.example");
                assertThat(notification.occurredAt()).isEqualTo(Fixtures.MORNING);
            });
            assertThat(unread(aozora, person)).isEqualTo(1);
        }
        for (var person : List.of("ren.ito", "sho.takahashi", "aoi.tanaka", "yui.watanabe")) {
            assertThat(told(aozora, person)).isEmpty();
        }
    }

    @Test
    @DisplayName("3.3 both sides of a new partnership are told, once")
    void tellsBothSidesOfAPartnership() {
        var copies = fixtures.rheinlandWithResellers();
        var provider = Objects.requireNonNull(copies.get("P-DE"));
        var reseller = Objects.requireNonNull(copies.get("R-DE1"));
        PartnerScope.run(provider.id(), () -> partnerships.remove(provider.id(), reseller.id()));
        var before = told(provider, "lena.vogt").size();
        var link = PartnerScope.call(provider.id(), () -> invitations.get(provider.id(), Invitation.Kind.PARTNERSHIP));
        for (var time = 0; time < 2; time++) {
            PartnerScope.run(
                    reseller.id(), () -> partnerships.accept(reseller.id(), provider.id(), link.token(), true));
        }

        assertThat(told(provider, "lena.vogt")).hasSize(before + 1).first().satisfies(notification -> assertThat(
                        notification.fact("partner"))
                .isEqualTo("Hanse IT-Systeme GmbH"));
        assertThat(told(reseller, "jan.petersen").getFirst().fact("partner")).isEqualTo("Rheinland Distribution GmbH");
    }

    @Test
    @DisplayName("J1-20 a set-up that failed is told, one that is done is not")
    void tellsOfASetUpThatFailed() {
        var aozora = fixtures.aozora();
        var customer = CustomerId.of(TenantId.next());
        for (var status : List.of("ACTIVE", "SET_UP_FAILED")) {
            publish(
                    aozora.id(),
                    new SubscriptionChanged(
                            aozora.id(),
                            new SubscriptionId(Ids.next()),
                            Optional.of(customer),
                            Map.of("status", "SETTING_UP"),
                            Map.of("status", status)));
        }
        assertThat(told(aozora, "ken.sato"))
                .extracting(Notification::kind)
                .containsExactly(NotificationKind.SET_UP_FAILED);
    }

    @Test
    @DisplayName("J5-13 a trial that ends within seven days is told once, to admin agents and sales agents")
    void tellsOfATrialThatEnds() {
        var aozora = fixtures.aozora();
        var clerk = clerk(aozora);
        var customer =
                clerk.onboard("onboarding/add-sakura.request.json", Map.of()).customer();
        order(clerk, customer, TRIAL);

        lookAt(aozora, "2019-05-15T01:00:00Z");
        assertThat(told(aozora, "ken.sato")).isEmpty();
        lookAt(aozora, "2019-05-17T01:00:00Z");
        lookAt(aozora, "2019-05-18T01:00:00Z");
        assertThat(told(aozora, "misaki.suzuki")).singleElement().satisfies(notification -> {
            assertThat(notification.kind()).isEqualTo(NotificationKind.TRIAL_ENDING);
            assertThat(notification.fact("lastDay")).isEqualTo("2019-05-23");
        });
        assertThat(told(aozora, "sho.takahashi")).isEmpty();
    }

    @Test
    @DisplayName("2.2 from 30 days before a renewal, people are told that a new version must be accepted")
    void tellsOfANewVersion() {
        var bought = Instant.parse("2030-06-01T01:00:00Z");
        var partner = counter.partner(PartnerType.DIRECT_BILL, bought).partnerId();
        var agent = callers.aPersonOf(partner, Role.ADMIN_AGENT);
        var customer = counter.customer(agent);
        order(new Clerk(port, callers.token(agent)), customer.toString(), ANNUAL);

        lookAt(partner, "2031-05-20T01:00:00Z");
        assertThat(told(agent)).as("while the version is the latest").isEmpty();
        var type = templates.types().stream()
                .filter(each -> each.key().equals("customer-agreement"))
                .findFirst()
                .orElseThrow();
        templates.publish(type, List.of("JP"), LocalDate.of(2031, 1, 1));
        lookAt(partner, "2031-04-20T01:00:00Z");
        assertThat(told(agent)).as("long before the renewal").isEmpty();
        lookAt(partner, "2031-05-20T01:00:00Z");
        lookAt(partner, "2031-05-21T01:00:00Z");
        assertThat(told(agent)).singleElement().satisfies(notification -> {
            assertThat(notification.kind()).isEqualTo(NotificationKind.AGREEMENT_NEW_VERSION);
            assertThat(notification.customerId()).contains(customer);
            assertThat(notification.fact("effectiveFrom")).isEqualTo("2031-01-01");
        });
    }

    @Test
    void remembersWhatEachPersonHasRead() {
        var aozora = fixtures.aozora();
        var customer = CustomerId.of(TenantId.next());
        for (var subject = 0; subject < 3; subject++) {
            tell(aozora, "subject " + subject, customer);
            tell(aozora, "subject " + subject, customer);
        }
        var sato = person(aozora, "ken.sato");
        var list = told(aozora, "ken.sato");
        assertThat(list).hasSize(3);
        assertThat(unread(aozora, "ken.sato")).isEqualTo(3);

        as(aozora, () -> notifications.markRead(aozora.id(), sato, list.get(1).id()));
        assertThat(unread(aozora, "ken.sato")).isEqualTo(2);
        assertThat(told(aozora, "ken.sato")).extracting(Notification::unread).containsExactly(true, false, true);
        assertThat(unread(aozora, "misaki.suzuki")).isEqualTo(3);
        as(aozora, () -> notifications.markAllRead(aozora.id(), sato));
        assertThat(unread(aozora, "ken.sato")).isZero();

        var next = as(
                aozora,
                () -> notifications.list(
                        aozora.id(), sato, Optional.of(list.get(1).id()), 10));
        assertThat(next)
                .extracting(Notification::id)
                .containsExactly(list.get(2).id());
    }

    @Test
    void showsAndMarksNothingThatOthersWereTold() {
        var aozora = fixtures.aozora();
        var other = fixtures.aozora();
        tell(aozora, "theirs", CustomerId.of(TenantId.next()));
        var theirs = told(aozora, "ken.sato").getFirst().id();

        assertThat(told(other, "ken.sato")).isEmpty();
        assertThatThrownBy(() -> as(other, () -> notifications.markRead(other.id(), person(other, "ken.sato"), theirs)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() ->
                        as(aozora, () -> notifications.markRead(aozora.id(), person(aozora, "sho.takahashi"), theirs)))
                .isInstanceOf(Refusal.class);
        assertThat(unread(aozora, "ken.sato")).isEqualTo(1);
    }

    @Test
    void forgetsWhatIsOld() {
        var aozora = fixtures.aozora();
        tell(aozora, "old", CustomerId.of(TenantId.next()));
        clocks.stopAt(aozora.id(), Fixtures.MORNING.plus(Duration.ofDays(89)));
        lookAt(aozora, Fixtures.MORNING.plus(Duration.ofDays(89)).toString());
        assertThat(told(aozora, "ken.sato")).hasSize(1);
        lookAt(aozora, Fixtures.MORNING.plus(Duration.ofDays(91)).toString());
        assertThat(told(aozora, "ken.sato")).isEmpty();
    }

    private void tell(Copy partner, String subject, CustomerId customer) {
        var news = new News(NotificationKind.TRIAL_ENDING, subject, Optional.of(customer), Map.of());
        as(partner, () -> notifications.tell(partner.id(), news));
    }

    private void lookAt(Copy partner, String instant) {
        lookAt(partner.id(), instant);
    }

    private void lookAt(PartnerId partner, String instant) {
        clocks.stopAt(partner, Instant.parse(instant));
        PartnerScope.run(partner, () -> calendar.run(partner));
    }

    private static void order(Clerk clerk, String customer, String lines) {
        var path = "/v1/customers/" + customer + "/carts";
        var cart = Clerk.json(clerk.call("POST", path, lines)).path("id").asString();
        var ordered = clerk.call("POST", path + "/" + cart + "/checkout", "null");
        assertThat(ordered.statusCode()).as(ordered.body()).isEqualTo(201);
        settled(clerk, customer);
    }

    private void publish(PartnerId partnerId, SubscriptionChanged event) {
        PartnerScope.run(partnerId, () -> transactions.executeWithoutResult(transaction -> events.publishEvent(event)));
    }

    private List<Notification> told(Copy partner, String person) {
        return as(partner, () -> notifications.list(partner.id(), person(partner, person), Optional.empty(), 50));
    }

    private List<Notification> told(Person person) {
        return PartnerScope.call(
                person.partnerId(),
                () -> notifications.list(person.partnerId(), person.userId(), Optional.empty(), 50));
    }

    private int unread(Copy partner, String person) {
        return as(partner, () -> notifications.unread(partner.id(), person(partner, person)));
    }

    private UserId person(Copy partner, String name) {
        return fixtures.caller(partner, name).userId().orElseThrow();
    }

    private CustomerId customer(Copy partner) {
        return new CustomerId(UUID.fromString(clerk(partner)
                .onboard("onboarding/add-sakura.request.json", Map.of())
                .customer()));
    }

    private Clerk clerk(Copy partner) {
        return new Clerk(port, tokens.of(partner.id(), person(partner, "ken.sato")));
    }

    /** Waits until everything that the customer ordered is set up. */
    private static void settled(Clerk clerk, String customer) {
        var path = "/v1/customers/" + customer + "/orders";
        for (var look = 0; look < 1_000 && clerk.get(path).body().contains("\"pending\""); look++) {
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static void as(Copy partner, Runnable work) {
        PartnerScope.run(partner.id(), work);
    }

    private static <T> T as(Copy partner, Supplier<T> work) {
        return PartnerScope.call(partner.id(), work);
    }
}
