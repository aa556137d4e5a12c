package oroshi.orders;

import org.joda.money.Money;

/**
 * What a line costs, before tax.
 *
 * @param list one unit at each charge, without any promotion
 * @param unit one unit at each charge
 * @param first one unit at the first charge, which is less when the first term is shortened
 * @param total the whole line over its term
 */
public record LinePrice(Money list, Money unit, Money first, Money total) {}
