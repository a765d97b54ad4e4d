package gjdbg.repl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The one table of words: help, completion and the documentation are made of it. */
final class Words {
    private static final List<Word> TABLE = Stream.concat(RunningWords.words().stream(), LookingWords.words().stream())
            .toList();
    private static final Map<String, Word> BY_NAME = byName();
    private static final Pattern LINE = Pattern.compile("([A-Za-z]+)(\\s+(\\S.*)|(/\\S*\\s.*))?", Pattern.DOTALL);
    /** What goes on after a name in JavaScript, and is no beginning of a word's argument. */
    private static final Pattern OPERATOR =
            Pattern.compile("(=|[+*%<>!|^?:,;.)\\]}-]|&&|in\\b|instanceof\\b|=>).*", Pattern.DOTALL);
    /** Of these the argument is an expression or place, which may begin with * or - too. */
    private static final Pattern ASSIGNMENT = Pattern.compile("(=|[-+*/%&|^]=|\\+\\+|--|\\.|,|;|=>).*", Pattern.DOTALL);

    private Words() {}

    static List<Word> table() {
        return TABLE;
    }

    static Optional<Word> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    static Set<String> names() {
        return BY_NAME.keySet();
    }

    /** A line that is a word and what follows it; empty for JavaScript. */
    static Optional<Said> read(String line) {
        Matcher matcher = LINE.matcher(line.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Word word = BY_NAME.get(matcher.group(1));
        if (word == null) {
            return Optional.empty();
        }
        if (matcher.group(4) != null) {
            return word.name().equals("x") ? Optional.of(new Said(word, matcher.group(4))) : Optional.empty();
        }
        String rest = matcher.group(3) == null ? "" : matcher.group(3);
        if (matcher.group(1).equals("delete") && !rest.matches("[0-9]*")) {
            return Optional.empty();
        }
        // as Delve has it; `bt - full` is a difference
        if (word.name().equals("backtrace") && rest.matches("-full\\b.*")) {
            return Optional.of(new Said(word, rest));
        }
        boolean expression = word.argument() == Word.Argument.EXPRESSION || word.argument() == Word.Argument.PLACE;
        boolean script = (expression ? ASSIGNMENT : OPERATOR).matcher(rest).matches();
        return script ? Optional.empty() : Optional.of(new Said(word, rest));
    }

    /** A word with what follows it. */
    record Said(Word word, String rest) {}

    private static Map<String, Word> byName() {
        Map<String, Word> names = new LinkedHashMap<>();
        for (Word word : TABLE) {
            for (String name : word.names()) {
                if (names.put(name, word) != null) {
                    throw new IllegalStateException("two words are called " + name);
                }
            }
        }
        return names;
    }
}
