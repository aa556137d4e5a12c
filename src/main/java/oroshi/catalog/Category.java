package oroshi.catalog;

import java.util.Arrays;
import java.util.Optional;

/** The shelf an item stands on; its rank is the order of the shelves. */
public enum Category {
    ENTERPRISE("Enterprise_Key", 20, "Enterprise", "大企業"),
    SMALL_BUSINESS("SmallBusiness_Key", 30, "Small business", "中小企業"),
    GOVERNMENT("Government_Key", 40, "Government", "政府機関"),
    EDUCATION("Education_Key", 50, "Education", "教育機関"),
    NONPROFIT("Nonprofit_Key", 60, "Nonprofit", "非営利"),
    TRIAL("Trial_Key", 70, "Trial", "試用版"),
    SOFTWARE("Software_Key", 80, "Software", "ソフトウェア"),
    MARKETPLACE("Marketplace_Key", 90, "Marketplace", "マーケットプレース"),
    INTERNAL("Internal_Key", 100, "Internal", "内部");

    private final String id;
    private final int rank;
    private final LocalizedText name;

    Category(String id, int rank, String english, String japanese) {
        this.id = id;
        this.rank = rank;
        this.name = new LocalizedText(english, japanese);
    }

    public String id() {
        return id;
    }

    public int rank() {
        return rank;
    }

    public LocalizedText categoryName() {
        return name;
    }

    /** Finds the category by its id, whatever the letter case. */
    public static Optional<Category> find(String id) {
        return Arrays.stream(values())
                .filter(category -> category.id.equalsIgnoreCase(id.strip()))
                .findFirst();
    }
}
