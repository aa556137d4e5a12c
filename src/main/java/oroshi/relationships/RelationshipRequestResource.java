package oroshi.relationships;

import oroshi.rest.Attributes;

/** The link that invites customers, as the contract names it. */
record RelationshipRequestResource(String url, Attributes attributes) {
    static RelationshipRequestResource of(String url) {
        return new RelationshipRequestResource(url, Attributes.of("RelationshipRequest"));
    }
}
