/** The general rules of the wire, tested apart from any operation. */
@NullMarked
package oroshi.rest;

import org.jspecify.annotations.NullMarked;
