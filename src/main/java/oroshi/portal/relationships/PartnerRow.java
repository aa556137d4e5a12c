package oroshi.portal.relationships;

import oroshi.relationships.Partnership;

/** One line of the list of resellers or providers. */
public record PartnerRow(Partnership partnership, long customers) {
    public String id() {
        return partnership.other().id().toString();
    }

    public String name() {
        return partnership.other().legalName();
    }
}
