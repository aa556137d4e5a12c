package oroshi.relationships;

import static oroshi.rest.Fields.required;
import static oroshi.rest.Fields.text;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oroshi.access.Role;
import oroshi.basics.Cloud;
import oroshi.basics.Problems;
import oroshi.basics.Refusal;
import oroshi.basics.TenantId;
import oroshi.basics.Typed;
import oroshi.basics.UserId;
import oroshi.directory.Directory;
import oroshi.directory.DomainPrefix;
import oroshi.directory.NewTenant;
import oroshi.directory.NewUser;
import oroshi.directory.TemporaryPassword;
import oroshi.partners.LegalProfileResource;
import oroshi.rest.RestRefusal;

/** What a client sends to make a sandbox reseller. The published table calls {@code mpnId} {@code partnerId}. */
record SandboxResellerRequest(
        @JsonAlias("partnerId") @Nullable String mpnId,
        @Nullable NewDirectory tenant,
        @Nullable LegalProfileResource legalBusinessProfile,
        @Nullable String organizationProfileLanguage) {
    /** The directory and its administrator. The published table misspells the last but two. */
    record NewDirectory(
            @Nullable String domainPrefix,
            @Nullable String name,
            @Nullable String displayName,
            @Nullable String adminUserName,
            @Nullable String adminFirstName,
            @Nullable String adminLastName,
            @JsonAlias("adminAlernateEmail") @Nullable String adminAlternateEmail,
            @Nullable String country,
            @Nullable String culture) {
        static final NewDirectory NONE = new NewDirectory(null, null, null, null, null, null, null, null, null);
    }

    NewSandboxReseller toNewReseller(Cloud cloud, Directory directory, TemporaryPassword password) {
        var wanted = tenant == null ? NewDirectory.NONE : tenant;
        requireAll(wanted);
        var legal = required("legalBusinessProfile", legalBusinessProfile).toProfile("legalBusinessProfile.");
        var number = Typed.code(mpnId);
        if (!number.matches("[0-9]{1,20}")) {
            throw Refusal.of("mpnId", RestRefusal.INVALID_VALUE, "is a number");
        }
        var culture = Locale.forLanguageTag(Typed.code(wanted.culture())).toLanguageTag();
        var founded = new NewTenant(
                TenantId.next(),
                cloud,
                prefix(cloud, directory, text(wanted.domainPrefix())),
                Typed.name(wanted.displayName()),
                Typed.code(wanted.country()).toUpperCase(Locale.ROOT),
                culture);
        var admin = new NewUser(
                UserId.next(),
                Typed.code(wanted.adminUserName()),
                Typed.name(wanted.adminFirstName()),
                Typed.name(wanted.adminLastName()),
                culture,
                Set.of(Role.GLOBAL_ADMIN, Role.ADMIN_AGENT),
                password);
        return new NewSandboxReseller(number, founded, admin, legal, text(organizationProfileLanguage));
    }

    private static DomainPrefix prefix(Cloud cloud, Directory directory, String text) {
        try {
            return directory.prefix(cloud, text);
        } catch (Refusal refusal) {
            throw Refusal.of(
                    "tenant.domainPrefix", refusal.reason(), refusal.arguments().toArray());
        }
    }

    private void requireAll(NewDirectory wanted) {
        var problems = new Problems();
        demand(problems, "mpnId", mpnId);
        demand(problems, "tenant.domainPrefix", wanted.domainPrefix());
        demand(problems, "tenant.name", wanted.name());
        demand(problems, "tenant.displayName", wanted.displayName());
        demand(problems, "tenant.adminUserName", wanted.adminUserName());
        demand(problems, "tenant.adminFirstName", wanted.adminFirstName());
        demand(problems, "tenant.adminLastName", wanted.adminLastName());
        demand(problems, "tenant.adminAlternateEmail", wanted.adminAlternateEmail());
        demand(problems, "tenant.country", wanted.country());
        demand(problems, "tenant.culture", wanted.culture());
        demand(problems, "organizationProfileLanguage", organizationProfileLanguage);
        problems.refuse();
    }

    private static void demand(Problems problems, String field, @Nullable String value) {
        if (Typed.text(value).isEmpty()) {
            problems.add(field, RestRefusal.MISSING);
        }
    }
}
