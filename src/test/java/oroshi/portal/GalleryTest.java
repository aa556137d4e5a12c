package oroshi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.CodeResolver;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import oroshi.access.Caller;
import oroshi.access.Role;
import oroshi.basics.Cloud;
import oroshi.basics.PartnerId;
import oroshi.basics.PartnerType;
import oroshi.basics.UserId;

/** Writes one page with every component to target/gallery, in both languages, light and dark: open it to judge a change. */
class GalleryTest {
    static final Path FOLDER = Path.of("target", "gallery");

    @Test
    void showsEveryComponent() throws Exception {
        write();
    }

    static void write() throws Exception {
        Files.createDirectories(FOLDER);
        for (var asset : List.of("oroshi.css", "oroshi.js", "icons.svg", "logo.svg")) {
            Files.write(FOLDER.resolve(asset), Files.readAllBytes(Path.of("src/main/resources/static/assets", asset)));
        }
        var templates = TemplateEngine.create(new BothFolders(), FOLDER.resolve("classes"), ContentType.Html);
        for (var language : Language.values()) {
            for (var theme : Theme.values()) {
                var html = Here.in(shell(language, theme), () -> render(templates));
                assertThat(html).contains("</html>").doesNotContainPattern("\\[[a-z]+\\.[A-Za-z.]+]");
                Files.writeString(FOLDER.resolve(language.code() + "-" + theme.code() + ".html"), html);
            }
        }
    }

    private static String render(TemplateEngine templates) {
        var output = new StringOutput();
        templates.render("gallery.jte", Map.of("form", form(), "countries", countries()), output);
        return output.toString();
    }

    private static Form form() {
        return Form.of(Map.of("companyName", "A", "domainPrefix", "sakura", "country", "JP", "agreement.mode", "b"))
                .reject("companyName", "company.tooShort")
                .require("contact.lastName", "menu.customers")
                .warn("domainPrefix", "company.suspicious");
    }

    private static List<Choice> countries() {
        return List.of(
                Choice.of("JP", "日本").withSearchWords("Japan"),
                Choice.of("US", "アメリカ合衆国").withSearchWords("United States"),
                Choice.of("DE", "ドイツ").withHelp("EUR"),
                Choice.of("AT", "オーストリア").disabledBecause("Not in your market"));
    }

    private static Shell shell(Language language, Theme theme) {
        var caller = new Caller(
                new PartnerId(UUID.randomUUID()),
                PartnerType.INDIRECT_PROVIDER,
                language == Language.JA ? Cloud.PUBLIC : Cloud.US_GOV,
                Optional.of(new UserId(UUID.randomUUID())),
                Optional.empty(),
                "sato@aozora-cloud.example",
                Set.of(Role.GLOBAL_ADMIN, Role.ADMIN_AGENT),
                true);
        var texts = new Texts(Messages.builtIn(), language, new Formats(language, language.locale()));
        return new Shell(
                texts,
                theme,
                new Visitor(caller, "佐藤 健", "青空クラウド株式会社", "ja-JP"),
                Menu.of(caller, item -> true),
                "/customers",
                null,
                Flash.success("form.copied"),
                name -> name,
                Map.of(),
                () -> 3,
                Optional::empty,
                "0196a2b0");
    }

    /** The product's templates and those that only tests have. */
    private static final class BothFolders implements CodeResolver {
        private final CodeResolver product = new DirectoryCodeResolver(Path.of("src/main/jte"));
        private final CodeResolver tests = new DirectoryCodeResolver(Path.of("src/test/jte"));

        @Override
        public @Nullable String resolve(String name) {
            var own = tests.resolve(name);
            return own != null ? own : product.resolve(name);
        }

        @Override
        public long getLastModified(String name) {
            return 0;
        }
    }
}
