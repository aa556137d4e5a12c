package oroshi.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import oroshi.access.Account;
import oroshi.access.Accounts;
import oroshi.access.Admission;
import oroshi.basics.Refusal;
import oroshi.basics.TenantId;
import oroshi.basics.UserId;
import oroshi.database.Vault;

/** Proves people by password and second factor, and locks an account after repeated failures. */
@Service
class SignIns implements Accounts {
    private static final int FAILURES_UNTIL_LOCK = 10;
    private static final Duration LOCK = Duration.ofMinutes(15);

    private final DomainTable domains;
    private final TenantTable tenants;
    private final UserTable users;
    private final CredentialTable credentials;
    private final PasswordHashes hashes;
    private final Vault vault;

    SignIns(
            DomainTable domains,
            TenantTable tenants,
            UserTable users,
            CredentialTable credentials,
            PasswordHashes hashes,
            Vault vault) {
        this.domains = domains;
        this.tenants = tenants;
        this.users = users;
        this.credentials = credentials;
        this.hashes = hashes;
        this.vault = vault;
    }

    @Override
    @Transactional
    public Admission signIn(String signInName, String password) {
        var name = signInName.strip().toLowerCase(Locale.ROOT);
        var credential = tenantOf(name).flatMap(tenantId -> credentials.find(tenantId, name));
        if (credential.isEmpty()) {
            hashes.matchNobody(password);
            return new Admission.Wrong();
        }
        return admit(credential.get(), password);
    }

    private Admission admit(Credential credential, String password) {
        var now = Instant.now();
        var locked = credential.lockedAt(now);
        if (locked.isPresent()) {
            return new Admission.Locked(locked.get());
        }
        if (!hashes.matches(password, credential.passwordHash())) {
            return wrong(credential, now);
        }
        if (credential.passwordExpiredAt(now)) {
            return new Admission.Expired();
        }
        credentials.forgetFailures(credential);
        return admitted(credential);
    }

    private Admission wrong(Credential credential, Instant now) {
        credentials.countFailure(credential, FAILURES_UNTIL_LOCK, LOCK, now);
        return credentials
                .find(credential.tenantId(), credential.userId())
                .flatMap(counted -> counted.lockedAt(now))
                .<Admission>map(Admission.Locked::new)
                .orElseGet(Admission.Wrong::new);
    }

    private Admission admitted(Credential credential) {
        return find(credential.tenantId(), credential.userId())
                .<Admission>map(Admission.Admitted::new)
                .orElseGet(Admission.Wrong::new);
    }

    private Optional<TenantId> tenantOf(String signInName) {
        return domains.holder(signInName.substring(signInName.indexOf('@') + 1));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Account> find(TenantId tenantId, UserId userId) {
        return users.find(tenantId, userId).map(SignIns::account);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<TenantId> findTenant(String idOrDomain) {
        if (idOrDomain.contains(".")) {
            return domains.holder(idOrDomain.toLowerCase(Locale.ROOT));
        }
        try {
            return tenants.find(TenantId.of(idOrDomain)).map(Tenant::id);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    @Override
    @Transactional(noRollbackFor = Refusal.class)
    public void changePassword(TenantId tenantId, UserId userId, String present, String chosen) {
        var credential = credential(tenantId, userId);
        if (!(admit(credential, present) instanceof Admission.Admitted)) {
            throw Refusal.of("password", DirectoryRefusal.PASSWORD_WRONG);
        }
        ChosenPassword.check(chosen, credential);
        if (hashes.matches(chosen, credential.passwordHash())) {
            throw Refusal.of("newPassword", DirectoryRefusal.PASSWORD_SAME);
        }
        credentials.setPassword(tenantId, userId, hashes.ofChosen(chosen), null);
    }

    @Override
    @Transactional
    public NewSecondFactor beginSecondFactor(TenantId tenantId, UserId userId) {
        var credential = credential(tenantId, userId);
        var authenticator = Authenticator.generate();
        if (!credentials.setTotpSecret(tenantId, userId, vault.seal(authenticator.secret()))) {
            throw Refusal.because(DirectoryRefusal.SECOND_FACTOR_ENROLLED);
        }
        return new NewSecondFactor(authenticator.base32(), authenticator.uri(credential.signInName()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<NewSecondFactor> pendingSecondFactor(TenantId tenantId, UserId userId) {
        var credential = credential(tenantId, userId);
        return authenticator(credential)
                .filter(pending -> !credential.secondFactor())
                .map(pending -> new NewSecondFactor(pending.base32(), pending.uri(credential.signInName())));
    }

    @Override
    @Transactional
    public Optional<List<String>> confirmSecondFactor(TenantId tenantId, UserId userId, String code) {
        var credential = credential(tenantId, userId);
        if (credential.secondFactor() || !takes(credential, code)) {
            return Optional.empty();
        }
        var codes = RecoveryCodes.generate();
        credentials.confirmTotp(credential, codes.stream().map(vault::mark).toList(), Instant.now());
        return Optional.of(codes);
    }

    @Override
    @Transactional
    public Admission verifySecondFactor(TenantId tenantId, UserId userId, String code) {
        var credential = credential(tenantId, userId);
        var now = Instant.now();
        var locked = credential.lockedAt(now);
        if (locked.isPresent()) {
            return new Admission.Locked(locked.get());
        }
        if (!credential.secondFactor() || !(takes(credential, code) || recovers(credential, code))) {
            return wrong(credential, now);
        }
        credentials.forgetFailures(credential);
        return admitted(credential);
    }

    private boolean takes(Credential credential, String code) {
        var step = authenticator(credential)
                .map(authenticator -> authenticator.step(code.replaceAll("\\s", ""), Instant.now()));
        return step.isPresent()
                && step.get().isPresent()
                && credentials.takeStep(credential, step.get().getAsLong());
    }

    private boolean recovers(Credential credential, String code) {
        return credentials.useRecoveryCode(credential, vault.mark(RecoveryCodes.normalize(code)), Instant.now());
    }

    private Optional<Authenticator> authenticator(Credential credential) {
        return Optional.ofNullable(credential.totpSecret()).map(secret -> new Authenticator(vault.open(secret)));
    }

    private Credential credential(TenantId tenantId, UserId userId) {
        return credentials.find(tenantId, userId).orElseThrow(() -> Refusal.because(DirectoryRefusal.USER_UNKNOWN));
    }

    private static Account account(DirectoryUser user) {
        return new Account(
                user.tenantId(),
                user.id(),
                user.signInName(),
                user.givenName(),
                user.familyName(),
                user.culture(),
                user.roles(),
                user.mustChangePassword(),
                user.secondFactor(),
                user.sessionsFrom());
    }
}
