package gjdbg.cli;

import gjdbg.elf.ElfFile;
import gjdbg.error.BadRequest;
import gjdbg.session.LiveSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Launches a program, stopped before its first instruction, and runs a script on it. A script that only sets "
                    + "breakpoints and hooks gets one target.continue() at its end; a target that still lives is killed then."
        },
        customSynopsis = {
            "gjdbg run [options] script.js ./target [args…]",
            "       gjdbg run [options] -e CODE ./target [args…]"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  gjdbg run look.js ./bank -n 8               options after the target are the target's",
            "  gjdbg run --stdout out.txt look.js ./bank   its output apart from the script's",
            "  gjdbg run -e 'console.log(gjdbg.target.goVersion)' ./bank"
        },
        exitCodeListHeading = ExitStatus.HEADING,
        exitCodeList = {
            ExitStatus.FINISHED,
            ExitStatus.THREW,
            ExitStatus.UNUSABLE,
            ExitStatus.INTERRUPTED,
            ExitStatus.OWN
        })
final class RunCommand implements Callable<Integer> {
    @Mixin
    private ScriptOptions options;

    @Mixin
    private StandardFiles files;

    @Parameters(hidden = true)
    private List<String> positional = new ArrayList<>();

    @Override
    public Integer call() {
        int scripts = options.taken();
        if (positional.size() <= scripts) {
            throw new BadRequest(
                    scripts == 1 && positional.isEmpty()
                            ? "a script and a target are wanted: gjdbg run script.js ./target [args…]"
                            : "a target is wanted: gjdbg run script.js ./target [args…]");
        }
        Path target = Path.of(positional.get(scripts));
        List<String> arguments = positional.subList(scripts + 1, positional.size());
        return new ScriptRun(options.source(positional), options.grants())
                .run(
                        () -> {
                            check(target);
                            // done while the engine is still being made on its own thread
                            LiveSession.prepare();
                        },
                        () -> LiveSession.launch(files.launch(target, arguments)));
    }

    /** What launching would not tell as well. */
    static void check(Path target) {
        if (!Files.exists(target)) {
            throw new BadRequest("there is no target " + target);
        }
        if (!Files.isRegularFile(target)) {
            throw new BadRequest("the target " + target + " is no program: it is "
                    + (Files.isDirectory(target) ? "a folder" : "no regular file"));
        }
        if (!Files.isExecutable(target)) {
            throw new BadRequest("the target " + target + " is not executable; chmod +x makes it so");
        }
        ElfFile.open(target);
    }
}
