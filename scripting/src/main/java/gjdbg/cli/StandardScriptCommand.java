package gjdbg.cli;

import gjdbg.error.BadRequest;
import gjdbg.script.Grants;
import gjdbg.script.ScriptHost.ScriptSource;
import gjdbg.session.CoreSession;
import gjdbg.session.LiveSession;
import gjdbg.testing.Json;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Runs a standard script on a process, which it lets go before it prints, or on a core. */
final class StandardScriptCommand implements Callable<Integer> {
    private static final String RUN = """
            import { target } from 'gjdbg';
            import { report } from 'gjdbg/stdlib/%s';
            const text = report(%s);
            if (target.state === 'stopped') target.detach();
            console.log(text);
            """;

    private final StandardScript script;
    private final PositionalParamSpec positional = PositionalParamSpec.builder()
            .hidden(true)
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .build();
    private CoreSession core;

    private StandardScriptCommand(StandardScript script) {
        this.script = script;
    }

    static void addAll(CommandLine line) {
        for (StandardScript each : StandardScript.values()) {
            CommandLine added = new CommandLine(new StandardScriptCommand(each).spec());
            line.addSubcommand(each.script(), added);
        }
    }

    /** Whether the command of that name is one of these. */
    static boolean isOne(String command) {
        return List.of(StandardScript.values()).stream()
                .anyMatch(each -> each.script().equals(command));
    }

    private CommandSpec spec() {
        CommandSpec spec =
                CommandSpec.wrapWithoutInspection(this).name(script.script()).mixinStandardHelpOptions(true);
        spec.usageMessage()
                .description(script.description())
                .customSynopsis(
                        "gjdbg " + script.script() + " [options] PID",
                        "       gjdbg " + script.script() + " [options] CORE [EXECUTABLE]")
                .exitCodeListHeading(ExitStatus.HEADING)
                .exitCodeList(UsageMessageSpec.keyValuesMap(
                        "0:it was printed",
                        "1:the program has not got what it takes, such as debugging information",
                        ExitStatus.UNUSABLE,
                        ExitStatus.INTERRUPTED))
                .footerHeading("%nExamples:%n")
                .footer("  gjdbg " + script.script() + " $(pidof server)", "  gjdbg " + script.script() + " core.4242");
        script.options().forEach(spec::addOption);
        return spec.addPositional(positional);
    }

    @Override
    public Integer call() {
        List<String> given = positional.getValue() == null ? List.of() : positional.getValue();
        if (given.isEmpty() || given.size() > 2) {
            throw new BadRequest("a process or a core is wanted: gjdbg " + script.script() + " PID|CORE [EXECUTABLE]");
        }
        ScriptRun run = new ScriptRun(source(), Grants.NONE);
        String first = given.getFirst();
        if (ProcessId.looksLike(first)) {
            if (given.size() == 2) {
                throw new BadRequest("process " + first + " has its executable; none can be named");
            }
            int pid = ProcessId.of(first);
            return run.run(LiveSession::prepare, () -> LiveSession.attach(pid));
        }
        Optional<Path> executable = given.size() == 2 ? Optional.of(Path.of(given.get(1))) : Optional.empty();
        return run.run(() -> core = CoreCommand.open(Path.of(first), executable), () -> core);
    }

    private ScriptSource source() {
        Path folder = Path.of("").toAbsolutePath();
        return new ScriptSource(
                "gjdbg " + script.script(),
                RUN.formatted(script.script(), Json.write(options())),
                folder,
                folder.resolve("-" + script.script() + ".mjs").toUri());
    }

    private Map<String, Object> options() {
        Map<String, Object> given = new LinkedHashMap<>();
        for (OptionSpec option : script.options()) {
            if (option.getValue() != null) {
                given.put(option.longestName().substring(2), option.getValue());
            }
        }
        return given;
    }
}
