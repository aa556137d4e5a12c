package oroshi.orders;

import oroshi.basics.Problem;

/** Whether a line can be bought. */
sealed interface LineVerdict {
    record Good(PricedLine line) implements LineVerdict {}

    record Bad(Problem problem) implements LineVerdict {}
}
