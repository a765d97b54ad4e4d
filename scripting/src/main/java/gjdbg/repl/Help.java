package gjdbg.repl;

import gjdbg.error.BadRequest;
import java.util.List;

/** {@code .help}: all of the table of words, or one of them. */
final class Help {
    private static final String HEAD = """
            JavaScript, with target, stop, frame, goroutine, thread and gjdbg at hand:
              frame.locals                      what the chosen frame has
              target.goroutines.length          how many goroutines there are
              target.hook('main.work', { onEnter(f) { console.log(f.args); } })
              import { trace } from 'gjdbg/stdlib/trace'
            or one of these words, each short for some JavaScript:
            """;
    private static final String FOOT = """
            .help WORD tells more, .js WORD… shows the JavaScript for it, .exit or Ctrl-D leaves.
            Tab completes, Ctrl-R searches the history, Ctrl-C stops the target, an empty line repeats a step.""";

    private Help() {}

    static String of(String word, boolean coloured) {
        return word.isEmpty() ? all(coloured) : one(word, coloured);
    }

    private static String all(boolean coloured) {
        StringBuilder text = new StringBuilder(HEAD);
        for (Word word : Words.table()) {
            String names = String.join(", ", word.names());
            String left = names + (word.usage().isEmpty() ? "" : " " + word.usage());
            text.append("  ")
                    .append(Style.WORD.of(left, coloured))
                    .append(" ".repeat(Math.max(2, 34 - left.length())))
                    .append(word.help())
                    .append('\n');
        }
        return text + FOOT;
    }

    /** The table as docs/prompt.md has it. */
    static String markdown() {
        StringBuilder text = new StringBuilder("| word | does | for example |\n|---|---|---|\n");
        for (Word word : Words.table()) {
            text.append("| `")
                    .append(String.join("`, `", word.names()))
                    .append(word.usage().isEmpty() ? "`" : "` _" + word.usage() + "_")
                    .append(" | ")
                    .append(word.help())
                    .append(" | `")
                    .append(word.example())
                    .append("` |\n");
        }
        return text.toString();
    }

    private static String one(String name, boolean coloured) {
        Word word = Words.find(name).orElseThrow(() -> {
            List<String> near = Teaching.near(name, Words.names());
            return new BadRequest("no word '" + name + "'"
                    + (near.isEmpty() ? "; .help lists them" : "; did you mean " + String.join(" or ", near) + "?"));
        });
        return Style.WORD.of(
                        String.join(", ", word.names()) + (word.usage().isEmpty() ? "" : " " + word.usage()), coloured)
                + "\n  " + word.help() + "\n  for example: " + word.example();
    }
}
