package gjdbg.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A failure as people read it: what was expected, where in the scenario, and how the target stood. */
final class FailureText {
    private static final int MOST_STACKS = 12;
    private static final int MOST_FRAMES = 12;
    private static final int MOST_OUTPUT_LINES = 20;

    private final Colours colours;
    private final List<String> lines = new ArrayList<>();

    FailureText(Colours colours) {
        this.colours = colours;
    }

    String of(Failure failure, Attempt attempt) {
        failure.phase().ifPresent(phase -> lines.add(colours.red("in " + phase + ":")));
        failure.message().lines().forEach(line -> lines.add(coloured(line)));
        scenario(failure);
        failure.stop().ifPresent(stop -> lines.add("the target: " + stop));
        failure.frame().ifPresent(this::frame);
        failure.stacks()
                .filter(stacks -> failure.kind() == Failure.Kind.TIMEOUT)
                .ifPresent(this::stacks);
        failure.notes().forEach(lines::add);
        output("the target's output", attempt.stdout());
        output("the target's error output", attempt.stderr());
        lines.add("");
        return String.join("\n", lines);
    }

    private String coloured(String line) {
        return line.startsWith("- ") ? colours.green(line) : line.startsWith("+ ") ? colours.red(line) : line;
    }

    private void scenario(Failure failure) {
        if (failure.place().isPresent()) {
            lines.add(colours.bold("at " + failure.place().get()));
            failure.code()
                    .ifPresent(
                            code -> code(code, Optional.of(failure.place().get().column())));
        }
        // the innermost of them is the place above
        failure.stack().stream().skip(1).limit(MOST_FRAMES).forEach(frame -> lines.add("  " + frame));
    }

    private void code(Failure.Code code, Optional<Integer> column) {
        int width = String.valueOf(code.first() + code.lines().size()).length();
        for (int i = 0; i < code.lines().size(); i++) {
            int number = code.first() + i;
            String line = String.format(
                    "%s %" + width + "d | %s",
                    number == code.line() ? ">" : " ",
                    number,
                    code.lines().get(i).replace("\t", "    "));
            lines.add("  " + (number == code.line() ? colours.bold(line) : colours.dim(line)));
        }
    }

    private void frame(Failure.FrameText frame) {
        lines.add("  in " + frame.text());
        frame.code().ifPresent(code -> code(code, Optional.empty()));
        frame.variables().forEach(variable -> variable.lines().forEach(line -> lines.add("    " + line)));
    }

    private void stacks(Failure.Stacks stacks) {
        List<Failure.OneStack> telling =
                stacks.stacks().stream().filter(stack -> !isRuntime(stack)).toList();
        lines.add("where the " + stacks.of() + " stood:");
        for (Failure.OneStack stack : telling.stream().limit(MOST_STACKS).toList()) {
            lines.add("  " + stack.title());
            stack.frames().stream().limit(MOST_FRAMES).forEach(frame -> lines.add("    " + frame));
            if (stack.frames().size() > MOST_FRAMES) {
                lines.add("    … " + (stack.frames().size() - MOST_FRAMES) + " more");
            }
        }
        int runtime = stacks.stacks().size() - telling.size();
        if (runtime > 0) {
            lines.add("  " + runtime + (telling.isEmpty() ? "" : " more") + " in Go's runtime");
        }
        int left = stacks.left() + Math.max(0, telling.size() - MOST_STACKS);
        if (left > 0) {
            lines.add("  … " + left + " more; --artifacts DIR keeps them");
        }
    }

    /** Threads that wait for work of the program's. */
    private static boolean isRuntime(Failure.OneStack stack) {
        return !stack.frames().isEmpty()
                && stack.frames().stream()
                        .allMatch(frame -> frame.startsWith("runtime.") || frame.startsWith("internal/runtime/"));
    }

    private void output(String title, String text) {
        List<String> all = text.lines().toList();
        if (all.isEmpty()) {
            return;
        }
        int skipped = Math.max(0, all.size() - MOST_OUTPUT_LINES);
        lines.add(title + (skipped > 0 ? " (the last " + MOST_OUTPUT_LINES + " lines):" : ":"));
        all.stream().skip(skipped).forEach(line -> lines.add("  " + line));
    }
}
