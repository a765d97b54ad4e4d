package gjdbg.cli;

import gjdbg.error.BadRequest;
import gjdbg.session.LiveSession;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "attach",
        mixinStandardHelpOptions = true,
        description =
                "Attaches to every thread of a process, and runs a script on it. At the end it is let go, unharmed.",
        customSynopsis = {"gjdbg attach [options] script.js PID", "       gjdbg attach [options] -e CODE PID"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  gjdbg attach look.js $(pidof server)",
            "  gjdbg attach --allow-write=. -e 'gjdbg.target.dump(\"server.core\")' 4242"
        },
        exitCodeListHeading = ExitStatus.HEADING,
        exitCodeList = {
            ExitStatus.FINISHED,
            ExitStatus.THREW,
            ExitStatus.UNUSABLE,
            ExitStatus.INTERRUPTED,
            ExitStatus.OWN
        })
final class AttachCommand implements Callable<Integer> {
    @Mixin
    private ScriptOptions options;

    @Parameters(hidden = true)
    private List<String> positional = new ArrayList<>();

    @Override
    public Integer call() {
        int scripts = options.taken();
        if (positional.size() != scripts + 1) {
            throw new BadRequest("a process is wanted: gjdbg attach script.js PID");
        }
        int pid = ProcessId.of(positional.get(scripts));
        return new ScriptRun(options.source(positional), options.grants())
                .run(LiveSession::prepare, () -> LiveSession.watch(pid));
    }
}
