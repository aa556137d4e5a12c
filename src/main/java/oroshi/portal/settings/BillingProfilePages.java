package oroshi.portal.settings;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import oroshi.access.Caller;
import oroshi.access.Needs;
import oroshi.access.Permission;
import oroshi.basics.Refusal;
import oroshi.customers.CountryRules;
import oroshi.partners.PartnerBillingProfile;
import oroshi.partners.PartnerProfiles;
import oroshi.partners.PartnerRefusal;
import oroshi.partners.Partners;
import oroshi.portal.Flash;
import oroshi.portal.Form;
import oroshi.portal.Page;
import oroshi.portal.Texts;
import oroshi.portal.settings.ProfileForm.Difference;

/** To whom the operator's invoices go. */
@Controller
class BillingProfilePages {
    private static final String HOME = "/settings/billing";

    private final PartnerProfiles profiles;
    private final Partners partners;

    BillingProfilePages(PartnerProfiles profiles, Partners partners) {
        this.profiles = profiles;
        this.partners = partners;
    }

    @GetMapping(HOME)
    @Needs(Permission.BILLING_VIEW)
    Page show(Caller caller, Texts texts) {
        var profile = profiles.billing(caller.partnerId()).profile();
        return Page.of(
                "settings/billing",
                "profile",
                profile,
                "currency",
                partners.get(caller.partnerId()).currency().getCode(),
                "address",
                AddressView.of(profile.address(), texts));
    }

    @GetMapping(HOME + "/edit")
    @Needs(Permission.BILLING_TAX_ID)
    Page edit(Caller caller, Texts texts) {
        var stored = profiles.billing(caller.partnerId());
        var form = Form.of(ProfileForm.values(stored.profile())).fill("version", stored.etag());
        return page(caller, texts, form, List.of());
    }

    @PostMapping(HOME + "/edit")
    @Needs(Permission.BILLING_TAX_ID)
    Page save(Caller caller, Texts texts, HttpServletRequest request) {
        var id = caller.partnerId();
        var form = Form.of(request);
        try {
            var typed = typed(caller, form, profiles.billing(id).profile());
            profiles.update(id, typed, Optional.of(form.value("version")));
        } catch (Refusal refusal) {
            return again(caller, texts, form, refusal);
        }
        return Page.redirect(HOME).flash(Flash.success("settings.saved"));
    }

    /** The bill-to name is changed on request only; the address by those who may. */
    private static PartnerBillingProfile typed(Caller caller, Form form, PartnerBillingProfile present) {
        return new PartnerBillingProfile(
                present.companyName(),
                caller.may(Permission.BILLING_PROFILE_ADDRESS)
                        ? ProfileForm.address(form, present.address())
                        : present.address(),
                ProfileForm.contact(form, present.primaryContact()),
                form.value("purchaseOrderNumber"),
                form.value("taxId"),
                present.billingDay());
    }

    private Page again(Caller caller, Texts texts, Form form, Refusal refusal) {
        ProfileForm.reject(form, refusal);
        if (!refusal.is(PartnerRefusal.CHANGED_MEANWHILE)) {
            return page(caller, texts, form, List.of()).rejected();
        }
        var now = profiles.billing(caller.partnerId());
        var differences = ProfileForm.differences(form, ProfileForm.values(now.profile()));
        return page(caller, texts, form.fill("version", now.etag()), differences)
                .rejected();
    }

    private Page page(Caller caller, Texts texts, Form form, List<Difference> differences) {
        var rules = CountryRules.of(partners.get(caller.partnerId()).country());
        return Page.of(
                "settings/billing-edit",
                "country",
                rules,
                "states",
                AddressView.states(rules, texts),
                "addressToo",
                caller.may(Permission.BILLING_PROFILE_ADDRESS),
                "differences",
                differences,
                "form",
                form);
    }
}
