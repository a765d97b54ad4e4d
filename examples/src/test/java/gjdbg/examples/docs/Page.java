package gjdbg.examples.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a page of docs/ runs, in its order. Comments of HTML say what it runs on:
 *
 * <ul>
 *   <li>{@code <!-- program bank -->}: from here on the folder has the fixture {@code ./bank};
 *   <li>{@code <!-- running stuck ring -->}: so it is, and {@code ./stuck ring} runs until the page's end;
 *   <li>{@code <!-- status 1 -->}: the exit status of the next block, 0 unless told.
 * </ul>
 *
 * A block of js is a script, run on the program, or a scenario if it imports gjdbg/test. One whose first line is its file's
 * name and that the next block of sh names is run by that. One of prompt has lines typed at a prompt, behind "gjdbg> ", and
 * what each prints. A block of text is what the block before it prints; … stands for
 * any text in a line.
 */
record Page(String name, List<Step> steps) {
    private static final Pattern DIRECTIVE = Pattern.compile("<!-- (program|running|status) (\\S+)(.*) -->");
    private static final Pattern FENCE = Pattern.compile("```(\\w*)");

    sealed interface Step {}

    record Program(String fixture) implements Step {}

    record Running(String fixture, List<String> arguments) implements Step {}

    /** @param line of the page */
    record Code(String language, String text, Optional<String> output, int status, int line) implements Step {
        Code with(String printed) {
            return new Code(language, text, Optional.of(printed), status, line);
        }
    }

    static Page read(Path file) throws IOException {
        List<Step> steps = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        int status = 0;
        for (int i = 0; i < lines.size(); i++) {
            Matcher directive = DIRECTIVE.matcher(lines.get(i));
            Matcher fence = FENCE.matcher(lines.get(i));
            if (directive.matches()) {
                switch (directive.group(1)) {
                    case "program" -> steps.add(new Program(directive.group(2)));
                    case "running" -> {
                        steps.add(new Program(directive.group(2)));
                        String arguments = directive.group(3).strip();
                        steps.add(new Running(
                                directive.group(2), arguments.isEmpty() ? List.of() : List.of(arguments.split(" "))));
                    }
                    case "status" -> status = Integer.parseInt(directive.group(2));
                    default -> throw new IllegalStateException(directive.group());
                }
            } else if (fence.matches()) {
                int end = i + 1 + lines.subList(i + 1, lines.size()).indexOf("```");
                String text = String.join(
                        "",
                        lines.subList(i + 1, end).stream()
                                .map(line -> line + "\n")
                                .toList());
                switch (fence.group(1)) {
                    case "js", "sh", "prompt" -> {
                        steps.add(new Code(fence.group(1), text, Optional.empty(), status, i + 1));
                        status = 0;
                    }
                    case "text" -> {
                        if (!(steps.getLast() instanceof Code code)
                                || code.output().isPresent()) {
                            throw new IllegalStateException(file + ":" + (i + 1) + ": no code prints this");
                        }
                        steps.set(steps.size() - 1, code.with(text));
                    }
                    case "go", "ts", "yaml", "xml", "json" -> {}
                    default -> throw new IllegalStateException(file + ":" + (i + 1) + ": is this code or output?");
                }
                i = end;
            }
        }
        return new Page(file.getFileName().toString(), steps);
    }
}
