package gjdbg.repl;

import gjdbg.error.GjdbgException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** What could stand before the cursor: words, JavaScript's names and members, places and variables of the program. */
final class Completion implements Completer {
    private static final Pattern WORD_AND_REST = Pattern.compile("([A-Za-z]+)(/\\S*)?\\s+(.*)", Pattern.DOTALL);
    /** Text within a call that wants a place, or an expression of the program's language. */
    private static final Pattern PLACE = Pattern.compile(
            ".*\\b(?:breakpoint|hook|function|disassemble|trace)\\(\\s*(['\"`])([^'\"`]*)", Pattern.DOTALL);

    private static final Pattern EXPRESSION = Pattern.compile(
            ".*\\b(?:eval|value|set)\\(\\s*(['\"`])([^'\"`]*)|.*\\bwhen:\\s*(['\"`])([^'\"`]*)", Pattern.DOTALL);
    private static final Pattern MODULE = Pattern.compile(".*\\bfrom\\s*(['\"])([^'\"]*)", Pattern.DOTALL);
    /** A chain of members without calls: reading it changes nothing. */
    private static final Pattern CHAIN = Pattern.compile(
            "([A-Za-z_$][\\w$]*(?:\\??\\.[A-Za-z_$][\\w$]*|\\[(?:\\d+|'[^']*'|\"[^\"]*\")\\])*)\\??\\.([\\w$]*)$");

    private static final Pattern NAME = Pattern.compile("[A-Za-z_$][\\w$]*$");
    private static final List<String> MODULES = Stream.of(
                    "trace", "goroutines", "scheduler", "deadlock", "leaks", "snapshot", "hexdump", "uuid")
            .map(name -> "gjdbg/stdlib/" + name)
            .toList();

    private final Conversation conversation;
    private final Places places;

    Completion(Conversation conversation) {
        this.conversation = conversation;
        places = new Places(conversation.session());
    }

    /** Where what is to be completed begins. */
    static int startOf(String line, int cursor) {
        String before = line.substring(0, cursor);
        if (before.matches("\\.\\w*")) {
            return 0;
        }
        Matcher text = inText(before);
        if (text != null) {
            int group = text.group(2) != null || text.groupCount() == 2 ? 2 : 4;
            boolean place = text.pattern() != EXPRESSION;
            return place ? text.start(group) : cursor - tail(text.group(group)).length();
        }
        Optional<Words.Said> said = said(before);
        if (said.isPresent()) {
            return cursor
                    - tail(said.get().rest(), said.get().word().argument()).length();
        }
        Matcher name = NAME.matcher(before);
        return name.find() ? name.start() : cursor;
    }

    private static Matcher inText(String before) {
        for (Pattern pattern : List.of(PLACE, EXPRESSION, MODULE)) {
            Matcher matcher = pattern.matcher(before);
            if (matcher.matches()) {
                return matcher;
            }
        }
        return null;
    }

    /** The word at the beginning of the line with what follows it, blanks at the end and all. */
    private static Optional<Words.Said> said(String before) {
        Matcher line = WORD_AND_REST.matcher(before.stripLeading());
        if (before.startsWith(".help ") || before.startsWith(".js ")) {
            return Optional.of(new Words.Said(
                    Words.find("print").orElseThrow().withArgument(Word.Argument.WORD),
                    before.substring(before.indexOf(' ') + 1)));
        }
        if (!line.matches() || Words.find(line.group(1)).isEmpty()) {
            return Optional.empty();
        }
        boolean script = !line.group(3).isBlank()
                && line.group(2) == null
                && Words.read(before).isEmpty();
        return script
                ? Optional.empty()
                : Optional.of(new Words.Said(Words.find(line.group(1)).orElseThrow(), line.group(3)));
    }

    private static String tail(String rest, Word.Argument argument) {
        return switch (argument) {
            case PLACE -> rest.contains(" if ") ? tail(rest) : rest.stripLeading();
            case EXPRESSION, NONE, GOROUTINE, THREAD, BREAKPOINT, WORD -> tail(rest);
            case SUBJECT ->
                rest.contains(" ") ? rest.substring(rest.indexOf(' ') + 1).stripLeading() : rest;
        };
    }

    private static String tail(String expression) {
        Matcher name = NAME.matcher(expression);
        Matcher number = Pattern.compile("\\d+$").matcher(expression);
        return name.find() ? name.group() : number.find() ? number.group() : "";
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        String before = line.line().substring(0, line.cursor());
        String begun = line.word();
        TreeSet<String> found = new TreeSet<>();
        try {
            find(before, begun, found);
        } catch (PolyglotException | GjdbgException e) {
            // nothing to offer there; the line itself will say why
        }
        for (String each : found) {
            if (each.startsWith(begun)) {
                // no blank after it: what follows is up to the person
                candidates.add(new Candidate(each, each, null, null, null, null, false));
            }
        }
    }

    private void find(String before, String begun, TreeSet<String> found) {
        if (before.matches("\\.\\w*")) {
            found.addAll(List.of(".help", ".js", ".exit"));
            return;
        }
        Matcher text = inText(before);
        if (text != null) {
            if (text.pattern() == PLACE) {
                found.addAll(places.startingWith(begun));
            } else if (text.pattern() == MODULE) {
                found.addAll(MODULES);
            } else {
                String expression = text.group(2) == null ? text.group(4) : text.group(2);
                expression(expression, found);
            }
            return;
        }
        Optional<Words.Said> said = said(before);
        if (said.isPresent()) {
            argument(said.get(), begun, found);
            return;
        }
        Matcher chain = CHAIN.matcher(before);
        if (chain.find()) {
            members(conversation.value(chain.group(1)), found);
        } else if (!before.endsWith(".")) {
            if (before.strip().equals(begun)) {
                found.addAll(Words.names());
            }
            found.addAll(Highlighting.KEYWORDS);
            strings(conversation.value("prompt.members(globalThis)"), found);
        }
    }

    private void argument(Words.Said said, String begun, TreeSet<String> found) {
        switch (said.word().argument()) {
            case NONE -> {}
            case WORD -> found.addAll(Words.names());
            case PLACE -> {
                if (said.rest().contains(" if ")) {
                    expression(said.rest().substring(said.rest().lastIndexOf(" if ") + 4), found);
                } else {
                    found.addAll(places.startingWith(begun));
                }
            }
            case EXPRESSION -> expression(said.rest(), found);
            case GOROUTINE -> strings(conversation.value("Array.from(target.goroutines, g => `${g.id}`)"), found);
            case THREAD -> strings(conversation.value("target.threads.map(t => `${t.id}`)"), found);
            case BREAKPOINT -> strings(conversation.value("target.breakpoints.map(b => `${b.id}`)"), found);
            case SUBJECT -> {
                if (said.rest().startsWith("functions ")) {
                    found.addAll(places.startingWith(begun));
                } else if (!said.rest().contains(" ")) {
                    found.addAll(Subjects.names());
                }
            }
        }
    }

    /** Variables, or the fields of what stands before the last dot. */
    private void expression(String expression, TreeSet<String> found) {
        Matcher chain = CHAIN.matcher(expression);
        if (chain.find()) {
            members(conversation.value("frame.eval(" + Text.quoted(chain.group(1)) + ")"), found);
            return;
        }
        strings(conversation.value("[...Object.keys(frame.args), ...Object.keys(frame.locals)]"), found);
    }

    private void members(Value object, TreeSet<String> found) {
        if (object.isNull()) {
            return;
        }
        if (object.isProxyObject()) {
            found.addAll(object.getMemberKeys());
            found.removeIf(each -> !each.matches("[A-Za-z_$][\\w$]*"));
        } else {
            strings(conversation.members(object), found);
        }
    }

    private static void strings(Value list, TreeSet<String> found) {
        List<String> names = new ArrayList<>();
        for (long i = 0; i < list.getArraySize(); i++) {
            names.add(list.getArrayElement(i).asString());
        }
        names.removeIf(each -> !each.matches("[\\w$]+"));
        found.addAll(names);
    }
}
