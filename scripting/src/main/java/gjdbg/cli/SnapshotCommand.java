package gjdbg.cli;

import gjdbg.error.BadRequest;
import gjdbg.script.ScriptSource;
import gjdbg.script.SnapshotFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "snapshot",
        mixinStandardHelpOptions = true,
        description = {
            "Shows a whole program as it is now: threads, goroutines with equal stacks together, arguments and locals, the"
                    + " scheduler, modules and environment. A process is let go once it was read. Reports have what the"
                    + " program had in memory: passwords are left out of the environment and the arguments, and nowhere"
                    + " else."
        },
        customSynopsis = {"gjdbg snapshot [options] PID", "       gjdbg snapshot [options] CORE [EXECUTABLE]"},
        footerHeading = "%nExamples:%n",
        footer = {"  gjdbg snapshot $(pidof server)", "  gjdbg snapshot core.4242 -o report.html"},
        exitCodeListHeading = ExitStatus.HEADING,
        exitCodeList = {
            "0:it was printed or written",
            "1:the program could not be read",
            ExitStatus.UNUSABLE,
            ExitStatus.INTERRUPTED
        })
final class SnapshotCommand implements Callable<Integer> {
    /** How the script hands over what it read, and how to show it. */
    private static final String TAKE = "gjdbg.takeSnapshot";

    private static final String RUN = """
            import { target } from 'gjdbg';
            import { text } from 'gjdbg/stdlib/snapshot';
            const snapshot = target.snapshot();
            if (target.state === 'stopped') target.detach();
            globalThis[Symbol.for('%s')](JSON.stringify(snapshot));
            if (%b) console.log(text(snapshot, { colour: %b, system: %b }));
            """;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write a report: FILE.html to read in a browser, FILE.json for other programs.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--system", description = "Show the runtime's own goroutines too; reports always have them.")
    private boolean system;

    @Parameters(hidden = true)
    private List<String> positional = new ArrayList<>();

    private String taken;

    @Override
    public Integer call() {
        ProcessOrCore subject = new ProcessOrCore("snapshot [-o FILE]", positional);
        if (file.isPresent() && json) {
            throw new BadRequest("--json prints, and -o writes a file: use one of them");
        }
        Optional<SnapshotFile> report = file.map(SnapshotFile::to);
        ProxyExecutable take = arguments -> {
            taken = arguments[0].asString();
            return null;
        };
        int status = subject.run(source(), Map.of(TAKE, take), false);
        if (status == Main.DONE && json) {
            System.out.println(taken);
        }
        if (status == Main.DONE) {
            // the process runs on by now
            report.ifPresent(each -> each.write(taken));
        }
        return status;
    }

    private ScriptSource source() {
        Path folder = Path.of("").toAbsolutePath();
        boolean prints = file.isEmpty() && !json;
        String script = RUN.formatted(TAKE, prints, prints && Terminal.hasColour(), system);
        return new ScriptSource(
                "gjdbg snapshot",
                script,
                folder,
                folder.resolve("-snapshot.mjs").toUri());
    }
}
