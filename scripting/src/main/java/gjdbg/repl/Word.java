package gjdbg.repl;

import gjdbg.error.BadRequest;
import java.util.List;
import java.util.Objects;

/**
 * A short command of the prompt: the JavaScript that it stands for is what runs.
 *
 * @param names the usual one first, then the others that people type
 * @param usage what follows the name
 * @param help one sentence
 * @param example a line that makes sense as it stands
 * @param argument what follows, for completion
 * @param repeats whether an empty line does it again
 * @param meaning gives the JavaScript
 */
record Word(
        List<String> names,
        String usage,
        String help,
        String example,
        Argument argument,
        boolean repeats,
        Meaning meaning) {
    Word {
        names = List.copyOf(names);
        Objects.requireNonNull(usage);
        Objects.requireNonNull(help);
        Objects.requireNonNull(example);
        Objects.requireNonNull(argument);
        Objects.requireNonNull(meaning);
    }

    /** What can follow a word. */
    enum Argument {
        NONE,
        PLACE,
        EXPRESSION,
        GOROUTINE,
        THREAD,
        BREAKPOINT,
        SUBJECT,
        WORD
    }

    /** Makes JavaScript of what follows the word. */
    @FunctionalInterface
    interface Meaning {
        /** @throws BadRequest for what makes no sense after that word */
        String javaScript(String rest, Here here);
    }

    /** A word that nothing follows, or that takes no notice of where the target stands. */
    static Word plain(String names, String help, String javaScript) {
        List<String> all = List.of(names.split(" "));
        return new Word(all, "", help, all.getFirst(), Argument.NONE, false, (rest, here) -> javaScript);
    }

    Word withArgument(Argument other) {
        return new Word(names, usage, help, example, other, repeats, meaning);
    }

    Word repeating() {
        return new Word(names, usage, help, example, argument, true, meaning);
    }

    String name() {
        return names.getFirst();
    }

    String javaScript(String rest, Here here) {
        if (argument == Argument.NONE && usage.isEmpty() && !rest.isEmpty()) {
            throw new BadRequest("nothing can follow " + name() + "; " + synopsis());
        }
        return meaning.javaScript(rest, here);
    }

    BadRequest wrong(String why) {
        return new BadRequest(why + "; " + synopsis());
    }

    /** As in {@code break WHERE [if EXPRESSION]: stops there, as in: b main.work}. */
    String synopsis() {
        return name() + (usage.isEmpty() ? "" : " " + usage) + ", as in: " + example;
    }
}
