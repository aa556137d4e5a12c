package oroshi.customers;

/** Which part of education an education customer serves. */
public enum EducationSegment {
    K12("K12"),
    HIGHER_EDUCATION("HigherEducation");

    private final String wireName;

    EducationSegment(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
