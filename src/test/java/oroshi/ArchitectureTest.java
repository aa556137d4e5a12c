package oroshi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The house keeps its walls: modules, names, and where SQL may stand. */
class ArchitectureTest {
    private static final ApplicationModules MODULES = ApplicationModules.of(Oroshi.class);
    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("oroshi");
    private static final Pattern BANNED = Pattern.compile(".*(Impl|Manager|Helper|Util|Utils|Processor|Dto)");
    private static final Pattern SCHEMA = Pattern.compile(
            "(?:from|into|update|join|table)\\s+(?:only\\s+)?([a-z]+)\\.[a-z_]+", Pattern.CASE_INSENSITIVE);

    @Test
    void everyModuleUsesOnlyWhatItsPackageSays() {
        MODULES.verify();
    }

    /** The diagram of the documents is drawn from the code; {@code make docs} takes it over. */
    @Test
    void theDiagramOfTheModulesIsDrawn() {
        var options = Documenter.DiagramOptions.defaults().withStyle(Documenter.DiagramOptions.DiagramStyle.UML);
        new Documenter(MODULES, Documenter.Options.defaults().withOutputFolder("target/modules"))
                .writeModulesAsPlantUml(options);
        assertThat(Path.of("target/modules/components.puml")).isNotEmptyFile();
    }

    @Test
    void noTypeHasANameThatSaysNothing() {
        var offenders = CLASSES.stream()
                .filter(type -> !type.isAnonymousClass())
                .map(JavaClass::getSimpleName)
                .filter(name -> BANNED.matcher(name).matches())
                .filter(name -> !name.endsWith("TransactionManager"))
                .toList();
        assertThat(offenders).isEmpty();
    }

    @Test
    void onlyTablesSpeakToTheDatabase() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Table")
                .and()
                .haveSimpleNameNotContaining("Table$")
                .and()
                .resideOutsideOfPackages("oroshi.database", "oroshi.rest", "oroshi.demo")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(JdbcClient.class)
                .because("a statement is looked for in the class that is named after its table")
                .check(CLASSES);
    }

    /** Beans are decided when Oroshi is packaged: whatever hung on a setting would not hear what the operator says. */
    @Test
    void noBeanHangsOnASetting() {
        var conditional = CLASSES.stream()
                .flatMap(type -> Stream.concat(Stream.of(type), type.getMethods().stream()))
                .filter(place -> place.isMetaAnnotatedWith(Conditional.class))
                .filter(place -> !place.isAnnotatedWith(ConditionalOnMissingBean.class))
                .map(Object::toString)
                .toList();
        assertThat(conditional).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        var silent = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .distinct()
                .filter(name -> !Files.exists(source(name).resolve("package-info.java")))
                .toList();
        assertThat(silent).isEmpty();
    }

    @Test
    void noStatementNamesAnotherModulesSchema() {
        var trespassers = MODULES.stream()
                .flatMap(module -> tables(module).stream().flatMap(file -> trespasses(module, file).stream()))
                .toList();
        assertThat(trespassers).isEmpty();
    }

    private static List<Path> tables(ApplicationModule module) {
        try (var files = Files.walk(source(module.getBasePackage().getName()))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> trespasses(ApplicationModule module, Path file) {
        var schemas = MODULES.stream()
                .map(other -> other.getIdentifier().toString())
                .filter(name -> !name.equals(module.getIdentifier().toString()))
                .collect(Collectors.toSet());
        try {
            var text = String.join("\n", textBlocks(Files.readString(file)));
            return SCHEMA.matcher(text)
                    .results()
                    .map(match -> match.group(1))
                    .filter(schemas::contains)
                    .map(schema -> file.getFileName() + " names the schema " + schema)
                    .distinct()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> textBlocks(String source) {
        return Pattern.compile("\"\"\"(.*?)\"\"\"", Pattern.DOTALL)
                .matcher(source)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static Path source(String packageName) {
        return Path.of("src/main/java", packageName.split("\\."));
    }
}
