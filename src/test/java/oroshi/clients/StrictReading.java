package oroshi.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads an answer as the strictest of the libraries does: exact names, exact words, nothing that is null. */
final class StrictReading {
    private static final Set<String> USER_STATES = Set.of("active", "inactive");

    /** The words that a member of a resource may have; the Java library reads them with their case. */
    private static final Map<String, Set<String>> WORDS = Map.ofEntries(
            Map.entry(
                    "Customer.relationshipToPartner", Set.of("unknown", "reseller", "advisor", "syndication", "none")),
            Map.entry("CustomerUser.state", USER_STATES),
            Map.entry("CustomerUser.userDomainType", Set.of("none", "managed", "federated")),
            Map.entry(
                    "PartnerRelationship.relationshipType",
                    Set.of("is_indirect_reseller_of", "is_indirect_cloud_solution_provider_of")),
            Map.entry(
                    "AgreementMetaData.agreementType", Set.of("MicrosoftCloudAgreement", "MicrosoftCustomerAgreement")),
            Map.entry("LegalBusinessProfile.vettingStatus", Set.of("none", "pending", "authorized", "rejected")),
            Map.entry(".licenseGroupId", Set.of("none", "group1", "group2")),
            Map.entry(".targetType", Set.of("User", "Tenant")),
            Map.entry(".vettingStatus", Set.of("None", "Denied", "Approved", "InReview", "Expired")),
            Map.entry(".qualification", Set.of("Education", "GovernmentCommunityCloud", "StateOwnedEntity")),
            Map.entry(".method", Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD")));

    private StrictReading() {}

    static void check(JsonNode answer, String where) {
        if (answer.isNull()) {
            fail(where + " is null");
        }
        if (answer.isObject()) {
            var type = answer.at("/attributes/objectType").asString("");
            answer.forEachEntry((name, value) -> checkMember(type, name, value, where + "." + name));
        }
        if (answer.isArray()) {
            answer.forEach(item -> check(item, where + "[]"));
        }
    }

    private static void checkMember(String type, String name, JsonNode value, String where) {
        assertThat(name).as(where).matches("[a-z][A-Za-z0-9]*");
        if (name.equals("links")) {
            value.forEach(link -> checkLink(link, where));
        }
        if (name.equals("attributes")) {
            assertThat(value.path("objectType").asString("")).as(where).isNotEmpty();
        }
        var words = WORDS.getOrDefault(type + "." + name, WORDS.getOrDefault("." + name, Set.of()));
        if (!words.isEmpty()) {
            assertThat(value.asString()).as(where).isIn(words);
        }
        check(value, where);
    }

    /** Relative to the version, which the libraries put in front. */
    private static void checkLink(JsonNode link, String where) {
        assertThat(link.path("uri").asString()).as(where).startsWith("/").doesNotStartWith("/v1");
        assertThat(link.path("headers").isArray()).as(where).isTrue();
        assertThat(link.has("method")).as(where).isTrue();
    }

    /** A page: the .NET library reads the next link without asking whether there are links. */
    static void checkPage(JsonNode page) {
        assertThat(page.path("links").isObject()).as(page.toString()).isTrue();
        assertThat(page.path("totalCount").asInt()).isEqualTo(page.path("items").size());
        assertThat(page.at("/attributes/objectType").asString()).isEqualTo("Collection");
        assertThat(page.has("continuationToken"))
                .isEqualTo(page.at("/links/next").isObject());
    }
}
