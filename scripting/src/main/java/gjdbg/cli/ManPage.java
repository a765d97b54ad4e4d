package gjdbg.cli;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** A man page of all commands, in the macros of man(7), from the model that the help is made of. */
final class ManPage {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "JAVA_HOME", "The Java that gjdbg runs on, 25 or later, where none comes with it.",
            "GJDBG_JAVA_OPTIONS", "Further options for the Java virtual machine.",
            "GITHUB_ACTIONS", "Where it is true, gjdbg test prints failures as annotations for GitHub.",
            "NO_COLOR", "Where it is set, nothing is coloured.");

    private final StringBuilder page = new StringBuilder();

    private ManPage() {}

    static String of(CommandSpec root) {
        ManPage page = new ManPage();
        page.write(root);
        return page.page.toString();
    }

    private void write(CommandSpec root) {
        macro("TH", "GJDBG", "1", "", root.version()[0], "User commands");
        macro("SH", "NAME");
        line("gjdbg - " + decapitalised(root.usageMessage().description()[0]));
        macro("SH", "SYNOPSIS");
        List<CommandSpec> commands = root.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(each -> !each.usageMessage().hidden())
                .distinct()
                .toList();
        commands.forEach(this::synopsis);
        macro("SH", "DESCRIPTION");
        paragraph(root.usageMessage());
        macro("SH", "COMMANDS");
        for (CommandSpec each : commands) {
            macro("SS", "gjdbg " + each.name());
            paragraph(each.usageMessage());
            // what all have is told once
            options(each.options().stream()
                    .filter(option -> !root.optionsMap().containsKey(option.longestName()))
                    .toList());
            statuses(each.usageMessage());
            examples(each.usageMessage());
        }
        macro("SH", "OPTIONS OF ALL COMMANDS");
        options(root.options());
        macro("SH", "EXIT STATUS");
        statusList(root.usageMessage());
        macro("SH", "ENVIRONMENT");
        ENVIRONMENT.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(each -> {
            item("\\fB" + text(each.getKey()) + "\\fR");
            line(each.getValue());
        });
        macro("SH", "EXAMPLES");
        literal(root.usageMessage().footer());
    }

    private void synopsis(CommandSpec command) {
        for (String each : command.usageMessage().customSynopsis()) {
            page.append(".br\n");
            line(each.strip());
        }
    }

    private void paragraph(UsageMessageSpec usage) {
        Arrays.stream(usage.description()).forEach(each -> line(each.formatted()));
    }

    private void options(List<OptionSpec> options) {
        options.stream()
                .filter(option -> !option.hidden())
                .sorted(Comparator.comparing(option -> option.longestName().replaceFirst("^-+", "")))
                .forEach(option -> {
                    String argument = option.arity().max() == 0
                            ? ""
                            : (option.longestName().length() == 2 ? " " : "=") + "\\fI" + text(option.paramLabel())
                                    + "\\fR";
                    item("\\fB"
                            + String.join(
                                    "\\fR, \\fB",
                                    Arrays.stream(option.names())
                                            .map(ManPage::text)
                                            .toList()) + "\\fR" + argument);
                    Arrays.stream(option.description()).forEach(each -> line(each.formatted()));
                });
    }

    private void statuses(UsageMessageSpec usage) {
        if (!usage.exitCodeList().isEmpty()) {
            page.append(".PP\n");
            line("Exit status:");
            page.append(".RS\n");
            statusList(usage);
            page.append(".RE\n");
        }
    }

    private void statusList(UsageMessageSpec usage) {
        usage.exitCodeList().forEach((status, meaning) -> {
            item("\\fB" + text(status) + "\\fR");
            line(meaning.formatted());
        });
    }

    private void examples(UsageMessageSpec usage) {
        if (usage.footer().length > 0) {
            page.append(".PP\n");
            line(usage.footerHeading().formatted().strip());
            literal(usage.footer());
        }
    }

    private void literal(String... lines) {
        page.append(".PP\n.nf\n.RS\n");
        Arrays.stream(lines).forEach(each -> line(each.formatted().strip()));
        page.append(".RE\n.fi\n");
    }

    private void item(String label) {
        page.append(".TP\n").append(label).append('\n');
    }

    private void macro(String name, String... arguments) {
        page.append('.').append(name);
        for (String each : arguments) {
            page.append(" \"").append(text(each)).append('"');
        }
        page.append('\n');
    }

    /** A line that begins with a point or apostrophe would be a request. */
    private void line(String text) {
        String escaped = text(text);
        page.append(escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" : "")
                .append(escaped)
                .append('\n');
    }

    private static String text(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-").replace("…", "...").replace("'", "\\(aq");
    }

    private static String decapitalised(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT)
                + sentence.substring(1).replaceFirst("\\.$", "");
    }
}
