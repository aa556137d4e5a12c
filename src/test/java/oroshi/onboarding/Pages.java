package oroshi.onboarding;

import java.util.UUID;

/** What the people of the examples type into Account info. */
final class Pages {
    private Pages() {}

    static String anyDomain() {
        return "d" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    }

    /** 株式会社さくら製作所 of the first example. */
    static AccountInput sakura(String domain) {
        return AccountInput.EMPTY
                .with(AccountField.COUNTRY, "JP")
                .with(AccountField.COMPANY_NAME, "株式会社さくら製作所")
                .with(AccountField.DOMAIN_PREFIX, domain)
                .with(AccountField.POSTAL_CODE, "5300001")
                .with(AccountField.STATE, "大阪府")
                .with(AccountField.CITY, "大阪市北区")
                .with(AccountField.ADDRESS_LINE_1, "梅田3-1-3")
                .with(AccountField.ADDRESS_LINE_2, "ノースゲートビル15階")
                .with(AccountField.CULTURE, "ja-JP")
                .with(AccountField.CONTACT_LAST_NAME, "山本")
                .with(AccountField.CONTACT_FIRST_NAME, "直子")
                .with(AccountField.CONTACT_EMAIL, "naoko.yamamoto@sakura-seisakusho.example")
                .with(AccountField.CONTACT_PHONE, "06-5550-0123")
                .with(AccountField.AGREEMENT_MODE, "accepted")
                .with(AccountField.AGREEMENT_DATE, "2019-04-22");
    }

    /** Juniper Falls Dental Group, LLC of the second example. */
    static AccountInput juniper(String domain) {
        return AccountInput.EMPTY
                .with(AccountField.COUNTRY, "US")
                .with(AccountField.COMPANY_NAME, "Juniper Falls Dental Group, LLC")
                .with(AccountField.DOMAIN_PREFIX, domain)
                .with(AccountField.POSTAL_CODE, "80202")
                .with(AccountField.STATE, "CO")
                .with(AccountField.CITY, "Denver")
                .with(AccountField.ADDRESS_LINE_1, "1820 Blake Street")
                .with(AccountField.ADDRESS_LINE_2, "Suite 400")
                .with(AccountField.CULTURE, "en-US")
                .with(AccountField.CONTACT_FIRST_NAME, "Maria")
                .with(AccountField.CONTACT_LAST_NAME, "Delgado")
                .with(AccountField.CONTACT_EMAIL, "maria@juniperfallsdental.example")
                .with(AccountField.AGREEMENT_MODE, "accepted")
                .with(AccountField.AGREEMENT_DATE, "2019-04-23");
    }

    /** Nordlicht Maschinenbau GmbH of the fourth example. */
    static AccountInput nordlicht(String domain) {
        return AccountInput.EMPTY
                .with(AccountField.COUNTRY, "DE")
                .with(AccountField.COMPANY_NAME, "Nordlicht Maschinenbau GmbH")
                .with(AccountField.DOMAIN_PREFIX, domain)
                .with(AccountField.POSTAL_CODE, "20457")
                .with(AccountField.CITY, "Hamburg")
                .with(AccountField.ADDRESS_LINE_1, "Speicherstraße 12")
                .with(AccountField.CULTURE, "de-DE")
                .with(AccountField.CONTACT_FIRST_NAME, "Jörg")
                .with(AccountField.CONTACT_LAST_NAME, "Weiß")
                .with(AccountField.CONTACT_EMAIL, "j.weiss@nordlicht-maschinenbau.example")
                .with(AccountField.AGREEMENT_MODE, "accepted")
                .with(AccountField.AGREEMENT_DATE, "2019-04-24")
                .with(AccountField.RESELLER, "none");
    }

    /** County of Prairie Bend of the third example. */
    static AccountInput prairieBend(String domain) {
        return AccountInput.EMPTY
                .with(AccountField.COUNTRY, "US")
                .with(AccountField.COMPANY_NAME, "County of Prairie Bend, Office of the Clerk")
                .with(AccountField.DOMAIN_PREFIX, domain)
                .with(AccountField.POSTAL_CODE, "66002")
                .with(AccountField.STATE, "KS")
                .with(AccountField.CITY, "Prairie Bend")
                .with(AccountField.ADDRESS_LINE_1, "200 Courthouse Square")
                .with(AccountField.CULTURE, "en-US")
                .with(AccountField.CONTACT_FIRST_NAME, "Walter")
                .with(AccountField.CONTACT_LAST_NAME, "Boone")
                .with(AccountField.CONTACT_EMAIL, "wboone@prairiebend.example")
                .with(AccountField.GOV_ENTITY_KIND, "STATE_OR_LOCAL");
    }

    /** A company in Türkiye without registration id and phone. */
    static AccountInput istanbul(String domain) {
        return AccountInput.EMPTY
                .with(AccountField.COUNTRY, "TR")
                .with(AccountField.COMPANY_NAME, "Karanfil Lojistik Anonim Şirketi")
                .with(AccountField.DOMAIN_PREFIX, domain)
                .with(AccountField.POSTAL_CODE, "34394")
                .with(AccountField.STATE, "İstanbul")
                .with(AccountField.CITY, "Şişli")
                .with(AccountField.ADDRESS_LINE_1, "Büyükdere Caddesi 195")
                .with(AccountField.CULTURE, "tr-TR")
                .with(AccountField.CONTACT_FIRST_NAME, "Elif")
                .with(AccountField.CONTACT_LAST_NAME, "Aydın")
                .with(AccountField.CONTACT_EMAIL, "elif.aydin@karanfil-lojistik.example")
                .with(AccountField.AGREEMENT_MODE, "accepted")
                .with(AccountField.AGREEMENT_DATE, "2019-04-22");
    }

    static LineInput line(String code, int quantity, String cycle) {
        return new LineInput(code, "", String.valueOf(quantity), cycle, "");
    }
}
