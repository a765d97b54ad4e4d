package gjdbg.testing;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** For people: a line for each test, what a failure was, and a summary. */
final class ProgressReporter implements Reporter {
    private final PrintStream out;
    private final Colours colours;

    ProgressReporter(PrintStream out, boolean colour) {
        this.out = out;
        colours = new Colours(colour);
    }

    @Override
    public void begin(int tests) {}

    @Override
    public void finished(Result result) {
        StringBuilder text = new StringBuilder();
        text.append(mark(result.status())).append(' ').append(result.fullName());
        if (!result.attempts().isEmpty()) {
            text.append(colours.dim(" (" + Durations.text(result.time()) + ")"));
        }
        if (result.status() == Result.Status.FLAKY) {
            text.append(colours.yellow(" passed at attempt " + result.attempts().size()));
        }
        text.append('\n');
        result.last().ifPresent(last -> indented(text, last.console()));
        result.failure()
                .ifPresent(failure -> indented(
                        text, new FailureText(colours).of(failure, result.last().orElseThrow())));
        out.print(text);
        out.flush();
    }

    private static void indented(StringBuilder text, String block) {
        block.lines()
                .forEach(
                        line -> text.append(line.isEmpty() ? "" : "    " + line).append('\n'));
    }

    private String mark(Result.Status status) {
        return switch (status) {
            case PASSED -> colours.green("ok   ");
            case FLAKY -> colours.yellow("flaky");
            case FAILED -> colours.red("FAIL ");
            case SKIPPED -> colours.yellow("skip ");
            case TODO -> colours.yellow("todo ");
        };
    }

    @Override
    public void end(Summary summary) {
        StringBuilder text = new StringBuilder("\n");
        Map<Result.Status, Integer> counts = summary.counts();
        if (counts.getOrDefault(Result.Status.FAILED, 0) > 1) {
            text.append("failed:\n");
            for (Result result : summary.results()) {
                if (result.status() == Result.Status.FAILED) {
                    text.append("    ")
                            .append(result.fullName())
                            .append(": ")
                            .append(result.failure().orElseThrow().headline())
                            .append('\n');
                }
            }
        }
        List<String> parts = new ArrayList<>();
        counts.forEach((status, count) -> parts.add(count + " " + status.name().toLowerCase(Locale.ROOT)));
        int tests = summary.results().size();
        text.append(tests).append(tests == 1 ? " test: " : " tests: ").append(String.join(", ", parts));
        text.append(" (").append(Durations.text(summary.time())).append(")");
        text.append(summary.interrupted() ? ", interrupted\n" : "\n");
        out.print(text);
        out.flush();
    }
}
