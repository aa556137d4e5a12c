package oroshi.directory;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import oroshi.basics.TenantId;
import oroshi.basics.UserId;

/** SQL that writes {@code directory.user_account} for the people of customers, who leave and may come back. */
@Component
class MemberTable {
    private final JdbcClient jdbc;

    MemberTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores the person; false when the sign-in name is taken, which only the constraint can decide. */
    boolean insert(Tenant tenant, UserId id, NewMember member, String hash, @Nullable Instant expiresAt, Instant now) {
        return jdbc.sql("""
                insert into directory.user_account
                    (tenant_id, user_id, sign_in_name, given_name, family_name, culture, display_name, usage_location,
                     phone_number, immutable_id, password_hash, must_change_password, password_expires_at, created_at)
                values (:tenantId, :userId, :signInName, :givenName, :familyName, :culture, :displayName,
                     :usageLocation, :phoneNumber, :immutableId, :passwordHash, :mustChange, :expiresAt, :createdAt)
                on conflict on constraint user_account_sign_in_name do nothing
                """)
                        .param("tenantId", tenant.id().value())
                        .param("userId", id.value())
                        .param("signInName", member.signInName())
                        .param("givenName", member.givenName())
                        .param("familyName", member.familyName())
                        .param("culture", tenant.culture())
                        .param("displayName", member.details().displayName())
                        .param("usageLocation", member.details().usageLocation())
                        .param("phoneNumber", member.details().phoneNumber())
                        .param("immutableId", member.details().immutableId())
                        .param("passwordHash", hash)
                        .param("mustChange", expiresAt != null)
                        .param("expiresAt", expiresAt == null ? null : utc(expiresAt))
                        .param("createdAt", utc(now))
                        .update()
                == 1;
    }

    /** Stores what changed; false when the new sign-in name is taken. */
    boolean update(DirectoryUser before, MemberChange change) {
        var details = change.details(before.details());
        try {
            return jdbc.sql("""
                    update directory.user_account
                    set sign_in_name = :signInName, given_name = :givenName, family_name = :familyName,
                        display_name = :displayName, usage_location = :usageLocation, phone_number = :phoneNumber,
                        immutable_id = :immutableId, version = version + 1
                    where tenant_id = :tenantId and user_id = :userId
                        and not exists (select from directory.user_account other
                                        where other.tenant_id = :tenantId and other.sign_in_name = :signInName
                                            and other.user_id <> :userId)
                    """)
                            .param("signInName", change.signInName().orElse(before.signInName()))
                            .param("givenName", change.givenName().orElse(before.givenName()))
                            .param("familyName", change.familyName().orElse(before.familyName()))
                            .param("displayName", details.displayName())
                            .param("usageLocation", details.usageLocation())
                            .param("phoneNumber", details.phoneNumber())
                            .param("immutableId", details.immutableId())
                            .param("tenantId", before.tenantId().value())
                            .param("userId", before.id().value())
                            .update()
                    == 1;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    /** Keeps everybody else from changing or deleting the person until the transaction ends; false when not there. */
    boolean lock(TenantId tenantId, UserId userId) {
        return !jdbc.sql("""
                select user_id from directory.user_account
                where tenant_id = :tenantId and user_id = :userId and deleted_at is null
                for update
                """)
                .param("tenantId", tenantId.value())
                .param("userId", userId.value())
                .query((row, number) -> new UserId(row.getObject("user_id", UUID.class)))
                .list()
                .isEmpty();
    }

    /** False when the person is gone already. */
    boolean markDeleted(TenantId tenantId, UserId userId, Instant now) {
        return jdbc.sql("""
                update directory.user_account set deleted_at = :now, sessions_from = :signedOut, version = version + 1
                where tenant_id = :tenantId and user_id = :userId and deleted_at is null
                """)
                        .param("now", utc(now))
                        .param("signedOut", utc(Instant.now()))
                        .param("tenantId", tenantId.value())
                        .param("userId", userId.value())
                        .update()
                == 1;
    }

    /** False when nobody was deleted after the moment under the id. */
    boolean restore(TenantId tenantId, UserId userId, Instant deletedAfter) {
        return jdbc.sql("""
                update directory.user_account set deleted_at = null, version = version + 1
                where tenant_id = :tenantId and user_id = :userId and deleted_at > :after
                """)
                        .param("after", utc(deletedAfter))
                        .param("tenantId", tenantId.value())
                        .param("userId", userId.value())
                        .update()
                == 1;
    }

    /** Removes for good who was deleted by then. */
    List<UserId> purge(TenantId tenantId, Instant deletedUntil) {
        return jdbc.sql("""
                delete from directory.user_account
                where tenant_id = :tenantId and deleted_at <= :until
                returning user_id
                """)
                .param("until", utc(deletedUntil))
                .param("tenantId", tenantId.value())
                .query((row, number) -> new UserId(row.getObject("user_id", UUID.class)))
                .list();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
