package oroshi.agreements;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import oroshi.access.Operator;
import oroshi.basics.Ids;
import oroshi.basics.Refusal;
import oroshi.rest.RestRefusal;

/** The templates of all agreements, countries and versions. What another node publishes is seen after five seconds. */
@Service
public class Templates implements SmartInitializingSingleton {
    private static final String ALL = "all";
    private static final Comparator<AgreementTemplate> BY_RANK =
            Comparator.comparingInt(AgreementTemplate::versionRank);

    private final TemplateTable table;
    private final DocumentTable documents;
    private final Clock clock = Clock.systemUTC();
    private final TransactionTemplate transaction;
    private final LoadingCache<String, List<AgreementTemplate>> known;

    Templates(TemplateTable table, DocumentTable documents, TransactionTemplate transaction) {
        this.table = table;
        this.documents = documents;
        this.transaction = transaction;
        this.known =
                Caffeine.newBuilder().refreshAfterWrite(Duration.ofSeconds(5)).build(all -> table.list());
    }

    /** Brings the first editions along. */
    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> table.insert(AgreementData.firstEditions()));
        known.invalidateAll();
    }

    /** Every type of agreement, in the operator's order. */
    public List<AgreementType> types() {
        return AgreementData.types();
    }

    /** Every template, by type, country and version. */
    public List<AgreementTemplate> list() {
        return Objects.requireNonNull(known.get(ALL));
    }

    /** The templates of the country, by type and version. */
    public List<AgreementTemplate> list(String country) {
        return list().stream()
                .filter(template -> template.country().equalsIgnoreCase(country))
                .toList();
    }

    /** The version of the agreement in effect in the country on the day. */
    public Optional<AgreementTemplate> latest(AgreementType type, String country, LocalDate day) {
        return versions(type, country).stream()
                .filter(template -> !template.effectiveFrom().isAfter(day))
                .max(BY_RANK);
    }

    /** The next version after that one, if it is in effect on the day. */
    Optional<AgreementTemplate> successor(AgreementTemplate template, LocalDate day) {
        return versions(template.type(), template.country()).stream()
                .filter(other -> other.versionRank() > template.versionRank())
                .filter(other -> !other.effectiveFrom().isAfter(day))
                .min(BY_RANK);
    }

    /** One version of the agreement in one country. */
    Optional<AgreementTemplate> find(AgreementType type, String country, int versionRank) {
        return versions(type, country).stream()
                .filter(template -> template.versionRank() == versionRank)
                .findFirst();
    }

    /**
     * What the edition means for the country: its own version there, or the one before when the edition didn't change
     * that country's text. Ids are compared as they are written.
     */
    Optional<AgreementTemplate> ofEdition(String templateId, String country) {
        return list().stream()
                .filter(template -> template.templateId().equals(templateId))
                .findFirst()
                .flatMap(edition -> versions(edition.type(), country).stream()
                        .filter(template -> template.versionRank() <= edition.versionRank())
                        .max(BY_RANK));
    }

    /** One template of each edition that is in effect somewhere on the day; the newest edition of a type comes first. */
    List<AgreementTemplate> editions(LocalDate day) {
        return types().stream()
                .flatMap(type -> list().stream()
                        .filter(template -> template.type().equals(type))
                        .filter(template -> !template.effectiveFrom().isAfter(day))
                        .filter(distinctEdition())
                        .sorted(BY_RANK.reversed()))
                .toList();
    }

    /**
     * Publishes a new version for the countries: a new edition that needs a new acceptance from the day on. Countries
     * that it doesn't name keep their text.
     */
    public AgreementTemplate publish(AgreementType type, List<String> countries, LocalDate effectiveFrom) {
        var rank = list().stream()
                        .filter(template -> template.type().equals(type))
                        .mapToInt(AgreementTemplate::versionRank)
                        .max()
                        .orElse(-1)
                + 1;
        var edition = Ids.next().toString();
        var published = countries.stream()
                .map(country -> new AgreementTemplate(
                        type, edition, country.toUpperCase(Locale.ROOT), rank, effectiveFrom, languages(type, country)))
                .toList();
        transaction.executeWithoutResult(status -> table.insert(published));
        known.invalidateAll();
        return find(type, countries.getFirst(), rank).orElseThrow();
    }

    /**
     * Publishes the version with its documents, or refuses when a country has it or a later one already. Nobody changes
     * what was published.
     */
    List<AgreementTemplate> publish(NewVersion version, Operator operator) {
        var published = version.countries().stream()
                .map(country -> template(version, country))
                .toList();
        transaction.executeWithoutResult(status -> store(published, version, operator));
        known.invalidateAll();
        return published;
    }

    private AgreementTemplate template(NewVersion version, String country) {
        var before = versions(version.type(), country).stream().max(BY_RANK);
        before.ifPresent(latest -> requireLater(latest, version));
        return new AgreementTemplate(
                version.type(),
                edition(version),
                country,
                version.version(),
                version.effectiveFrom(),
                version.languages());
    }

    private static void requireLater(AgreementTemplate latest, NewVersion version) {
        if (latest.versionRank() >= version.version()) {
            throw Refusal.because(
                    AgreementRefusal.VERSION_PUBLISHED, version.version(), latest.country(), latest.versionRank());
        }
        if (version.effectiveFrom().isBefore(latest.effectiveFrom())) {
            throw Refusal.of(
                    "effectiveFrom",
                    RestRefusal.INVALID_VALUE,
                    "the version before is in effect from " + latest.effectiveFrom());
        }
    }

    /** All countries of a version share the id that clients know it by. */
    private String edition(NewVersion version) {
        return list().stream()
                .filter(template -> template.type().equals(version.type()))
                .filter(template -> template.versionRank() == version.version())
                .map(AgreementTemplate::templateId)
                .findFirst()
                .orElse(version.edition());
    }

    private void store(List<AgreementTemplate> published, NewVersion version, Operator operator) {
        for (var template : published) {
            if (!table.insertNew(template)) {
                throw Refusal.because(
                        AgreementRefusal.VERSION_PUBLISHED,
                        template.versionRank(),
                        template.country(),
                        template.versionRank());
            }
            version.documents()
                    .forEach(document -> documents.insert(template, document, operator.name(), clock.instant()));
        }
    }

    /** The type by its name in the API, or none. */
    Optional<AgreementType> findByWireName(String wireName) {
        return types().stream()
                .filter(AgreementType::attestable)
                .filter(type -> type.wireName().equalsIgnoreCase(wireName.replace("_", "")))
                .findFirst();
    }

    /** What the edition is an edition of; empty when none has the id, written exactly so. */
    Optional<AgreementType> typeOfEdition(String templateId) {
        return list().stream()
                .filter(template -> template.templateId().equals(templateId))
                .findFirst()
                .map(AgreementTemplate::type);
    }

    /** The template in effect, or a refusal that no template exists for the country. */
    AgreementTemplate require(AgreementType type, String country, LocalDate day) {
        return latest(type, country, day).orElseThrow(() -> Refusal.because(AgreementRefusal.NO_TEMPLATE, country));
    }

    private List<String> languages(AgreementType type, String country) {
        return versions(type, country).stream()
                .max(BY_RANK)
                .map(AgreementTemplate::languages)
                .orElse(List.of("en"));
    }

    private List<AgreementTemplate> versions(AgreementType type, String country) {
        return list(country).stream()
                .filter(template -> template.type().equals(type))
                .toList();
    }

    private static java.util.function.Predicate<AgreementTemplate> distinctEdition() {
        var seen = new java.util.HashSet<String>();
        return template -> seen.add(template.templateId());
    }
}
