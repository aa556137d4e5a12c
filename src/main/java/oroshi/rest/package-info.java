/**
 * The general rules of the wire: error body, request and correlation ids, how JSON is read, links, collections, filters,
 * paging with continuation tokens, repetition of requests, and the answer 501 for operations that are not there yet.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"basics", "database"})
package oroshi.rest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
