package gjdbg.cli;

import gjdbg.error.BadRequest;
import gjdbg.testing.Durations;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * Scripts of gjdbg/stdlib that are commands too. Each exports {@code report(options)}, which gives the text to print; the
 * options are members of those names: {@code --most N} is {@code options.most}.
 */
enum StandardScript {
    GOROUTINES(
            "Shows the goroutines, those that stand at the same place together.",
            text("--state", "STATE", "Only those with that status (waiting) or wait reason (chan receive)."),
            text("--function", "TEXT", "Only those with that text in the name of a function of their stack."),
            text("--creator", "TEXT", "Only those with that text in the name of the function that started them."),
            text("--label", "KEY[=VALUE]", "Only those with that label of pprof's."),
            flag("--system", "Show the runtime's own too."),
            OptionSpec.builder("--group")
                    .paramLabel("BY")
                    .description("What makes a group: stack (unless told), function, creator, entry, state, label:KEY"
                            + " or none.")
                    .type(String.class)
                    .converters(StandardScript::grouping)
                    .build(),
            number("--depth", "How many frames of a stack count and are shown; 64 unless told."),
            number("--most", "Show only the N largest groups."),
            json()),
    DEADLOCK("Shows goroutines that can never go on, and how they wait for one another.", json()),
    LEAKS(
            "Shows how many waiting goroutines each go statement has started, for how long they wait, and which can never"
                    + " go on.",
            OptionSpec.builder("--every")
                    .paramLabel("TIME")
                    .description("Look at a process twice, so long after another (5s), and show what was added.")
                    .type(Long.class)
                    .converters(StandardScript::milliseconds)
                    .build(),
            number("--most", "Show only the N largest groups."),
            json()),
    SCHEDULER(
            "Shows what the scheduler of Go's runtime is doing: Ps and Ms, queues, timers, the collector.",
            number("--most", "Show the first N of each queue and the next N timers; 10 unless told."),
            json());

    private final String description;
    private final List<OptionSpec> options;

    StandardScript(String description, OptionSpec... options) {
        this.description = description;
        this.options = List.of(options);
    }

    /** Of the command, and of the module in gjdbg/stdlib. */
    String script() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    String description() {
        return description;
    }

    /** Whether it lets the target run between two looks. */
    boolean runsTheTarget() {
        return options.stream().anyMatch(option -> option.longestName().equals("--every") && option.getValue() != null);
    }

    List<OptionSpec> options() {
        return options;
    }

    private static OptionSpec text(String name, String label, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .description(description)
                .type(String.class)
                .build();
    }

    private static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name)
                .description(description)
                .type(Boolean.class)
                .arity("0")
                .build();
    }

    private static OptionSpec number(String name, String description) {
        return OptionSpec.builder(name)
                .paramLabel("N")
                .description(description)
                .type(Integer.class)
                .converters(StandardScript::positive)
                .build();
    }

    private static OptionSpec json() {
        return flag("--json", "Print JSON.");
    }

    private static int positive(String text) {
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new TypeConversionException("'" + text + "' is no number of 1 or more");
        }
        return Integer.parseInt(text);
    }

    private static String grouping(String text) {
        if (!text.matches("stack|function|creator|entry|state|none|label:.+")) {
            throw new TypeConversionException(
                    "'" + text + "' is none of stack, function, creator, entry, state, label:KEY and none");
        }
        return text;
    }

    private static long milliseconds(String text) {
        try {
            return Durations.parse(text).toMillis();
        } catch (BadRequest e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
