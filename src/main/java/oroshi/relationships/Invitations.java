package oroshi.relationships;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.basics.PartnerId;
import oroshi.basics.Refusal;
import oroshi.clock.Clocks;
import oroshi.database.PartnerSwitch;

/** The links that partners send out to resellers and customers. */
@Service
public class Invitations {
    private static final int TOKEN_BYTES = 18;

    private final SecureRandom random = new SecureRandom();
    private final InvitationTable table;
    private final PartnerSwitch partnerSwitch;
    private final Clocks clocks;

    Invitations(InvitationTable table, PartnerSwitch partnerSwitch, Clocks clocks) {
        this.table = table;
        this.partnerSwitch = partnerSwitch;
        this.clocks = clocks;
    }

    /** The partner's link, made at first use. */
    @Transactional
    public Invitation get(PartnerId partnerId, Invitation.Kind kind) {
        return table.find(partnerId, kind).orElseGet(() -> {
            table.insert(fresh(partnerId, kind));
            return table.find(partnerId, kind).orElseThrow();
        });
    }

    /** Withdraws the partner's link and makes a new one; what the old one brought about stays. */
    @Transactional
    public Invitation renew(PartnerId partnerId, Invitation.Kind kind) {
        var invitation = fresh(partnerId, kind);
        table.replace(invitation);
        return invitation;
    }

    /** The link that somebody else opened; refuses an unknown or withdrawn one. */
    Invitation open(PartnerId sender, Invitation.Kind kind, String token) {
        return partnerSwitch
                .call(sender, () -> table.find(sender, kind))
                .filter(sent -> same(sent.token(), token))
                .orElseThrow(() -> Refusal.because(RelationshipRefusal.LINK_UNKNOWN));
    }

    private Invitation fresh(PartnerId partnerId, Invitation.Kind kind) {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return new Invitation(partnerId, kind, token, clocks.of(partnerId).instant());
    }

    private static boolean same(String known, String given) {
        return MessageDigest.isEqual(known.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
