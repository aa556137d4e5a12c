package oroshi.access.tokens;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.access.SignedIn;
import oroshi.database.Vault;

/** Sign-ins for devices without a browser: the device shows a code, which a person types in at another one. */
@Service
public class DeviceSignIns {
    static final Duration LIFETIME = Duration.ofMinutes(15);
    static final Duration INTERVAL = Duration.ofSeconds(5);

    /** A device that asks again within this time is too quick; half the interval, because the network is no clock. */
    private static final Duration LEAST_PAUSE = INTERVAL.dividedBy(2);

    private static final Duration KEPT_AFTER_THE_END = Duration.ofHours(1);
    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ23456789"; // nothing that looks like something else
    private static final int USER_CODE_LENGTH = 9;
    private static final int DEVICE_CODE_BYTES = 72;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DeviceSignInTable table;
    private final RegisteredApplications applications;
    private final ConsentTable given;
    private final ConsentQuestions questions;
    private final Consents consents;
    private final Vault vault;

    DeviceSignIns(
            DeviceSignInTable table,
            RegisteredApplications applications,
            ConsentTable given,
            ConsentQuestions questions,
            Consents consents,
            Vault vault) {
        this.table = table;
        this.applications = applications;
        this.given = given;
        this.questions = questions;
        this.consents = consents;
        this.vault = vault;
    }

    /** The two codes of a sign-in that begins; they are in clear here and nowhere else. */
    record Codes(String deviceCode, String userCode) {
        @Override
        public String toString() {
            return "(hidden)";
        }
    }

    /**
     * What the person is asked.
     *
     * @param mayAnswer whether the person's roles allow a yes
     */
    public record Question(String applicationName, boolean mayAnswer) {}

    @Transactional
    Codes begin(UUID applicationId, Audience audience, Set<String> openIdScopes) {
        var now = Instant.now();
        table.deleteOlderThan(now.minus(KEPT_AFTER_THE_END));
        var codes = new Codes(deviceCode(), userCode());
        var begun = new DeviceSignIn(
                vault.mark(codes.deviceCode()),
                applicationId,
                audience,
                openIdScopes,
                now.plus(LIFETIME),
                Optional.empty(),
                DeviceSignIn.State.WAITING,
                Optional.empty());
        table.insert(begun, vault.mark(codes.userCode()));
        return codes;
    }

    /** What waits under the code that the signed-in person typed; empty when nothing does, or nothing of the person's. */
    @Transactional(readOnly = true)
    public Optional<Question> find(String userCode) {
        return SignedIn.current().flatMap(person -> waiting(userCode, person)
                .flatMap(waiting -> applications.find(waiting.applicationId()))
                .map(application -> new Question(application.displayName(), mayAccept(application.id(), person))));
    }

    /** Stores the answer of the signed-in person; false when nothing waits any more or the person may not say yes. */
    @Transactional
    public boolean answer(String userCode, boolean accepted) {
        return SignedIn.current()
                .flatMap(person -> waiting(userCode, person).filter(waiting -> answer(waiting, person, accepted)))
                .isPresent();
    }

    private boolean answer(DeviceSignIn waiting, SignedIn person, boolean accepted) {
        if (!accepted) {
            return table.answer(waiting.deviceHash(), DeviceSignIn.State.DECLINED, person);
        }
        var application = waiting.applicationId();
        if (!mayAccept(application, person)
                || !table.answer(waiting.deviceHash(), DeviceSignIn.State.ACCEPTED, person)) {
            return false;
        }
        var scopes = Scopes.delegated(waiting.openIdScopes());
        if (!given.scopes(application, person).containsAll(scopes)) {
            consents.give(application, person, false, scopes);
        }
        return true;
    }

    /** Who consented before may go on; whose role allows it consents by the answer. */
    private boolean mayAccept(UUID application, SignedIn person) {
        return questions.mayConsent(person, false)
                || !given.scopes(application, person).isEmpty();
    }

    private Optional<DeviceSignIn> waiting(String userCode, SignedIn person) {
        var typed = userCode.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        return table.findWaiting(vault.mark(typed), Instant.now()).filter(waiting -> applications
                .find(waiting.applicationId())
                .filter(application -> application.multiTenant() || application.belongsTo(person.tenantId()))
                .isPresent());
    }

    /** Hands the confirmed sign-in to its device, once; refuses with what the device is to do. */
    @Transactional(noRollbackFor = OAuth2AuthenticationException.class)
    DeviceSignIn redeem(String deviceCode, UUID applicationId) {
        var now = Instant.now();
        var found = table.findByDevice(vault.mark(deviceCode))
                .filter(signIn -> signIn.applicationId().equals(applicationId))
                .orElseThrow(AuthorityError.DEVICE_CODE_UNKNOWN::with);
        if (found.isOver(now)) {
            throw AuthorityError.DEVICE_CODE_EXPIRED.with();
        }
        switch (found.state()) {
            case WAITING -> throw pending(found, now);
            case DECLINED -> throw AuthorityError.DEVICE_DECLINED.with();
            case ACCEPTED -> table.delete(found.deviceHash());
        }
        return found;
    }

    private OAuth2AuthenticationException pending(DeviceSignIn waiting, Instant now) {
        table.notePoll(waiting.deviceHash(), now);
        var tooQuick = waiting.polledAt().filter(last -> last.plus(LEAST_PAUSE).isAfter(now));
        return (tooQuick.isPresent() ? AuthorityError.DEVICE_TOO_QUICK : AuthorityError.DEVICE_PENDING).with();
    }

    private static String userCode() {
        return RANDOM.ints(USER_CODE_LENGTH, 0, LETTERS.length())
                .mapToObj(index -> LETTERS.substring(index, index + 1))
                .collect(Collectors.joining());
    }

    private static String deviceCode() {
        var bytes = new byte[DEVICE_CODE_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
