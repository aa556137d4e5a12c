package oroshi.catalog;

import de.siegmar.fastcsv.writer.CsvWriter;
import oroshi.catalog.LegacySheetTable.LegacyRow;

/** How the legacy price list is written: prices of one currency for a month each. */
final class LegacySheet {
    private LegacySheet() {}

    static void writeHeader(CsvWriter csv) {
        csv.writeRecord(
                "A/C/D/U",
                "Valid-From Date",
                "ValidToDate",
                "Offer Display Name",
                "Offer ID",
                "License Agreement Type",
                "Purchase Unit",
                "Secondary License Type",
                "End Customer Type",
                "List Price",
                "ERP Price");
    }

    static void write(CsvWriter csv, LegacyRow row) {
        csv.writeRecord(
                row.change(),
                SheetTimes.DAYS.start(row.from()),
                SheetTimes.DAYS.end(row.to()),
                row.title(),
                row.offerId(),
                agreementType(row.segment()),
                "1 Month(s)",
                secondaryType(row),
                customerType(row.segment()),
                SheetLayout.amount(row.unitPrice()),
                SheetLayout.amount(row.suggestedPrice()));
    }

    private static String secondaryType(LegacyRow row) {
        if (row.isTrial()) {
            return "TRIAL";
        }
        return row.isAddOn() ? "ADD-ON" : "NON-SPECIFIC";
    }

    private static String agreementType(Segment segment) {
        return switch (segment) {
            case COMMERCIAL, NONPROFIT -> "Corporate";
            case EDUCATION -> "Academic";
            case GOVERNMENT -> "Government";
        };
    }

    private static String customerType(Segment segment) {
        return switch (segment) {
            case COMMERCIAL -> "Cloud reseller corporate";
            case NONPROFIT -> "Cloud reseller charity";
            case EDUCATION -> "Cloud reseller faculty";
            case GOVERNMENT -> "Cloud reseller government";
        };
    }
}
