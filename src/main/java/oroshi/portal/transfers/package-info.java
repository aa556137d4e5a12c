/** Transfers of a customer's subscriptions between two partners: asked for, offered, decided and followed. */
@NullMarked
package oroshi.portal.transfers;

import org.jspecify.annotations.NullMarked;
