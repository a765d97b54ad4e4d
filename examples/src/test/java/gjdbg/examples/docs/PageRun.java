package gjdbg.examples.docs;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.examples.docs.Page.Code;
import gjdbg.examples.docs.Page.Program;
import gjdbg.examples.docs.Page.Running;
import gjdbg.examples.docs.Page.Step;
import gjdbg.testbins.Fixtures;
import gjdbg.testbins.Mode;
import gjdbg.testbins.Run;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.function.Executable;

/** Runs a page's code in a folder of its own and compares what it prints with what the page says. */
final class PageRun implements AutoCloseable {
    private static final Pattern FILE_NAME = Pattern.compile("^// (\\S+\\.m?js)\\n");
    private static final Path BIN =
            Path.of("../scripting/target/dist/gjdbg/bin").toAbsolutePath().normalize();
    static final Path GJDBG = BIN.resolve("gjdbg");
    private static final String PROMPT = "gjdbg> ";
    private static final String RELEASE = "1.26";

    private final Page page;
    private final Path folder;
    private final Path tools;
    private final List<Process> running = new ArrayList<>();
    private String program = "";
    private int files;

    PageRun(Page page, Path folder) throws IOException {
        this.page = page;
        this.folder = Files.createDirectory(folder.resolve("page"));
        this.tools = Files.createDirectory(folder.resolve("tools"));
    }

    void run() throws IOException {
        List<Executable> checks = new ArrayList<>();
        for (int i = 0; i < page.steps().size(); i++) {
            Step step = page.steps().get(i);
            switch (step) {
                case Program each -> program(each.fixture());
                case Running each -> start(each);
                case Code code -> {
                    List<Step> rest = page.steps().subList(i + 1, page.steps().size());
                    checks.addAll(run(code, rest.isEmpty() ? code : rest.getFirst()));
                }
            }
        }
        assertAll(checks);
    }

    private void program(String fixture) throws IOException {
        program = fixture;
        Path file = folder.resolve(fixture);
        if (!Files.exists(file)) {
            Files.copy(Fixtures.go(fixture, RELEASE, Mode.NOOPT).path(), file);
        }
    }

    /** What runs has printed something when the page goes on; its pid is what pidof gives, whatever else runs here. */
    private void start(Running each) throws IOException {
        List<String> command = new ArrayList<>(List.of("./" + each.fixture()));
        command.addAll(each.arguments());
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        running.add(process);
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        Path pidof = tools.resolve("pidof");
        Files.writeString(pidof, "#!/bin/sh\n[ \"$1\" = " + each.fixture() + " ] && echo " + process.pid() + "\n");
        assertTrue(pidof.toFile().setExecutable(true));
    }

    private List<Executable> run(Code code, Step next) throws IOException {
        if (code.language().equals("sh")) {
            // as on a terminal, errors and output are one
            Run run = Run.of(
                    List.of("timeout", "60", "bash", "-c", "exec 2>&1; set -eu\n" + code.text()),
                    folder,
                    List.of("PATH=" + tools + ":" + BIN + ":" + System.getenv("PATH")));
            return checks(code, run, code.output().orElse(run.out()));
        }
        if (code.language().equals("prompt")) {
            return atThePrompt(code);
        }
        Matcher named = FILE_NAME.matcher(code.text());
        String file = named.find() ? named.group(1) : "page" + files++ + ".js";
        Files.writeString(folder.resolve(file), code.text());
        if (next instanceof Code shell
                && shell.language().equals("sh")
                && shell.text().contains(file)) {
            return List.of();
        }
        String gjdbg = GJDBG.toString();
        if (code.text().contains("'gjdbg/test'")) {
            Run run = Run.of(List.of("timeout", "60", gjdbg, "test", file), folder, List.of("GITHUB_ACTIONS="));
            return checks(code, run, code.output().orElse(run.out()));
        }
        Run run = Run.of(
                List.of("timeout", "60", gjdbg, "run", "--stdout", "/dev/null", file, "./" + program),
                folder,
                List.of());
        return checks(code, run, code.output().orElse(""));
    }

    /** Lines from a pipe are not echoed, and there is no prompt: only what they print is there. */
    private List<Executable> atThePrompt(Code code) throws IOException {
        Map<Boolean, List<String>> lines =
                code.text().lines().collect(Collectors.partitioningBy(line -> line.startsWith(PROMPT)));
        Path typed = folder.resolve("typed" + files++);
        Files.write(
                typed,
                lines.get(true).stream()
                        .map(line -> line.substring(PROMPT.length()))
                        .toList());
        Run run = Run.of(
                List.of(
                        "timeout",
                        "60",
                        "bash",
                        "-c",
                        "\"$0\" repl \"$1\" <\"$2\"",
                        GJDBG.toString(),
                        "./" + program,
                        typed.toString()),
                folder,
                List.of());
        return checks(code, run, String.join("\n", lines.get(false)) + "\n");
    }

    private List<Executable> checks(Code code, Run run, String output) {
        String where = page.name() + ":" + code.line();
        return List.of(
                () -> assertEquals(code.status(), run.status(), where + "\n" + run.out() + run.err()),
                () -> assertEquals("", run.err(), where),
                () -> {
                    if (!pattern(output).matcher(run.out()).matches()) {
                        assertEquals(output, run.out(), where);
                    }
                });
    }

    private static Pattern pattern(String output) {
        return Pattern.compile(
                Pattern.compile("…").splitAsStream(output).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    @Override
    public void close() {
        running.forEach(Process::destroyForcibly);
    }
}
