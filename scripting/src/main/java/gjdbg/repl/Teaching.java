package gjdbg.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/** Says in one line what went wrong, and what would have worked. */
final class Teaching {
    private static final Pattern UNDEFINED = Pattern.compile("ReferenceError: ([\\w$]+) is not defined.*");
    private static final Pattern DECLARED = Pattern.compile(".*Variable \"([^\"]+)\" has already been declared.*");

    private final Conversation conversation;

    Teaching(Conversation conversation) {
        this.conversation = conversation;
    }

    String of(PolyglotException error, String said) {
        if (error.isInterrupted() || error.isCancelled()) {
            return "interrupted";
        }
        String message = firstLine(error);
        boolean unknown = error.isSyntaxError() || UNDEFINED.matcher(message).matches();
        if (unknown && OtherDebuggers.advice(said).isPresent()) {
            return OtherDebuggers.advice(said).get();
        }
        if (error.isSyntaxError() || message.startsWith("SyntaxError")) {
            return message.replaceFirst("SyntaxError: \\S+:[0-9:]+ ?", "SyntaxError: ")
                    + afterSyntaxError(message, said);
        }
        Matcher undefined = UNDEFINED.matcher(message);
        if (undefined.matches()) {
            return message + afterUndefined(undefined.group(1), said);
        }
        return message;
    }

    private static String firstLine(PolyglotException error) {
        Value thrown = error.getGuestObject();
        String message = error.getMessage();
        if (message == null || thrown != null && thrown.hasMembers() && !thrown.hasMember("stack")) {
            message = "the line threw " + thrown;
        }
        int end = message.indexOf('\n');
        // expressions of the program's language come with the column marked below
        boolean marked = !error.isSyntaxError() && !message.startsWith("SyntaxError");
        return end < 0 || marked ? message : message.substring(0, end);
    }

    private String afterSyntaxError(String message, String said) {
        Matcher declared = DECLARED.matcher(message);
        if (declared.matches()) {
            return "; take another name, or write " + declared.group(1) + " = … if it was declared with let";
        }
        String first = said.split("[^A-Za-z]", 2)[0];
        List<String> near = first.isEmpty() ? List.of() : near(first, Words.names());
        boolean likeAWord = said.matches("[A-Za-z]+\\s+[^=(].*") && !Highlighting.KEYWORDS.contains(first);
        if (Words.find(first).isPresent()) {
            return "; " + first + " is a word too: " + Words.find(first).get().synopsis();
        }
        return likeAWord && !near.isEmpty()
                ? "; did you mean the word " + String.join(" or ", near) + "? .help lists them"
                : "";
    }

    private String afterUndefined(String name, String said) {
        if (isVariable(name)) {
            return " in JavaScript; the program's variable is frame.eval('" + name + "'), or: p " + said;
        }
        List<String> names = new ArrayList<>(Words.names());
        names.addAll(
                conversation.value("Object.getOwnPropertyNames(globalThis)").as(List.class));
        List<String> near = near(name, names);
        return near.isEmpty()
                ? "; .help lists the words, Tab what is there"
                : "; did you mean " + String.join(" or ", near) + "?";
    }

    private boolean isVariable(String name) {
        try {
            conversation.value("frame.eval(" + Text.quoted(name) + ")");
            return true;
        } catch (PolyglotException e) {
            return false;
        }
    }

    /** At most three names that are a slip or two away. */
    static List<String> near(String name, Iterable<String> names) {
        List<String> near = new ArrayList<>();
        int most = name.length() < 3 ? 0 : name.length() < 6 ? 1 : 2;
        for (int distance = 1; distance <= most; distance++) {
            for (String each : names) {
                if (near.size() < 3 && !near.contains(each) && Distance.between(name, each) == distance) {
                    near.add(each);
                }
            }
        }
        return near;
    }
}
