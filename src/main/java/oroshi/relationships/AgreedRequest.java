package oroshi.relationships;

import java.time.Instant;
import oroshi.partners.Partner;

/** A partnership that the reseller asked for and the provider accepted, and that the reseller has not authorized yet. */
public record AgreedRequest(Partner other, Instant agreedAt) {}
