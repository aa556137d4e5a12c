package oroshi.partners;

import static oroshi.access.Role.ADMIN_AGENT;
import static oroshi.access.Role.GLOBAL_ADMIN;
import static oroshi.access.Role.SALES_AGENT;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import oroshi.access.Allows;
import oroshi.access.Caller;
import oroshi.basics.Refusal;

/** Partners by their number in the programme, and the settings of the account, of which there are none yet. */
@RestController
class MembershipController {
    private final Partners partners;

    MembershipController(Partners partners) {
        this.partners = partners;
    }

    /** The caller's own membership, or that of the partner with the number: an answer proves that the number exists. */
    @GetMapping("/v1/profiles/mpn")
    @Allows(roles = {GLOBAL_ADMIN, ADMIN_AGENT, SALES_AGENT})
    MpnProfileResource membership(Caller caller, @RequestParam(required = false) @Nullable String mpnId) {
        return MpnProfileResource.of(mpnId == null ? own(caller) : of(caller, mpnId));
    }

    private Partner own(Caller caller) {
        var partner = partners.get(caller.partnerId());
        if (partner.mpnId().isBlank()) {
            throw Refusal.because(PartnerRefusal.NO_MEMBERSHIP);
        }
        return partner;
    }

    private Partner of(Caller caller, String mpnId) {
        if (!mpnId.chars().allMatch(each -> each >= '0' && each <= '9')) {
            throw Refusal.because(PartnerRefusal.MPN_ID_FORMAT);
        }
        return partners.findByMpnId(caller.cloud(), mpnId)
                .orElseThrow(() -> Refusal.because(PartnerRefusal.MPN_ID_UNKNOWN, mpnId));
    }

    @GetMapping("/v1/accountsettings/{settingName}")
    @Allows(roles = GLOBAL_ADMIN)
    void setting(Caller caller, @PathVariable String settingName) {
        throw Refusal.because(PartnerRefusal.NO_SETTING, settingName);
    }

    @PutMapping("/v1/accountsettings/{settingName}")
    @Allows(roles = GLOBAL_ADMIN)
    void changeSetting(Caller caller, @PathVariable String settingName) {
        throw Refusal.because(PartnerRefusal.NO_SETTING, settingName);
    }
}
