package gjdbg.cli;

import gjdbg.error.BadRequest;
import gjdbg.repl.Repl;
import gjdbg.session.LiveSession;
import gjdbg.session.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "repl",
        mixinStandardHelpOptions = true,
        description = {
            "A prompt for JavaScript and for a debugger's usual words; .help there tells more. Lines that come from a file or"
                    + " a pipe are read without a prompt, and a launched target reads nothing then, unless --stdin says what."
        },
        customSynopsis = {
            "gjdbg repl [options] ./target [args…]",
            "       gjdbg repl [options] --pid PID",
            "       gjdbg repl [options] --core CORE [EXECUTABLE]"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  gjdbg repl ./program its arguments",
            "  gjdbg repl --pid 4242",
            "  echo 'b main.main; c; bt' | tr ';' '\\n' | gjdbg repl ./program"
        },
        exitCodeListHeading = ExitStatus.HEADING,
        exitCodeList = {
            "0:the end of the lines was reached",
            "1:a line threw that came from a file or a pipe",
            ExitStatus.UNUSABLE,
            ExitStatus.INTERRUPTED,
            ExitStatus.OWN
        })
final class ReplCommand implements Callable<Integer> {
    @Mixin
    private GrantOptions grants;

    @Mixin
    private StandardFiles files;

    @Option(names = "--pid", paramLabel = "PID", description = "Attach to that process.")
    private Optional<String> process = Optional.empty();

    @Option(names = "--core", paramLabel = "CORE", description = "Open that core dump.")
    private Optional<Path> core = Optional.empty();

    @Parameters(hidden = true)
    private List<String> positional = new ArrayList<>();

    @Override
    public Integer call() {
        boolean terminal = System.console() != null && System.console().isTerminal();
        Supplier<? extends Session> open = target(terminal);
        Interrupts interrupts = new Interrupts();
        if (terminal) {
            interrupts.watch("TERM", "HUP");
        } else {
            interrupts.watch();
        }
        Repl repl = new Repl(Main.engine(), grants.grants(), terminal);
        interrupts.ends(repl::end);
        int status = repl.run(open);
        return interrupts.pending() ? interrupts.status() : status;
    }

    private Supplier<? extends Session> target(boolean terminal) {
        if (process.isPresent() && core.isPresent()) {
            throw new BadRequest("there is one target: --pid or --core, not both");
        }
        if (process.isPresent()) {
            if (!positional.isEmpty()) {
                throw new BadRequest("nothing can follow --pid PID: the process has its executable");
            }
            int pid = ProcessId.of(process.get());
            LiveSession.prepare();
            return () -> withKeyboard(LiveSession.attach(pid), terminal);
        }
        if (core.isPresent()) {
            if (positional.size() > 1) {
                throw new BadRequest("one executable at most can follow --core CORE");
            }
            return () ->
                    CoreCommand.open(core.get(), positional.stream().findFirst().map(Path::of));
        }
        if (positional.isEmpty()) {
            throw new BadRequest("a target is wanted: gjdbg repl ./target [args…], --pid PID or --core CORE");
        }
        Path target = Path.of(positional.getFirst());
        RunCommand.check(target);
        LiveSession.prepare();
        // the lines are not the target's to read
        Optional<Path> nothing = terminal ? Optional.empty() : Optional.of(Path.of("/dev/null"));
        return () -> withKeyboard(
                LiveSession.launch(files.launch(target, positional.subList(1, positional.size()), nothing)), terminal);
    }

    private static LiveSession withKeyboard(LiveSession session, boolean terminal) {
        if (terminal) {
            session.takeKeyboard();
        }
        return session;
    }
}
