package oroshi.clock;

import oroshi.basics.PartnerId;

/** A partner's clock shows another time than it did; published inside the transaction that moves it. */
public record ClockMoved(PartnerId partnerId) {}
