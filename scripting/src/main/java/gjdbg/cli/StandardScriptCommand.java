package gjdbg.cli;

import gjdbg.script.ScriptSource;
import gjdbg.testing.Json;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Runs a standard script on a process, which it lets go before it prints, or on a core. */
final class StandardScriptCommand implements Callable<Integer> {
    private static final String REPORT = """
            import { report as text } from 'gjdbg/stdlib/%s';
            export const report = () => text(%s);
            """;
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
    private final OptionSpec stay = OptionSpec.builder("--stay")
            .description("Keep the process stopped until all is read, where else it stands only while what is read is"
                    + " copied.")
            .type(Boolean.class)
            .arity("0")
            .build();

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
        spec.addOption(stay);
        return spec.addPositional(positional);
    }

    @Override
    public Integer call() {
        List<String> given = positional.getValue() == null ? List.of() : positional.getValue();
        ProcessOrCore subject = new ProcessOrCore(script.script(), given);
        OptionalInt status = OptionalInt.empty();
        boolean copies = subject.pid().isPresent() && stay.getValue() == null && !script.runsTheTarget();
        if (copies) {
            status = new CapturedReport(source(REPORT)).run(subject.pid().getAsInt());
        }
        return status.isPresent() ? status.getAsInt() : subject.run(source(RUN), Map.of(), copies);
    }

    private ScriptSource source(String text) {
        Path folder = Path.of("").toAbsolutePath();
        return new ScriptSource(
                "gjdbg " + script.script(),
                text.formatted(script.script(), Json.write(options())),
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
