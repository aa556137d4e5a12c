package oroshi.mail;

import java.util.List;
import oroshi.basics.PartnerId;

/** Everybody in whose name mail may have been sent; named by the module that knows the partners. */
public interface Correspondents {
    List<PartnerId> ids();
}
