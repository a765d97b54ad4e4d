package gjdbg.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    @Test
    void the_archive_runs_from_where_it_was_unpacked() throws IOException {
        Path archive = archive();
        Run unpacked = Run.of(List.of("tar", "xzf", archive.toString()), folder, List.of());
        assertEquals(0, unpacked.status(), unpacked.err());
        Path command = folder.resolve("gjdbg/bin/gjdbg");
        Run run = Command.run(command, folder, List.of(), "run", "-e", "console.log(gjdbg.target.path)", "/bin/true");
        assertEquals("", run.err());
        assertTrue(run.out().endsWith("true\n"), run.out());
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
        Path bin = Files.createDirectory(folder.resolve("bin"));
        for (String tool : List.of("bash", "env", "readlink", "find")) {
            Files.createSymbolicLink(bin.resolve(tool), Path.of("/usr/bin").resolve(tool));
        }
        String home = System.getProperty("java.home");
        Run run = Command.run(Command.LAUNCHER, folder, List.of("PATH=" + bin, "JAVA_HOME=" + home), "demo");
        assertEquals(2, run.status());
        assertTrue(run.err().contains("Go") && run.err().lines().count() == 1, run.err());
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
