/** The database, tried with real servers; and the database that other modules' tests stand on. */
@NullMarked
package oroshi.database;

import org.jspecify.annotations.NullMarked;
