package gjdbg.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.testbins.Fixtures;
import gjdbg.testbins.GoBinary;
import gjdbg.testbins.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A script reaches its own modules and what it was granted, and nothing else. */
class SandboxTest {
    private static GoBinary bank;

    @TempDir
    Path parent;

    private Path folder;
    private Path outside;

    @BeforeAll
    static void build() {
        bank = Fixtures.go("bank", "1.26", Mode.NOOPT);
    }

    @BeforeEach
    void makeFolders() throws IOException {
        folder = Files.createDirectories(parent.resolve("own/sub")).getParent();
        outside = Files.createDirectories(parent.resolve("outside"));
        Files.writeString(outside.resolve("secret.js"), "export const name = 'secret';");
        Files.writeString(outside.resolve("secret.txt"), "secret text");
        Files.writeString(folder.resolve("sub/own.mjs"), "export const name = 'own';");
        Files.createSymbolicLink(folder.resolve("link.js"), outside.resolve("secret.js"));
        Files.createSymbolicLink(folder.resolve("linked"), outside);
    }

    @Test
    void modules_of_its_own_folder_are_imported() {
        assertEquals(
                List.of("own"),
                run("import { name } from './sub/own.mjs'; console.log(name);").lines());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside/secret.js",
                "./sub/../../outside/secret.js",
                "./link.js",
                "./linked/secret.js",
                "/etc/hostname",
                "file:///etc/hostname"
            })
    void a_module_anywhere_else_is_refused(String module) {
        String text = run("try { await import('" + module
                        + "'); console.log('loaded'); } catch (e) { console.log(e.message); }")
                .out();
        assertTrue(text.contains("the script may not read") || text.contains("Cannot find module"), text);
        assertFalse(text.contains("loaded"), text);
    }

    @Test
    void whether_a_file_outside_exists_is_not_told() {
        String code = "for (const name of ['secret.js', 'nothing.js']) try { await import('../outside/' + name); }"
                + " catch (e) { console.log(e.message.replace(name, 'NAME')); }";
        List<String> lines = run(code).lines();
        assertEquals(2, lines.size());
        assertEquals(lines.get(0), lines.get(1));
    }

    @Test
    void a_granted_folder_is_imported_from() {
        Grants grants = new Grants(List.of(outside), List.of(), false);
        assertEquals(
                List.of("secret"),
                Scripts.run(bank, folder, grants, "import { name } from '../outside/secret.js'; console.log(name);")
                        .lines());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Java",
                "Polyglot",
                "Graal",
                "load",
                "loadWithNewGlobal",
                "print",
                "read",
                "readline",
                "quit",
                "require",
                "process",
                "fetch",
                "XMLHttpRequest",
                "WebAssembly",
                "java",
                "Packages",
                "importScripts"
            })
    void it_has_no_global_that_leads_out(String name) {
        assertEquals(
                List.of("undefined"),
                run("console.log(typeof globalThis['" + name + "']);").lines());
    }

    @Test
    void classes_of_Java_are_not_reached_through_gjdbgs_objects() {
        String code = """
                for (const object of [gjdbg.target, gjdbg.target.memory, gjdbg.target.threads[0], gjdbg.fs, gjdbg.exit]) {
                  for (const name of ['getClass', 'class', 'binding', 'session', 'hashCode', 'wait']) {
                    if (object[name] !== undefined) console.log('reached ' + name);
                  }
                }
                """;
        assertEquals(List.of(), run(code).lines());
    }

    @Test
    void files_are_neither_read_nor_written_without_a_grant() {
        String code = "for (const act of [() => gjdbg.fs.readText('%s'), () => gjdbg.fs.writeText('%s', 'x')])"
                        .formatted(outside.resolve("secret.txt"), outside.resolve("new.txt"))
                + " try { act(); console.log('done'); } catch (e) { console.log(e.name, e.message.includes('--allow-')); }";
        assertEquals(List.of("BadRequest true", "BadRequest true"), run(code).lines());
        assertFalse(Files.exists(outside.resolve("new.txt")));
    }

    @Test
    void a_grant_to_read_is_none_to_write_and_ends_at_its_folder() throws IOException {
        Path granted = Files.createDirectories(parent.resolve("granted"));
        Files.writeString(granted.resolve("data.txt"), "data");
        Files.createSymbolicLink(granted.resolve("out.txt"), outside.resolve("secret.txt"));
        Grants grants = new Grants(List.of(granted), List.of(), false);
        String code = """
                const attempt = act => { try { console.log(act()); } catch (e) { console.log(e.name); } };
                attempt(() => gjdbg.fs.readText('%1$s/data.txt'));
                attempt(() => gjdbg.fs.readText('%1$s/out.txt'));
                attempt(() => gjdbg.fs.readText('%1$s/../outside/secret.txt'));
                attempt(() => gjdbg.fs.writeText('%1$s/data.txt', 'changed'));
                """.formatted(granted);
        assertEquals(
                List.of("data", "BadRequest", "BadRequest", "BadRequest"),
                Scripts.run(bank, folder, grants, code).lines());
        assertEquals("data", Files.readString(granted.resolve("data.txt")));
    }

    @Test
    void a_grant_to_write_ends_at_its_folder() throws IOException {
        Path granted = Files.createDirectories(parent.resolve("granted"));
        Files.createSymbolicLink(granted.resolve("link"), outside);
        Files.createSymbolicLink(granted.resolve("out.txt"), outside.resolve("secret.txt"));
        Grants grants = new Grants(List.of(), List.of(granted), false);
        String code = """
                const attempt = name => {
                  try { gjdbg.fs.writeText('%s/' + name, 'written'); console.log('done'); } catch (e) { console.log(e.name); }
                };
                ['new.txt', 'new.txt', 'link/a.txt', '../outside/b.txt', 'out.txt'].forEach(attempt);
                """.formatted(granted);
        assertEquals(
                List.of("done", "done", "BadRequest", "BadRequest", "BadRequest"),
                Scripts.run(bank, folder, grants, code).lines());
        assertEquals("written", Files.readString(granted.resolve("new.txt")));
        assertEquals("secret text", Files.readString(outside.resolve("secret.txt")));
        try (var left = Files.list(outside)) {
            assertEquals(2, left.count());
        }
        try (var left = Files.list(granted)) {
            assertEquals(3, left.count());
        }
    }

    @Test
    void the_environment_is_seen_only_when_granted() {
        String code = "console.log(Object.keys(gjdbg.env).length > 0, gjdbg.env.PATH !== undefined);";
        assertEquals(List.of("false false"), run(code).lines());
        Grants grants = new Grants(List.of(), List.of(), true);
        assertEquals(
                List.of("true true"), Scripts.run(bank, folder, grants, code).lines());
    }

    private Scripts.Outcome run(String code) {
        return Scripts.run(bank, folder, code);
    }
}
