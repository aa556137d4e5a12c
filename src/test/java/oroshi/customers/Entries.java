package oroshi.customers;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people in the examples typed. */
public record Entries(Map<String, @Nullable String> values) {
    static Entries empty() {
        return new Entries(Map.of());
    }

    /** J1-A1. */
    public static Entries sakura() {
        return empty().with("country", "JP")
                .with("companyName", "株式会社さくら製作所")
                .with("postalCode", "5300001")
                .with("state", "大阪府")
                .with("city", "大阪市北区")
                .with("addressLine1", "梅田3-1-3")
                .with("addressLine2", "ノースゲートビル15階")
                .with("lastName", "山本")
                .with("firstName", "直子")
                .with("email", "naoko.yamamoto@sakura-seisakusho.example")
                .with("phone", "06-5550-0123")
                .with("culture", "JA-jp")
                .with("language", "ja");
    }

    /** J1-A2. */
    public static Entries juniper() {
        return empty().with("country", "us")
                .with("companyName", "Juniper Falls Dental Group, LLC")
                .with("postalCode", "80202")
                .with("state", "CO")
                .with("city", "Denver")
                .with("addressLine1", "1820 Blake Street")
                .with("addressLine2", "Suite 400")
                .with("lastName", "Delgado")
                .with("firstName", "Maria")
                .with("email", "maria@juniperfallsdental.example")
                .with("phone", "3035550100")
                .with("culture", "en-US")
                .with("language", "en");
    }

    /** J1-A19. */
    static Entries anadolu() {
        return empty().with("country", "TR")
                .with("companyName", "Anadolu Yazılım A.Ş.")
                .with("postalCode", "06420")
                .with("city", "Ankara")
                .with("addressLine1", "Atatürk Bulvarı 12")
                .with("lastName", "Yılmaz")
                .with("firstName", "Ayşe")
                .with("email", "ayse@anadolu-yazilim.example")
                .with("phone", "+90 312 555 01 23")
                .with("registrationId", "1234567890")
                .with("culture", "tr-TR");
    }

    public Entries with(String field, @Nullable String value) {
        var changed = new LinkedHashMap<String, @Nullable String>(values);
        changed.put(field, value);
        return new Entries(changed);
    }

    public CustomerEntry entry() {
        return new CustomerEntry(
                values.get("country"),
                values.get("companyName"),
                values.get("addressLine1"),
                values.get("addressLine2"),
                values.get("addressLine3"),
                values.get("city"),
                values.get("state"),
                values.get("region"),
                values.get("postalCode"),
                values.get("registrationId"),
                values.get("culture"),
                values.get("language"),
                values.get("firstName"),
                values.get("lastName"),
                values.get("email"),
                values.get("phone"));
    }
}
