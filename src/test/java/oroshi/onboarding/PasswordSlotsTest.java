package oroshi.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import oroshi.basics.DraftId;
import oroshi.basics.UserId;

class PasswordSlotsTest {
    private final AtomicLong time = new AtomicLong();
    private final PasswordSlots slots = new PasswordSlots(time::get);
    private final DraftId draft = DraftId.next();
    private final UserId sato = UserId.next();

    @Test
    @DisplayName("J1-A16 a reload after a minute still shows the password, one after 11 minutes does not")
    void forgetsAfterTenMinutes() {
        slots.put(draft, sato, "session", "Vq7)mTz2");
        pass(Duration.ofMinutes(1));
        assertThat(slots.read(draft, sato, "session")).hasValue("Vq7)mTz2");
        pass(Duration.ofMinutes(10));
        assertThat(slots.read(draft, sato, "session")).isEmpty();
    }

    @Test
    @DisplayName("J1-A16 the password is for one user in one session, and gone after Done")
    void belongsToOneUserInOneSession() {
        slots.put(draft, sato, "session", "Vq7)mTz2");
        assertThat(slots.read(draft, UserId.next(), "session")).isEmpty();
        assertThat(slots.read(draft, sato, "another session")).isEmpty();
        assertThat(slots.read(DraftId.next(), sato, "session")).isEmpty();
        slots.wipe(draft, sato, "session");
        assertThat(slots.read(draft, sato, "session")).isEmpty();
    }

    private void pass(Duration duration) {
        time.addAndGet(duration.toNanos());
    }
}
