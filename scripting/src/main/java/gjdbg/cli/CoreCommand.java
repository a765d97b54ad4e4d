package gjdbg.cli;

import gjdbg.error.BadRequest;
import gjdbg.session.CoreSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "core",
        mixinStandardHelpOptions = true,
        description =
                "Opens a core dump and runs a script on it. The executable is the one that the core names, if none is given.",
        customSynopsis = {
            "gjdbg core [options] script.js CORE [EXECUTABLE]",
            "       gjdbg core [options] -e CODE CORE [EXECUTABLE]"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  gjdbg core post-mortem.js core.4242",
            "  gjdbg core -e 'console.log(`${gjdbg.target.stop}`)' core.4242 ./server"
        },
        exitCodeListHeading = ExitStatus.HEADING,
        exitCodeList = {
            ExitStatus.FINISHED,
            ExitStatus.THREW,
            ExitStatus.UNUSABLE,
            ExitStatus.INTERRUPTED,
            ExitStatus.OWN
        })
final class CoreCommand implements Callable<Integer> {
    @Mixin
    private ScriptOptions options;

    @Parameters(hidden = true)
    private List<String> positional = new ArrayList<>();

    private CoreSession session;

    @Override
    public Integer call() {
        int scripts = options.taken();
        int files = positional.size() - scripts;
        if (files < 1 || files > 2) {
            throw new BadRequest("a core is wanted: gjdbg core script.js CORE [EXECUTABLE]");
        }
        Path core = Path.of(positional.get(scripts));
        Optional<Path> executable = files == 2 ? Optional.of(Path.of(positional.get(scripts + 1))) : Optional.empty();
        return new ScriptRun(options.source(positional), options.grants())
                .run(() -> session = open(core, executable), () -> session);
    }

    /** While the engine is still being made on its own thread. */
    static CoreSession open(Path core, Optional<Path> executable) {
        CoreSession session = CoreSession.open(core, executable);
        session.diagnostics().forEach(each -> System.err.println("gjdbg: " + each));
        return session;
    }
}
