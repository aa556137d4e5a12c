package oroshi.portal.customers;

import oroshi.administration.AdministrationRefusal;
import oroshi.basics.Refusal;
import oroshi.directory.DirectoryRefusal;
import oroshi.portal.Form;
import oroshi.portal.Message;

/** Shows what the directory and its licenses refuse at the fields of the pages, which are not those of the wire. */
final class LicenseRefusals {
    private LicenseRefusals() {}

    static Form into(Form form, Refusal refusal) {
        if (refusal.is(AdministrationRefusal.LICENSE_EXHAUSTED)) {
            return form.reject("licenses", Message.of(refusal));
        }
        if (refusal.is(DirectoryRefusal.SIGN_IN_NAME_TAKEN) || refusal.is(DirectoryRefusal.SIGN_IN_NAME_FORMAT)) {
            return form.reject("name", Message.of(refusal));
        }
        return form.reject(refusal);
    }
}
