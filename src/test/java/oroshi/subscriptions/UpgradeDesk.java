package oroshi.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import oroshi.access.TestCallers.Person;
import oroshi.activity.ActivityFilter;
import oroshi.activity.ActivityLog;
import oroshi.basics.CustomerId;
import oroshi.basics.PartnerType;
import oroshi.clock.Clocks;
import oroshi.database.PartnerScope;
import oroshi.orders.Counter;
import oroshi.orders.NewOrderLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where tests upgrade what somebody has. */
@Component
class UpgradeDesk {
    private final Counter counter;
    private final Subscriptions subscriptions;
    private final Clocks clocks;
    private final ActivityLog log;

    UpgradeDesk(Counter counter, Subscriptions subscriptions, Clocks clocks, ActivityLog log) {
        this.counter = counter;
        this.subscriptions = subscriptions;
        this.clocks = clocks;
        this.log = log;
    }

    /** A direct-bill partner with a customer, at the moment. */
    Owner owner(Instant at) {
        var person = counter.partner(PartnerType.DIRECT_BILL, at);
        return new Owner(person, counter.customer(person));
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    static void assertError(HttpResponse<String> answer, int status, int code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).path("code").asInt()).as(answer.body()).isEqualTo(code);
    }

    /** Somebody with a customer that has subscriptions. */
    final class Owner {
        private final Person person;
        private final CustomerId customer;

        Owner(Person person, CustomerId customer) {
            this.person = person;
            this.customer = customer;
        }

        Person person() {
            return person;
        }

        CustomerId customer() {
            return customer;
        }

        Subscription buys(NewOrderLine line) {
            return counter.sold(person, customer, line);
        }

        void at(String moment) {
            clocks.stopAt(person.partnerId(), Instant.parse(moment));
        }

        Subscription read(Subscription subscription) {
            return in(() -> subscriptions.get(person.partnerId(), customer, subscription.id()));
        }

        List<Subscription> all() {
            return in(() -> subscriptions.list(person.partnerId(), customer));
        }

        List<ChargeFact> charges(Subscription subscription) {
            return in(() -> subscriptions.charges(person.partnerId(), subscription.id()));
        }

        Subscription change(Subscription subscription, SubscriptionChange change) {
            return in(() -> subscriptions.update(person.partnerId(), customer, subscription.id(), change));
        }

        /** What the activity log has of this partner. */
        List<String> operations() {
            var everything = new ActivityFilter(
                    Instant.EPOCH,
                    Instant.parse("2100-01-01T00:00:00Z"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            return in(() -> log.list(person.partnerId(), everything, Optional.empty(), 100)).stream()
                    .map(activity -> activity.operation())
                    .toList();
        }

        <T> T in(Supplier<T> work) {
            return PartnerScope.call(person.partnerId(), work);
        }

        HttpResponse<String> get(Subscription subscription, String below) throws Exception {
            return counter.get(person, path(subscription) + below);
        }

        HttpResponse<String> post(Subscription subscription, String below, String body) throws Exception {
            return counter.send(
                    counter.request(person, path(subscription) + below).POST(BodyPublishers.ofString(body)));
        }

        /** As the other, under a request id. */
        HttpResponse<String> post(Subscription subscription, String below, String body, String requestId)
                throws Exception {
            return counter.send(counter.request(person, path(subscription) + below)
                    .header("MS-RequestId", requestId)
                    .POST(BodyPublishers.ofString(body)));
        }

        private String path(Subscription subscription) {
            return "/customers/" + customer + "/subscriptions/" + subscription.id();
        }
    }
}
