package oroshi.portal.orders;

/** What every page of a customer's record shows of the customer. */
public record RecordHead(String customerId, String name) {
    static RecordHead of(CustomerRecord.Opened opened) {
        return new RecordHead(opened.customerId().toString(), opened.name());
    }

    /** Address of the record. */
    public String path() {
        return "/customers/" + customerId;
    }
}
