package oroshi.database;

import java.io.IOException;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the vault's key comes from: the setting, or a file that only its owner reads beside the embedded database. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {
    private static final int KEY_BYTES = 24;

    @Bean
    InstallationHome installationHome(DatabaseSettings settings) {
        return InstallationHome.of(settings);
    }

    /**
     * @param key {@code oroshi.vault.key}: at least 48 hexadecimal digits, the same on every node of an installation
     */
    @Bean
    Vault vault(@Value("${oroshi.vault.key:}") String key, InstallationHome home) throws IOException {
        var digits = key.isBlank() ? kept(home) : key.strip();
        var bytes = HexFormat.of().parseHex(digits);
        if (bytes.length < KEY_BYTES) {
            throw new IllegalStateException("oroshi.vault.key needs at least 48 hexadecimal digits.");
        }
        return new Vault(bytes);
    }

    private static String kept(InstallationHome home) throws IOException {
        OpenFiles.createFolder(home.path());
        return new Secret(home.path().resolve("vault.key")).value();
    }
}
