package oroshi;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.joda.money.CurrencyUnit;
import org.springframework.stereotype.Component;
import oroshi.access.Caller;
import oroshi.basics.PartnerId;
import oroshi.clock.Clocks;
import oroshi.demo.DemoPartner;
import oroshi.demo.DemoSheet;
import oroshi.demo.DemoUser;
import oroshi.demo.DemoWorld;
import oroshi.directory.Directory;
import oroshi.directory.DirectoryUser;
import oroshi.partners.Partners;

/**
 * The partners and people of the acceptance examples, as copies that one test has for itself: same names and numbers,
 * other domains. Their clock stands at 2019-04-24 10:00 in Tokyo.
 */
@Component
public class Fixtures {
    /** 10:00 in Tokyo. */
    public static final Instant MORNING = Instant.parse("2019-04-24T01:00:00Z");

    private final DemoWorld world;
    private final Directory directory;
    private final Partners partners;
    private final Clocks clocks;

    Fixtures(DemoWorld world, Directory directory, Partners partners, Clocks clocks) {
        this.world = world;
        this.directory = directory;
        this.partners = partners;
        this.clocks = clocks;
    }

    /** A partner of one test. */
    public record Copy(PartnerId id, DemoPartner sheet) {
        /** The name with which the person signs in; {@link DemoWorld#PASSWORD} is the password. */
        public String signInName(String person) {
            return sheet.signInName(user(person));
        }

        DemoUser user(String person) {
            return sheet.users().stream()
                    .filter(user -> user.name().equals(person))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** 青空クラウド株式会社: direct-bill, Japan. */
    public Copy aozora() {
        return copy("P-JP");
    }

    /** Cedar Ridge Cloud, Inc.: direct-bill, United States. */
    public Copy cedarRidge() {
        return copy("P-US");
    }

    /** A direct-bill partner like Cedar Ridge, but at home in the Emirates, whose market region is MECEE. */
    public Copy emirates() {
        return enrol(sheet(DemoSheet.partner("P-US"), "AE", true));
    }

    /** A direct-bill partner like Cedar Ridge, but at home in Italy, where the demonstration sells little. */
    public Copy roma() {
        var cedar = DemoSheet.partner("P-US");
        return enrol(sheet(cedar, "IT", DemoSheet.partner("P-DE").currency(), true, false, cedar.mpnId()));
    }

    /** A direct-bill partner like Cedar Ridge that has not signed the partner agreement. */
    public Copy unsigned() {
        return enrol(sheet(DemoSheet.partner("P-US"), "US", false));
    }

    /** Cedar Ridge Sandbox: direct-bill, United States, only for trying things. */
    public Copy sandbox() {
        return copy("S-US");
    }

    /** An indirect provider like Rheinland that only tries things; it has no reseller. */
    public Copy sandboxProvider() {
        return enrol(
                sheet(DemoSheet.partner("P-DE"), "DE", DemoSheet.partner("P-DE").currency(), true, true, "4390408"));
    }

    /** A direct-bill partner like Cedar Ridge that has no number in the partner programme. */
    public Copy unlisted() {
        return enrol(
                sheet(DemoSheet.partner("P-US"), "US", DemoSheet.partner("P-US").currency(), true, false, ""));
    }

    /** A direct-bill partner like Cedar Ridge that registers domains for its customers. */
    public Copy registrar() {
        var copy = cedarRidge();
        partners.qualify(copy.id(), Set.of("DomainRegistrar"));
        return copy;
    }

    /** Potomac Federal Cloud LLC: direct-bill, US government cloud. */
    public Copy potomac() {
        return copy("P-GOV");
    }

    /** Rheinland Distribution GmbH, an indirect provider in Germany, and its resellers, by their codes. */
    public Map<String, Copy> rheinlandWithResellers() {
        var copies = new HashMap<String, Copy>();
        for (var code : List.of("P-DE", "R-DE1", "R-AT1", "R-DE2")) {
            copies.put(code, copy(code));
        }
        connect(copies);
        return copies;
    }

    /** As the other, with numbers in the partner programme that nobody else has: orders name resellers by them. */
    public Map<String, Copy> distributorWithResellers() {
        var copies = new HashMap<String, Copy>();
        for (var code : List.of("P-DE", "R-DE1", "R-AT1", "R-DE2")) {
            var original = DemoSheet.partner(code);
            var number = String.valueOf(ThreadLocalRandom.current().nextInt(2_000_000, 3_900_000));
            copies.put(
                    code,
                    enrol(sheet(
                            original,
                            original.country(),
                            original.currency(),
                            original.agreementSigned(),
                            original.sandbox(),
                            number)));
        }
        connect(copies);
        return copies;
    }

    private void connect(Map<String, Copy> copies) {
        var provider = Objects.requireNonNull(copies.get("P-DE"));
        copies.values().stream()
                .filter(each -> !each.equals(provider))
                .forEach(reseller -> world.connect(provider.id(), reseller.id()));
    }

    /** Rheinland Distribution GmbH without any reseller. */
    public Copy rheinland() {
        return copy("P-DE");
    }

    /** Hanse IT-Systeme GmbH, an indirect reseller in Germany that has no provider yet. */
    public Copy hanse() {
        return copy("R-DE1");
    }

    /** 東都ディストリビューション株式会社, an indirect provider in Japan, and its reseller 有限会社みなとシステム, by their codes. */
    public Map<String, Copy> totoWithReseller() {
        var provider = copy("P-JPP");
        var reseller = copy("R-JP1");
        world.connect(provider.id(), reseller.id());
        return Map.of("P-JPP", provider, "R-JP1", reseller);
    }

    /** 有限会社みなとシステム, an indirect reseller in Japan that has no provider yet. */
    public Copy minato() {
        return copy("R-JP1");
    }

    /** The person as a caller, as a session would have it. */
    public Caller caller(Copy partner, String person) {
        var user = user(partner, person);
        return new Caller(
                partner.id(),
                partner.sheet().type(),
                partner.sheet().cloud(),
                Optional.of(user.id()),
                Optional.empty(),
                user.signInName(),
                user.roles(),
                false);
    }

    private DirectoryUser user(Copy partner, String person) {
        var name = partner.signInName(person);
        return directory.users(partner.id().tenantId()).stream()
                .filter(user -> user.signInName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Copy copy(String code) {
        var original = DemoSheet.partner(code);
        return enrol(sheet(original, original.country(), original.agreementSigned()));
    }

    private Copy enrol(DemoPartner sheet) {
        stock();
        var id = world.enrol(sheet);
        clocks.stopAt(id, MORNING);
        return new Copy(id, sheet);
    }

    /** The price lists must not be loaded twice at once. */
    private synchronized void stock() {
        world.stock();
    }

    private static DemoPartner sheet(DemoPartner original, String country, boolean agreementSigned) {
        return sheet(original, country, original.currency(), agreementSigned, original.sandbox(), original.mpnId());
    }

    private static DemoPartner sheet(
            DemoPartner original,
            String country,
            CurrencyUnit currency,
            boolean agreementSigned,
            boolean sandbox,
            String mpnId) {
        var mark = UUID.randomUUID().toString().replace("-", "").substring(0, 10);
        return new DemoPartner(
                original.code(),
                original.type(),
                original.cloud(),
                country,
                currency,
                original.name(),
                "p" + mark,
                mark + "." + original.domain(),
                mpnId,
                original.culture(),
                original.zone(),
                agreementSigned,
                sandbox,
                original.provider(),
                original.users());
    }
}
