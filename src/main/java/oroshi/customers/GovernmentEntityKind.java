package oroshi.customers;

/** What kind of government customer an organisation of the US government cloud is (J1-11); recorded, not vetted. */
public enum GovernmentEntityKind {
    FEDERAL,
    STATE_OR_LOCAL,
    TRIBAL,
    REGIONAL_OR_INTERSTATE,
    FEDERALLY_FUNDED_RESEARCH_CENTER,
    COMMERCIAL_WITH_REGULATED_DATA
}
