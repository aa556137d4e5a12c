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
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.customers.CountryRules;
import oroshi.directory.Directory;
import oroshi.partners.LegalProfile;
import oroshi.partners.LegalProfiles;
import oroshi.partners.Partner;
import oroshi.partners.PartnerProfiles;
import oroshi.partners.PartnerRefusal;
import oroshi.partners.Partners;
import oroshi.partners.ProfileVetting;
import oroshi.partners.VettedProfile;
import oroshi.portal.Flash;
import oroshi.portal.Form;
import oroshi.portal.Page;
import oroshi.portal.Texts;
import oroshi.portal.settings.ProfileForm.Difference;

/** Who the partner is: legal data with their vetting, help for customers, and what its directory says. */
@Controller
class PartnerProfilePages {
    private static final String HOME = "/settings/partner";

    private final LegalProfiles legal;
    private final PartnerProfiles profiles;
    private final Partners partners;
    private final Directory directory;

    PartnerProfilePages(LegalProfiles legal, PartnerProfiles profiles, Partners partners, Directory directory) {
        this.legal = legal;
        this.profiles = profiles;
        this.partners = partners;
        this.directory = directory;
    }

    @GetMapping(HOME)
    @Needs(Permission.PARTNER_PROFILE_VIEW)
    Page show(Caller caller, Texts texts) {
        var id = caller.partnerId();
        var vetted = legal.get(id).profile();
        return Page.of(
                "settings/partner",
                "partner",
                partners.get(id),
                "vetted",
                vetted,
                "address",
                AddressView.of(vetted.profile().address(), texts),
                "support",
                profiles.support(id).profile());
    }

    @GetMapping(HOME + "/legal")
    @Needs(Permission.PARTNER_PROFILE_UPDATE)
    Page editLegal(Caller caller, Texts texts) {
        var stored = legal.get(caller.partnerId());
        var form = Form.of(ProfileForm.values(stored.profile().profile())).fill("version", stored.etag());
        return legalPage(caller, texts, form, List.of());
    }

    @PostMapping(HOME + "/legal")
    @Needs(Permission.PARTNER_PROFILE_UPDATE)
    Page saveLegal(Caller caller, Texts texts, HttpServletRequest request) {
        var id = caller.partnerId();
        var form = Form.of(request);
        var present = legal.get(id).profile();
        try {
            var saved = legal.update(id, typed(form, present, partners.get(id)), Optional.of(form.value("version")));
            var again = saved.profile().vetting() == ProfileVetting.PENDING;
            return Page.redirect(HOME).flash(Flash.success(again ? "settings.savedForVetting" : "settings.saved"));
        } catch (Refusal refusal) {
            return legalAgain(caller, texts, form, refusal);
        }
    }

    private Page legalAgain(Caller caller, Texts texts, Form form, Refusal refusal) {
        ProfileForm.reject(form, refusal);
        if (!refusal.is(PartnerRefusal.CHANGED_MEANWHILE)) {
            return legalPage(caller, texts, form, List.of()).rejected();
        }
        var now = legal.get(caller.partnerId());
        var differences =
                ProfileForm.differences(form, ProfileForm.values(now.profile().profile()));
        return legalPage(caller, texts, form.fill("version", now.etag()), differences)
                .rejected();
    }

    private Page legalPage(Caller caller, Texts texts, Form form, List<Difference> differences) {
        var partner = partners.get(caller.partnerId());
        var rules = CountryRules.of(partner.country());
        return Page.of(
                "settings/legal",
                "country",
                rules,
                "states",
                AddressView.states(rules, texts),
                "nameFixed",
                isNameFixed(legal.get(partner.id()).profile(), partner),
                "differences",
                differences,
                "form",
                form);
    }

    /** Whoever buys from the operator is known to it by an authorized name, which is changed on request only. */
    private static boolean isNameFixed(VettedProfile vetted, Partner partner) {
        return partner.type().buys() && vetted.vetting() == ProfileVetting.AUTHORIZED;
    }

    private static LegalProfile typed(Form form, VettedProfile present, Partner partner) {
        var before = present.profile();
        return new LegalProfile(
                isNameFixed(present, partner) ? before.companyName() : form.value("companyName"),
                ProfileForm.address(form, before.address()),
                ProfileForm.contact(form, before.primaryContact()),
                before.approverAddress(),
                form.value("companyApproverEmail"));
    }

    @GetMapping(HOME + "/support")
    @Needs(Permission.PARTNER_PROFILE_UPDATE)
    Page editSupport(Caller caller) {
        var stored = profiles.support(caller.partnerId());
        var form = Form.of(ProfileForm.values(stored.profile())).fill("version", stored.etag());
        return Page.of("settings/support", "differences", List.of(), "form", form);
    }

    @PostMapping(HOME + "/support")
    @Needs(Permission.PARTNER_PROFILE_UPDATE)
    Page saveSupport(Caller caller, HttpServletRequest request) {
        var form = Form.of(request);
        try {
            profiles.update(caller.partnerId(), ProfileForm.support(form), Optional.of(form.value("version")));
            return Page.redirect(HOME).flash(Flash.success("settings.saved"));
        } catch (Refusal refusal) {
            return supportAgain(caller.partnerId(), form, refusal);
        }
    }

    private Page supportAgain(PartnerId id, Form form, Refusal refusal) {
        ProfileForm.reject(form, refusal);
        List<Difference> differences = List.of();
        if (refusal.is(PartnerRefusal.CHANGED_MEANWHILE)) {
            var now = profiles.support(id);
            differences = ProfileForm.differences(form, ProfileForm.values(now.profile()));
            form.fill("version", now.etag());
        }
        return Page.of("settings/support", "differences", differences, "form", form)
                .rejected();
    }

    @GetMapping("/settings/organization")
    @Needs(Permission.PARTNER_PROFILE_VIEW)
    Page organization(Caller caller, Texts texts) {
        var id = caller.partnerId();
        var profile = profiles.organization(id).profile();
        return Page.of(
                "settings/organization",
                "id",
                id.toString(),
                "profile",
                profile,
                "address",
                AddressView.of(profile.address(), texts),
                "domains",
                directory.domains(id.tenantId()));
    }
}
