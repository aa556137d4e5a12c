package oroshi.catalog;

import java.time.Period;

/** Says terms and plans in words: "1 year, paid monthly", 「1 年、毎月払い」. */
final class TermText {
    private TermText() {}

    static String of(Plan plan, WireLocale locale) {
        var cycle = cycle(plan.billingCycle(), locale);
        if (plan.term().isUnlimited()) {
            return cycle;
        }
        return of(plan.term(), locale) + (locale.isJapanese() ? "、" : ", ") + cycle;
    }

    static String of(Term term, WireLocale locale) {
        var duration = term.duration();
        if (duration.getYears() > 0) {
            return counted(duration.getYears(), "year", "年", locale);
        }
        return duration.getMonths() > 0
                ? counted(duration.getMonths(), "month", "か月", locale)
                : counted(days(duration), "day", "日", locale);
    }

    @SuppressWarnings("JavaPeriodGetDays") // a term of days has neither months nor years
    private static int days(Period duration) {
        return duration.getDays();
    }

    private static String counted(int number, String english, String japanese, WireLocale locale) {
        if (locale.isJapanese()) {
            return number + " " + japanese;
        }
        return number == 1 ? "1 " + english : number + " " + english + "s";
    }

    private static String cycle(BillingCycle cycle, WireLocale locale) {
        return switch (cycle) {
            case MONTHLY -> locale.isJapanese() ? "毎月払い" : "paid monthly";
            case ANNUAL -> locale.isJapanese() ? "毎年払い" : "paid yearly";
            case BIENNIAL -> locale.isJapanese() ? "2 年払い" : "paid every two years";
            case TRIENNIAL -> locale.isJapanese() ? "3 年払い" : "paid every three years";
            case ONE_TIME -> locale.isJapanese() ? "一括払い" : "paid once";
            case NONE -> locale.isJapanese() ? "無料" : "free of charge";
        };
    }
}
