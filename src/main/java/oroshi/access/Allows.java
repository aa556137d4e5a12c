package oroshi.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import oroshi.basics.PartnerType;

/**
 * Who may call an operation of the API, as the contract's role rules have it. Without it an operation is closed: a
 * route of the API that lacks the annotation fails the start.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Allows {
    /** Whether an application may call it without a person behind it; otherwise it hears 403 and code 900329. */
    boolean applicationAlone() default false;

    /** The roles of which the person needs one, else 403 and code 900150; empty admits every user of the partner. */
    Role[] roles() default {};

    /** The partners that may call it, else 403 and code 900150; empty admits every type. */
    PartnerType[] partnerTypes() default {};

    /** Whether only the public cloud has it; a caller elsewhere hears 400 and code 900141. */
    boolean publicCloudOnly() default false;
}
