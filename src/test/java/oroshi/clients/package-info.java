/** The client libraries that speak the wire contract, imitated as far as the wire can tell. */
@NullMarked
package oroshi.clients;

import org.jspecify.annotations.NullMarked;
