package oroshi.orders;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import oroshi.access.TestCallers;
import oroshi.access.TestCallers.Person;
import oroshi.agreements.Agreements;
import oroshi.agreements.NewAttestation;
import oroshi.agreements.Signer;
import oroshi.basics.Cloud;
import oroshi.basics.CustomerId;
import oroshi.basics.Ids;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;
import oroshi.clock.Clocks;
import oroshi.customers.AddressStanding;
import oroshi.customers.AgreementState;
import oroshi.customers.CustomerRules;
import oroshi.customers.Customers;
import oroshi.customers.EmailLimits;
import oroshi.customers.Entries;
import oroshi.customers.NewAccount;
import oroshi.database.PartnerScope;
import oroshi.relationships.Relationships;
import oroshi.subscriptions.SetUp;
import oroshi.subscriptions.Subscription;
import oroshi.subscriptions.Subscriptions;

/** Partners, people and customers that buy over HTTP. */
@Component
public class Counter {
    private final Shop shop;
    private final TestCallers callers;
    private final CustomerRules rules;
    private final Customers customers;
    private final Relationships relationships;
    private final Agreements agreements;
    private final Orders orders;
    private final SetUp setUp;
    private final Subscriptions subscriptions;
    private final Clocks clocks;
    private final TransactionTemplate transactions;
    private final ServletWebServerApplicationContext server;

    Counter(
            Shop shop,
            TestCallers callers,
            CustomerRules rules,
            Customers customers,
            Relationships relationships,
            Agreements agreements,
            Orders orders,
            SetUp setUp,
            Subscriptions subscriptions,
            Clocks clocks,
            TransactionTemplate transactions,
            ServletWebServerApplicationContext server) {
        this.shop = shop;
        this.callers = callers;
        this.rules = rules;
        this.customers = customers;
        this.relationships = relationships;
        this.agreements = agreements;
        this.orders = orders;
        this.setUp = setUp;
        this.subscriptions = subscriptions;
        this.clocks = clocks;
        this.transactions = transactions;
        this.server = server;
    }

    /** The global admin of a Japanese partner whose clock stands at the instant. */
    public Person partner(PartnerType type, Instant at) {
        shop.stock();
        var person = callers.aPartner(type, Cloud.PUBLIC, false);
        clocks.stopAt(person.partnerId(), at);
        return person;
    }

    /** As {@link #partner} for one that only tries things. */
    public Person sandbox(Instant at) {
        shop.stock();
        var person = callers.aSandboxPartner();
        clocks.stopAt(person.partnerId(), at);
        return person;
    }

    /** A Japanese customer whose acceptance of the agreement is on record. */
    public CustomerId customer(Person person) {
        return customer(person, Optional.empty(), true);
    }

    public CustomerId customer(Person person, Optional<PartnerId> reseller, boolean attested) {
        var id = new CustomerId(Ids.next());
        var partnerId = person.partnerId();
        add(partnerId, id, reseller);
        if (attested) {
            PartnerScope.run(partnerId, () -> attest(partnerId, id, "JP"));
        }
        return id;
    }

    /** A customer in the United States whose acceptance of the agreement is on record. */
    CustomerId american(Person person) {
        var id = new CustomerId(Ids.next());
        var partnerId = person.partnerId();
        add(partnerId, id, Optional.empty(), Entries.juniper());
        PartnerScope.run(partnerId, () -> attest(partnerId, id, "US"));
        return id;
    }

    /** Makes the company of this id a customer of the partner. */
    public void add(PartnerId partnerId, CustomerId id, Optional<PartnerId> reseller) {
        add(partnerId, id, reseller, Entries.sakura());
    }

    private void add(PartnerId partnerId, CustomerId id, Optional<PartnerId> reseller, Entries company) {
        PartnerScope.run(
                partnerId,
                () -> transactions.executeWithoutResult(transaction -> {
                    relationships.establish(partnerId, id, reseller, true);
                    customers.add(partnerId, account(id, reseller, company));
                }));
    }

    private NewAccount account(CustomerId id, Optional<PartnerId> reseller, Entries company) {
        var customer = rules.require(company.entry(), EmailLimits.of(Set.of()));
        return new NewAccount(
                id,
                Cloud.PUBLIC,
                "c" + id.toString().replace("-", "").substring(12) + ".onmicrosoft.com",
                customer,
                reseller,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                AgreementState.MISSING,
                AddressStanding.VERIFIED,
                true);
    }

    /** Puts the acceptance of the agreement by a Japanese customer of the partner in scope on record. */
    public void attest(PartnerId partnerId, CustomerId customerId) {
        attest(partnerId, customerId, "JP");
    }

    private void attest(PartnerId partnerId, CustomerId customerId, String country) {
        var now = clocks.of(partnerId).instant();
        var template = agreements.latestTemplate(Cloud.PUBLIC, country, now).orElseThrow();
        var signer = new Signer("直子", "山本", "naoko.yamamoto@sakura-seisakusho.example", "");
        var day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        agreements.attest(
                partnerId,
                customerId,
                NewAttestation.on(day, signer, template, template.languages().getFirst()));
    }

    /** A subscription of the customer that is set up already; nobody asks for the agreement. */
    public Subscription sold(Person person, CustomerId customer, NewOrderLine line) {
        return sold(person, customer, "JP", line);
    }

    /** As the other in the market of the country. */
    public Subscription sold(Person person, CustomerId customer, String country, NewOrderLine line) {
        var partnerId = person.partnerId();
        var buyer = Buyer.of(customer, country, List.of(), Optional.empty());
        return PartnerScope.call(partnerId, () -> {
            var order = orders.place(
                            partnerId,
                            buyer,
                            new NewOrder(List.of(line), person.signInName(), true, true, Optional.empty()))
                    .getFirst();
            var id = order.lines().getFirst().subscriptionId().orElseThrow();
            setUp.run(partnerId, List.of(id));
            return subscriptions.get(partnerId, customer, id);
        });
    }

    public HttpResponse<String> get(Person person, String path) throws Exception {
        return send(request(person, path).GET());
    }

    public HttpResponse<String> post(Person person, String path, String body) throws Exception {
        return send(request(person, path).POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> put(Person person, String path, String body) throws Exception {
        return send(request(person, path).PUT(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> patch(Person person, String path, String body) throws Exception {
        return send(request(person, path).method("PATCH", BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    public HttpRequest.Builder request(Person person, String path) {
        var port = java.util.Objects.requireNonNull(server.getWebServer()).getPort();
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1" + path))
                .header("Authorization", "Bearer " + callers.token(person))
                .header("Content-Type", "application/json");
    }

    /** A golden file with its places filled in. */
    public static String golden(String name, Map<String, String> places) {
        try (var stream = Counter.class.getResourceAsStream("/oroshi/" + name)) {
            var text =
                    new String(java.util.Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
            for (var place : places.entrySet()) {
                text = text.replace("${" + place.getKey() + "}", place.getValue());
            }
            return text;
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
