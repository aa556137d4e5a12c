package oroshi.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.MessageFormat;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oroshi.access.Role;
import oroshi.basics.Cloud;
import oroshi.basics.PartnerType;
import oroshi.basics.Reason;
import oroshi.partners.PartnerStatus;

class MessagesTest {
    private static final List<Pattern> IN_TEMPLATES = List.of(Pattern.compile("\\btext\\(\"([^\"]+)\"\\s*[,)]"));
    private static final List<Pattern> IN_CODE = List.of(
            Pattern.compile("\\bMessage\\.of\\(\\s*\"([^\"]*[^\".])\""),
            Pattern.compile("\\bFlash\\.(?:success|warning)\\(\\s*\"([^\"]*[^\".])\""),
            Pattern.compile("\\btexts\\.text\\(\\s*\"([^\"]+)\"\\s*[,)]"),
            Pattern.compile("\\.(?:reject|warn|require)\\(\\s*\"[^\"]+\",\\s*\"([^\"]*[^\".])\""));

    /** An operation of the log as an event names it: a verb, an underscore and whom it concerns. */
    private static final Pattern OPERATION = Pattern.compile(
            "\"((?:accept|add|approve|cancel|convert|create|decide|delete|deny|end|export|extend|remove|reset|restore|set"
                    + "|sign|update|upgrade)_[a-z_]+)\"");

    private final Messages messages = Messages.builtIn();

    @Test
    void haveTheSameKeysInBothLanguages() {
        assertThat(messages.keys(Language.JA)).containsExactlyInAnyOrderElementsOf(messages.keys(Language.EN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void nameEachKeyOnce(String language) throws IOException {
        var lines = Files.readAllLines(Path.of("src/main/resources/messages_" + language + ".properties"));
        assertThat(lines.stream()
                        .filter(line -> line.contains(" = "))
                        .map(line -> line.substring(0, line.indexOf(" = "))))
                .doesNotHaveDuplicates();
    }

    @Test
    void speakInTheOperatorsWordsWhereItHasSome() {
        var own = new Messages(settings(Map.of("en.customers.id", "Tenant ID")));
        assertThat(own.text(Language.EN, "customers.id", List.of())).isEqualTo("Tenant ID");
        assertThat(own.text(Language.JA, "customers.id", List.of()))
                .isEqualTo(messages.text(Language.JA, "customers.id", List.of()));
    }

    @Test
    void refuseWordsForATextThatNoPageHas() {
        assertThatThrownBy(() -> new Messages(settings(Map.of("en.customers.tenant", "Tenant ID"))))
                .hasMessageContaining("en.customers.tenant");
    }

    private static PortalSettings settings(Map<String, String> texts) {
        return new PortalSettings(Map.of(), Map.of(), texts);
    }

    @Test
    void useNoPlaceholderInJapaneseThatEnglishLacks() {
        for (var key : messages.keys(Language.EN)) {
            assertThat(placeholders(Language.EN, key)).as(key).containsAll(placeholders(Language.JA, key));
        }
    }

    @Test
    void haveEveryKeyThatATemplateUses() throws IOException {
        assertThat(used(Path.of("src/main/jte"), ".jte", IN_TEMPLATES))
                .isNotEmpty()
                .isSubsetOf(messages.keys(Language.EN));
    }

    @Test
    void haveEveryKeyThatThePagesUse() throws IOException {
        assertThat(used(Path.of("src/main/java/oroshi/portal"), ".java", IN_CODE))
                .isSubsetOf(messages.keys(Language.EN));
    }

    @Test
    void haveAWordForEachValueThatPagesShow() {
        for (var item : MenuItem.values()) {
            assertKey(item.key());
            if (item != MenuItem.DASHBOARD) {
                assertKey("dashboard.about." + item.name());
            }
        }
        List.of(Role.values()).forEach(role -> assertKey("role." + role.key()));
        List.of(Cloud.values()).forEach(cloud -> assertKey("cloud." + cloud.name()));
        List.of(PartnerType.values()).forEach(type -> assertKey("partner.type." + type.name()));
        List.of(PartnerStatus.values()).forEach(status -> assertKey("partner.status." + status.name()));
        List.of(Theme.values()).forEach(theme -> assertKey("shell.theme." + theme.code()));
    }

    @Test
    void haveATextForEveryReasonOfARefusal() {
        var reasons = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("oroshi").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(Reason.class))
                        .flatMap(type -> Stream.of(type.reflect().getEnumConstants()))
                        .map(Reason.class::cast)
                        .map(Reason::key)
                        .toList();
        assertThat(reasons).hasSizeGreaterThan(100).isSubsetOf(messages.keys(Language.EN));
        assertThat(reasons).isSubsetOf(messages.keys(Language.JA));
    }

    @Test
    void haveALabelForEveryOperationOfTheLog() throws IOException {
        var operations = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java/oroshi"))) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                var source = Files.readString(file);
                if (source.contains("implements BusinessEvent")) {
                    OPERATION.matcher(source).results().forEach(hit -> operations.add(hit.group(1)));
                }
            }
        }
        for (var line : Files.readAllLines(Path.of("src/main/resources/activity/attempts.csv"))) {
            operations.add(line.substring(line.lastIndexOf(',') + 1));
        }
        operations.removeAll(Set.of("operation", "-"));
        operations.add("change");
        assertThat(operations).contains("add_customer", "create_partner_user", "reset_customer_user_password");
        assertThat(operations.stream().map(operation -> "activity.operation." + operation))
                .isSubsetOf(messages.keys(Language.EN));
    }

    @Test
    void fillInArgumentsByNameAndByPlace() {
        var english = new Texts(messages, Language.EN, new Formats(Language.EN, Language.EN.locale()));
        assertThat(english.text("field.required", "field", Message.of("menu.customers")))
                .isEqualTo("Enter Customers.");
        assertThat(english.text("form.problems", "count", 1)).isEqualTo("There is 1 problem on this page");
        assertThat(english.text("form.problems", "count", 3)).isEqualTo("There are 3 problems on this page");
        assertThat(english.text("email.operatorDomain", "example.com"))
                .isEqualTo("Addresses at example.com can't be used.");
        assertThat(english.text("no.such.key")).isEqualTo("[no.such.key]");
    }

    private void assertKey(String key) {
        assertThat(messages.keys(Language.EN)).contains(key);
    }

    private Set<String> placeholders(Language language, String key) {
        var format = new MessageFormat(messages.pattern(language, key), language.locale());
        return new TreeSet<>(format.getArgumentNames());
    }

    private static Set<String> used(Path folder, String ending, List<Pattern> patterns) throws IOException {
        var keys = new TreeSet<String>();
        try (var files = Files.walk(folder)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(ending)).toList()) {
                var source = Files.readString(file);
                patterns.forEach(pattern -> pattern.matcher(source).results().forEach(hit -> keys.add(hit.group(1))));
            }
        }
        return keys;
    }
}
