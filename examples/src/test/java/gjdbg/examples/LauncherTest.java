package gjdbg.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.testbins.Fixtures;
import gjdbg.testbins.Mode;
import gjdbg.testbins.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launchers: of the repository, and of the archive that needs no Maven. */
class LauncherTest {
    @TempDir
    Path folder;

    @Test
    void it_runs_from_any_folder_and_through_symbolic_links() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("first"), Command.LAUNCHER);
        Path linkToLink = Files.createSymbolicLink(
                folder.resolve("second"), Path.of(link.getFileName().toString()));
        Run run = Command.run(linkToLink, folder, List.of(), "jdk");
        assertEquals(0, run.status(), run.err());
        assertTrue(Files.isExecutable(Path.of(run.out().strip()).resolve("bin/javac")), run.out());
    }

    @Test
    void it_passes_over_a_JAVA_HOME_that_is_too_old() throws IOException {
        Path old = fakeJdk("old", "17.0.15");
        Run run = Command.run(Command.LAUNCHER, folder, List.of("JAVA_HOME=" + old), "jdk");
        assertEquals(0, run.status(), run.err());
        assertTrue(!run.out().contains(old.toString()), run.out());
    }

    @Test
    void it_takes_a_JAVA_HOME_of_a_later_release() throws IOException {
        Path later = fakeJdk("later", "31-ea");
        Run run = Command.run(Command.LAUNCHER, folder, List.of("JAVA_HOME=" + later), "jdk");
        assertEquals(later + "\n", run.out());
    }

    @Test
    void what_is_up_to_date_is_not_built_again() {
        Run run = Command.run(Command.LAUNCHER, folder, List.of(), "--version");
        assertEquals("", run.err());
        assertEquals(0, run.status());
    }

    /** AOTMode=on makes the JVM refuse to start with a cache that does not fit it, or whose jars are others. */
    @Test
    void the_archive_runs_where_no_Java_is_and_its_cache_fits_its_runtime() throws IOException {
        Run unpacked = Run.of(List.of("tar", "xzf", archive().toString()), folder, List.of());
        assertEquals(0, unpacked.status(), unpacked.err());
        Path bank = Fixtures.go("bank", "1.26", Mode.NOOPT).path();
        Run run = Run.of(
                List.of(
                        "env",
                        "-i",
                        "PATH=" + tools("bash", "env", "readlink"),
                        "GJDBG_JAVA_OPTIONS=-XX:AOTMode=on",
                        "gjdbg/bin/gjdbg",
                        "run",
                        "gjdbg/examples/01-first-look.js",
                        bank.toString()),
                folder,
                List.of());
        assertEquals("", run.err());
        assertTrue(run.out().startsWith("ann (4750) -> eve (520): 1200\n  main.transfer  "), run.out());
        assertTrue(run.out().endsWith("the program has ended: exit, status 0\n"), run.out());
        assertEquals(0, run.status());
    }

    @Test
    void the_demo_shows_its_script_and_what_it_prints() {
        Run run = Command.run(Command.LAUNCHER, folder, List.of("XDG_CACHE_HOME=" + folder), "demo");
        assertEquals(0, run.status(), run.err());
        assertTrue(run.err().contains("target.breakpoint('main.transfer'"), run.err());
        assertTrue(run.out().startsWith("ann (4750) -> eve (520): 1200\n  main.transfer  "), run.out());
        assertTrue(run.out().endsWith("the program has ended: exit, status 0\n"), run.out());
    }

    @Test
    void the_demo_without_Go_says_what_is_missing() throws IOException {
        Path bin = tools("bash", "env", "readlink", "find");
        String home = System.getProperty("java.home");
        Run run = Command.run(Command.LAUNCHER, folder, List.of("PATH=" + bin, "JAVA_HOME=" + home), "demo");
        assertEquals(2, run.status());
        assertTrue(run.err().contains("Go") && run.err().lines().count() == 1, run.err());
    }

    /** A folder for the PATH with no more than these. */
    private Path tools(String... names) throws IOException {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        for (String name : names) {
            Files.createSymbolicLink(bin.resolve(name), Path.of("/usr/bin").resolve(name));
        }
        return bin;
    }

    private Path fakeJdk(String name, String version) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Files.createDirectory(home.resolve("bin"));
        for (String program : List.of("java", "javac")) {
            Files.writeString(home.resolve("bin").resolve(program), "#!/bin/sh\n");
            assertTrue(home.resolve("bin").resolve(program).toFile().setExecutable(true));
        }
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"none\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private static Path archive() throws IOException {
        try (var files = Files.newDirectoryStream(Command.REPOSITORY.resolve("scripting/target"), "gjdbg-*.tar.gz")) {
            return files.iterator().next();
        }
    }
}
