/**
 * What a first look at Oroshi needs: the partners, users, resellers and offers of a demonstration. It loads them through
 * the modules' doors, once, and only into the embedded database or under the profile {@code demo}. Owns no table.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "access :: tokens",
            "agreements",
            "basics",
            "catalog",
            "clock",
            "database",
            "directory",
            "partners",
            "relationships",
            "rest"
        })
package oroshi.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
