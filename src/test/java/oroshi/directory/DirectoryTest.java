package oroshi.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import oroshi.OroshiTest;
import oroshi.access.Role;
import oroshi.basics.Cloud;
import oroshi.basics.Refusal;
import oroshi.basics.TenantId;

@OroshiTest
class DirectoryTest {
    @Autowired
    private Directory directory;

    @Test
    void foundsATenantWithItsDomainAndAdmin() {
        var prefix = anUnusedPrefix();
        var tenant = directory.create(tenant(prefix, Cloud.PUBLIC), admin());

        assertThat(tenant.initialDomain()).isEqualTo(prefix + ".onmicrosoft.com");
        assertThat(directory.findTenant(tenant.id())).contains(tenant);
        assertThat(directory.isFree(Cloud.PUBLIC, prefix)).isFalse();
        assertThat(directory.users(tenant.id())).singleElement().satisfies(user -> {
            assertThat(user.signInName()).isEqualTo("admin@" + prefix + ".onmicrosoft.com");
            assertThat(user.roles()).containsExactly(Role.GLOBAL_ADMIN);
            assertThat(user.mustChangePassword()).isTrue();
            assertThat(user.displayName()).isEqualTo("山本 直子");
        });
    }

    @Test
    @DisplayName("J1-A8 a name that another tenant took is refused with three proposals, and nothing is left over")
    void refusesATakenName() {
        var prefix = anUnusedPrefix();
        directory.create(tenant(prefix, Cloud.PUBLIC), admin());
        var second = tenant(prefix, Cloud.PUBLIC);

        assertThatThrownBy(() -> directory.create(second, admin())).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.is(DirectoryRefusal.DOMAIN_TAKEN)).isTrue();
            assertThat(refusal.arguments().get(1).toString().split(", ")).hasSize(3);
        });
        assertThat(directory.findTenant(second.id())).isEmpty();
        assertThat(directory.users(second.id())).isEmpty();
    }

    @Test
    @DisplayName("J12-A2 the same prefix may exist in both clouds")
    void keepsCloudsApart() {
        var prefix = anUnusedPrefix();
        directory.create(tenant(prefix, Cloud.US_GOV), admin());

        var tenant = directory.create(tenant(prefix, Cloud.PUBLIC), admin());
        assertThat(tenant.initialDomain()).isEqualTo(prefix + ".onmicrosoft.com");
    }

    @Test
    void keepsTheNamesOfADeletedTenant() {
        var prefix = anUnusedPrefix();
        var tenant = directory.create(tenant(prefix, Cloud.PUBLIC), admin());
        directory.softDelete(tenant.id());

        assertThat(directory.findTenant(tenant.id())).isEmpty();
        assertThat(directory.isFree(Cloud.PUBLIC, prefix)).isFalse();
        assertThatThrownBy(() -> directory.create(tenant(prefix, Cloud.PUBLIC), admin()))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void takesTheOwnSuffixOffAndRefusesAnother() {
        assertThat(directory.prefix(Cloud.PUBLIC, " ＭＩＮＡＭＩ２０１９.onmicrosoft.com").value())
                .isEqualTo("minami2019");
        assertThatThrownBy(() -> directory.prefix(Cloud.PUBLIC, "minami2019.onmicrosoft.us"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.is(DirectoryRefusal.DOMAIN_FORMAT))
                        .isTrue());
    }

    @Test
    void addsDomainsOfTheTenantsOwn() {
        var prefix = anUnusedPrefix();
        var tenant = directory.create(tenant(prefix, Cloud.PUBLIC), admin());
        directory.addVerifiedDomain(tenant.id(), Cloud.PUBLIC, prefix + ".example");

        assertThat(directory.domains(tenant.id())).isEqualTo(List.of(prefix + ".onmicrosoft.com", prefix + ".example"));
        assertThat(directory.isTaken(Cloud.PUBLIC, prefix + ".EXAMPLE")).isTrue();
    }

    private static NewTenant tenant(DomainPrefix prefix, Cloud cloud) {
        return new NewTenant(TenantId.next(), cloud, prefix, "株式会社さくら製作所", "JP", "ja-JP");
    }

    private static NewUser admin() {
        return NewUser.admin("直子", "山本", "ja-JP", TemporaryPassword.generate());
    }

    private static DomainPrefix anUnusedPrefix() {
        return DomainPrefix.parse(
                "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 20));
    }
}
