package gjdbg.repl;

import gjdbg.error.BadRequest;
import gjdbg.error.GjdbgException;
import gjdbg.script.ScriptHost;
import gjdbg.session.Session;
import gjdbg.session.SessionEnding;
import gjdbg.session.Stop;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;

/** What is said at the prompt, line by line: words become JavaScript, JavaScript is evaluated, and results are shown. */
final class Conversation implements Here {
    /** Objects of the prompt that are words too. */
    private static final Set<String> OBJECTS = Set.of("frame", "goroutine", "thread");
    /** As other debuggers say it. */
    private static final Pattern HELP = Pattern.compile("(help|h|\\?)(\\s+[\\w-]+)?");

    private final ScriptHost host;
    private final Session session;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean coloured;
    private final StopView stops;
    private final Teaching teaching;
    private final Value prompt;
    private Stop seen;
    private int lines;
    private String repeatable = "";
    private boolean failed;

    /** @param width of the terminal; 0 where there is none */
    Conversation(
            ScriptHost host, Session session, PrintStream out, PrintStream err, IntSupplier width, boolean coloured) {
        this.host = host;
        this.session = session;
        this.out = out;
        this.err = err;
        this.coloured = coloured;
        stops = new StopView(session, this::value, out, width, coloured);
        teaching = new Teaching(this);
        seen = session.lastStop();
        prompt = host.evaluate(resource(), "gjdbg:prompt.js")
                .execute(
                        ProxyObject.fromMap(java.util.Map.of(
                                "moved", (ProxyExecutable) none -> moved(),
                                "source",
                                        (ProxyExecutable)
                                                place -> stops.sources().around(place[0].asString(), place[1].asInt()),
                                "show",
                                        (ProxyExecutable) none -> {
                                            host.flush();
                                            stops.showFrame();
                                            return null;
                                        })),
                        host.evaluate("gjdbg.target", "gjdbg:prompt.js"));
    }

    private static String resource() {
        try (InputStream stream = Conversation.class.getResourceAsStream("prompt.js")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    ScriptHost host() {
        return host;
    }

    Session session() {
        return session;
    }

    /** Whether a line threw. */
    boolean failed() {
        return failed;
    }

    private boolean moved() {
        boolean moved = seen != session.lastStop();
        seen = session.lastStop();
        return moved;
    }

    @Override
    public boolean inGoroutine() {
        return session.program().isGo() && !value("goroutine").isNull();
    }

    /** What a line at the prompt would give; for completion and help, not to be shown. */
    Value value(String code) {
        return host.evaluate(code, "prompt");
    }

    /** The names that can follow a dot after what the code gives. */
    Value members(Value object) {
        return prompt.getMember("members").execute(object);
    }

    /** Evaluates what was typed and shows what it gives. @return false when the session is over */
    boolean say(String line) {
        String said = line.isBlank() ? repeatable : line.strip();
        repeatable = "";
        if (said.isEmpty() || said.startsWith("//") || said.startsWith("#")) {
            return true;
        }
        boolean goesOn = guarded(said, () -> said.matches("(?s)\\.[a-z].*") ? dot(said) : evaluated(said));
        return host.exitStatus().isEmpty() && guarded(said, this::showStop) && goesOn;
    }

    /** Tells of what goes wrong; false when nothing more is to be said. */
    private boolean guarded(String said, BooleanSupplier body) {
        try {
            return body.getAsBoolean();
        } catch (PolyglotException e) {
            if (e.isHostException() && e.asHostException() instanceof SessionEnding end) {
                throw end;
            }
            if (host.exitStatus().isPresent()) {
                return false;
            }
            complain(teaching.of(e, said));
        } catch (GjdbgException e) {
            complain(e.getMessage());
        } finally {
            host.flush();
        }
        return true;
    }

    private boolean evaluated(String said) {
        if (HELP.matcher(said).matches() && !isDeclared(said.split("\\s")[0])) {
            return dot(".help " + said.replaceFirst("\\S+", ""));
        }
        Optional<Words.Said> word = word(said);
        if (word.isEmpty()) {
            evaluate(said, false);
            return true;
        }
        if (word.get().word().repeats()) {
            repeatable = said;
        }
        evaluate(word.get().word().javaScript(word.get().rest(), this), true);
        return true;
    }

    /** A variable of the user's goes before a word of that name. */
    private Optional<Words.Said> word(String said) {
        Optional<Words.Said> word = Words.read(said);
        if (word.isEmpty() || !word.get().rest().isEmpty()) {
            return word;
        }
        boolean taken = !OBJECTS.contains(said) && isDeclared(said);
        return taken ? Optional.empty() : word;
    }

    private boolean isDeclared(String name) {
        try {
            return !value("typeof " + name).asString().equals("undefined");
        } catch (PolyglotException e) {
            // a word that JavaScript keeps for itself
            return false;
        }
    }

    private void evaluate(String code, boolean ofWord) {
        String name = "line-" + ++lines;
        if (Imports.begin(code)) {
            host.evaluateModule(ofWord ? code : Imports.forAllLines(code), name);
            return;
        }
        Value value = host.evaluate(code, name);
        // what gjdbg's own methods give that have no result is null
        boolean nothing = value.isNull() && (ofWord || value.toString().equals("undefined"));
        if (!nothing && !isStop(value)) {
            host.print(value);
        }
    }

    /** A stop is shown with its source, once. */
    private boolean isStop(Value value) {
        return stops.isDue() && value.isProxyObject() && value.hasMember("exitCode") && value.hasMember("reason");
    }

    private boolean dot(String said) {
        String[] parts = said.substring(1).split("\\s+", 2);
        String rest = parts.length > 1 ? parts[1].strip() : "";
        switch (parts[0]) {
            case "help" -> out.println(Help.of(rest, coloured));
            case "js" -> out.println(Style.NAME.of(javaScript(rest), coloured));
            case "exit", "quit" -> {
                return false;
            }
            default -> throw new BadRequest("no command '." + parts[0] + "'; there are .help, .js and .exit");
        }
        return true;
    }

    private String javaScript(String rest) {
        Words.Said said = Words.read(rest)
                .orElseThrow(
                        () -> new BadRequest(
                                rest.isEmpty()
                                        ? "a word is wanted, as in: .js b main.work if n > 3"
                                        : "'" + rest
                                                + "' begins with no word, so it is JavaScript as it stands; .help lists the words"));
        return said.word().javaScript(said.rest(), this);
    }

    private boolean showStop() {
        if (stops.isDue()) {
            stops.show(() -> prompt.invokeMember("stopped"));
        }
        return true;
    }

    /** Where the target stands when the conversation begins. */
    void greet() {
        guarded("", () -> {
            stops.greet();
            return true;
        });
    }

    private void complain(String message) {
        failed = true;
        host.flush();
        out.flush();
        err.println(Style.ERROR.of(message, coloured));
        err.flush();
    }
}
