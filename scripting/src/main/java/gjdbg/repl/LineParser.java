package gjdbg.repl;

import java.util.List;
import java.util.function.Predicate;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells the editor whether the lines so far are whole, and what Tab is to complete. */
final class LineParser implements Parser {
    private final Predicate<String> incomplete;

    LineParser(Predicate<String> incomplete) {
        this.incomplete = incomplete;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE
                && !line.isBlank()
                && !line.startsWith(".")
                && Words.read(line).isEmpty()
                && incomplete.test(line)) {
            throw new EOFError(-1, cursor, "it goes on");
        }
        return new Part(line, cursor, Completion.startOf(line, cursor));
    }

    /** The line with the part of it that stands before the cursor, from where completions are put in. */
    private record Part(String line, int cursor, int start)
            implements ParsedLine, org.jline.reader.CompletingParsedLine {
        @Override
        public String word() {
            return line.substring(start, cursor);
        }

        @Override
        public int wordCursor() {
            return cursor - start;
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word());
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return cursor - start;
        }

        @Override
        public int rawWordLength() {
            return cursor - start;
        }
    }
}
