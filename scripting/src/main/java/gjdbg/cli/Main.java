package gjdbg.cli;

import gjdbg.error.GjdbgException;
import gjdbg.script.ScriptEngine;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code gjdbg}. */
@Command(
        name = "gjdbg",
        mixinStandardHelpOptions = true,
        version = "gjdbg 0.1.0",
        description = "A debugger for Go and C programs that you script in JavaScript.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            AttachCommand.class,
            CoreCommand.class,
            ReplCommand.class,
            TestCommand.class,
            TestWorkerCommand.class
        },
        commandListHeading = "%nCommands; 'gjdbg COMMAND --help' tells more of each:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  gjdbg run script.js ./program its arguments",
            "  gjdbg run -e 'console.log(gjdbg.target.goVersion)' ./program",
            "  gjdbg attach script.js 4242",
            "  gjdbg core script.js core.4242",
            "  gjdbg repl ./program",
            "  gjdbg test bank.test.js --target ./bank",
            "  gjdbg goroutines 4242",
            "  gjdbg snapshot 4242 -o report.html",
            "  gjdbg demo                         compiles a small Go program, and runs a script on it"
        },
        exitCodeListHeading = ExitStatus.HEADING,
        exitCodeList = {
            ExitStatus.FINISHED,
            ExitStatus.THREW,
            ExitStatus.UNUSABLE,
            ExitStatus.INTERRUPTED,
            ExitStatus.OWN
        })
public final class Main implements Callable<Integer> {
    static final int DONE = 0;
    static final int THREW = 1;
    static final int USAGE = 2;

    @Option(
            names = "--debug",
            scope = CommandLine.ScopeType.INHERIT,
            description = "Show gjdbg's own stack trace with an error.")
    private boolean debug;

    private static CompletableFuture<ScriptEngine> engine;

    private Main() {}

    public static void main(String[] arguments) {
        int status;
        try {
            status = run(arguments);
        } catch (RuntimeException | Error e) {
            // what picocli does not hand to its handler: errors of the JVM
            status = failed(e, Arrays.asList(arguments).contains("--debug"));
        }
        System.out.flush();
        System.err.flush();
        // nothing is left to be done at exit, and threads of the engine need not be waited for
        Runtime.getRuntime().halt(status);
    }

    private static int run(String[] arguments) {
        boolean plain = arguments.length > 0
                && Arrays.asList("run", "attach", "core", "repl", "test", "test-worker")
                        .contains(arguments[0]);
        boolean reads =
                arguments.length > 0 && (arguments[0].equals("snapshot") || StandardScriptCommand.isOne(arguments[0]));
        if (plain || reads) {
            engine = ScriptEngine.prepare();
        }
        Main main = new Main();
        CommandLine line = new CommandLine(main);
        line.setStopAtPositional(true);
        if (!plain) {
            StandardScriptCommand.addAll(line);
            line.addSubcommand(new SnapshotCommand());
            line.getSubcommands().get("snapshot").setStopAtPositional(false);
            line.addSubcommand(new CompletionCommand());
            line.addSubcommand(new ManPageCommand());
            line.addSubcommand(new CommandLine.HelpCommand());
        }
        // files and options in any order: nothing here belongs to a target
        line.getSubcommands().get("test").setStopAtPositional(false);
        line.setUnmatchedOptionsArePositionalParams(false);
        line.setHelpFactory(new HelpText());
        line.setUsageHelpWidth(HelpText.WIDTH);
        line.setParameterExceptionHandler(
                (e, given) -> complain(e.getMessage() + "; see 'gjdbg " + commandName(e) + "--help'"));
        line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, main.debug));
        return line.execute(arguments);
    }

    /** The engine that is being made since the command's name was read; another one each further time: each serves one script. */
    static CompletableFuture<ScriptEngine> engine() {
        CompletableFuture<ScriptEngine> own = engine == null ? ScriptEngine.prepare() : engine;
        engine = null;
        return own;
    }

    private static String commandName(CommandLine.ParameterException e) {
        String name = e.getCommandLine().getCommandName();
        return name.equals("gjdbg") ? "" : name + " ";
    }

    private static int failed(Throwable e, boolean debug) {
        if (debug) {
            e.printStackTrace();
        }
        if (e instanceof GjdbgException) {
            return complain(e.getMessage());
        }
        complain("internal error: " + e + (debug ? "" : "; --debug shows where"));
        return THREW;
    }

    static int complain(String message) {
        System.err.println("gjdbg: " + message.replace("\n", "\ngjdbg: "));
        return USAGE;
    }

    @Override
    public Integer call() {
        CommandLine.usage(this, System.err);
        return USAGE;
    }
}
