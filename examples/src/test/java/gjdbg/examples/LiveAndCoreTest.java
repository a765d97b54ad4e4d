package gjdbg.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gjdbg.testbins.Fixtures;
import gjdbg.testbins.GoBinary;
import gjdbg.testbins.Mode;
import gjdbg.testbins.Run;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One script prints the same on a live process and on its core, whoever wrote that: goroutines, stacks and values. */
class LiveAndCoreTest {
    private static final String SHOW = """
            import { target, format } from 'gjdbg';
            export function show() {
              console.log(target.goroutines.length, target.threads.length, target.path, target.args, target.goVersion);
              let frames = 0;
              let values = 0;
              for (const g of target.goroutines) {
                console.log(`goroutine ${g.id} ${g.status} ${g.waitReason} ${g.parentId} ${g.createdBy?.function} ${g.createdBy?.line} ${format(g.labels)} ${g.stack.size}`);
                for (const frame of g.frames()) {
                  frames++;
                  console.log(`  ${frame} ${frame.pc}`);
                  if (/^(runtime|internal)/.test(frame.function)) continue;
                  for (const name of [...Object.keys(frame.args), ...Object.keys(frame.locals)]) {
                    values++;
                    console.log(`    ${name} = ${format(frame.value(name))}`);
                  }
                }
              }
              console.log(`${frames} frames, ${values} values`);
            }
            """;

    @TempDir
    Path folder;

    private void write(String name, String code) throws IOException {
        Files.writeString(folder.resolve("show.js"), SHOW);
        Files.writeString(
                folder.resolve(name), "import { target } from 'gjdbg';\nimport { show } from './show.js';\n" + code);
    }

    private Run onCore(Path core, GoBinary program) throws IOException {
        write("core.js", "show();");
        Run run = Command.gjdbg(
                "core",
                folder.resolve("core.js").toString(),
                core.toString(),
                program.path().toString());
        assertEquals(0, run.status(), run.err());
        return run;
    }

    private static void assertSame(Run live, Run dead) {
        assertEquals(0, live.status(), live.err());
        String counts = live.out().lines().toList().getLast();
        assertTrue(counts.matches("\\d\\d+ frames, \\d\\d+ values"), live.out());
        assertEquals(live.out(), dead.out());
        System.out.println("live and core: " + counts + ", 0 disagreements");
    }

    @Test
    void of_gdb_s_gcore_and_of_our_own_dump() throws Exception {
        GoBinary crowd = Fixtures.go("crowd", "1.26", Mode.NOOPT);
        Path own = folder.resolve("own.core");
        Process process = new ProcessBuilder(crowd.path().toString(), "20")
                .directory(folder.toFile())
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("ready", out.readLine());
            String pid = "" + process.pid();
            Run gcore = Run.of(List.of("gcore", "-o", folder.resolve("gdb").toString(), pid), folder, List.of());
            assertEquals(0, gcore.status(), gcore.err());
            write("live.js", "target.dump('" + own + "');\nshow();");
            Run live = Command.gjdbg(
                    "attach",
                    "--allow-write=" + folder,
                    folder.resolve("live.js").toString(),
                    pid);
            assertSame(live, onCore(own, crowd));
            assertSame(live, onCore(folder.resolve("gdb." + pid), crowd));
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void of_the_kernel() throws Exception {
        String pattern =
                Files.readString(Path.of("/proc/sys/kernel/core_pattern")).strip();
        assumeTrue(!pattern.startsWith("|") && !pattern.contains("/"), "the kernel writes cores elsewhere: " + pattern);
        GoBinary cores = Fixtures.go("cores", "1.26", Mode.NOOPT);
        Path crash = Files.writeString(folder.resolve("input"), "c");
        write("live.js", """
                let stop = target.continue();
                while (stop.reason === 'panic') stop = target.continue();
                if (stop.signal !== 'SIGABRT') throw new Error(`${stop}`);
                show();
                target.continue();
                """);
        Run live = Run.of(
                List.of(
                        "/bin/sh",
                        "-c",
                        "ulimit -c unlimited; exec \"$@\"",
                        "sh",
                        Command.PACKED.resolve("bin/gjdbg").toString(),
                        "run",
                        "--stdin",
                        crash.toString(),
                        "--stdout",
                        "/dev/null",
                        "--stderr",
                        "/dev/null",
                        folder.resolve("live.js").toString(),
                        cores.path().toString(),
                        "wait"),
                folder,
                List.of());
        assertEquals(0, live.status(), live.out() + live.err());
        try (Stream<Path> files = Files.list(folder)) {
            Path core = files.filter(each -> each.getFileName().toString().matches("core(\\.\\d+)?"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("the kernel wrote no core"));
            assertSame(live, onCore(core, cores));
        }
    }
}
