package gjdbg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the packages to the order of the table in docs/architecture.md. */
class ArchitectureTest {
    private static final Pattern ROW = Pattern.compile("\\| `gjdbg\\.(\\w+)`.*");

    private final List<String> order = packagesOfTheTable();
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> location.contains("/core/"))
            .importPackages("gjdbg");

    @Test
    void every_package_of_core_is_in_the_table() {
        Set<String> missing = new TreeSet<>();
        for (JavaClass each : classes) {
            if (!order.contains(room(each))) {
                missing.add(each.getPackageName());
            }
        }
        assertTrue(classes.size() > order.size(), "found no classes to check");
        assertEquals(Set.of(), missing);
    }

    @Test
    void packages_use_only_those_above_them_in_the_table() {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass each : classes) {
            for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
                JavaClass used = dependency.getTargetClass();
                if (used.getPackageName().startsWith("gjdbg.")
                        && order.indexOf(room(used)) > order.indexOf(room(each))) {
                    wrong.add(each.getName() + " uses " + used.getName());
                }
            }
        }
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    void core_knows_no_JavaScript() {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass each : classes) {
            for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
                if (dependency.getTargetClass().getPackageName().startsWith("org.graalvm")) {
                    wrong.add(each.getName());
                }
            }
        }
        assertEquals(Set.of(), wrong);
    }

    /** {@code elf} of {@code gjdbg.elf}, {@code dwarf} of {@code gjdbg.dwarf.line}. */
    private static String room(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return parts.length > 1 ? parts[1] : "";
    }

    private static List<String> packagesOfTheTable() {
        List<String> packages = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(Path.of("..", "docs", "architecture.md"))) {
                Matcher row = ROW.matcher(line);
                if (row.matches()) {
                    packages.add(row.group(1));
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return packages;
    }
}
