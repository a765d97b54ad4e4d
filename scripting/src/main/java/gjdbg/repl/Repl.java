package gjdbg.repl;

import gjdbg.script.Grants;
import gjdbg.script.Output;
import gjdbg.script.ScriptEngine;
import gjdbg.script.ScriptHost;
import gjdbg.script.ScriptSource;
import gjdbg.session.Session;
import gjdbg.session.SessionEnding;
import gjdbg.session.SessionState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The prompt: reads lines until they end, on the thread that owns ptrace. */
public final class Repl {
    private static final int LEFT = 0;
    private static final int THREW = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final CompletableFuture<ScriptEngine> engine;
    private final Grants grants;
    private final boolean terminal;
    private final Thread owner = Thread.currentThread();
    private Session session;
    private boolean reading;
    private volatile boolean ending;
    /** Whether the target was asked to stop since the line began. */
    private volatile boolean interrupted;

    /**
     * @param grants what scripts may do
     * @param terminal whether a person types the lines; plain lines otherwise
     */
    public Repl(CompletableFuture<ScriptEngine> engine, Grants grants, boolean terminal) {
        this.engine = engine;
        this.grants = grants;
        this.terminal = terminal;
    }

    /**
     * Opens the target and talks until the lines end.
     *
     * @return the exit status: what gjdbg.exit was given, or 0, or 1 when one of the lines that nobody typed threw
     */
    public int run(Supplier<? extends Session> open) {
        Path folder = Path.of("").toAbsolutePath();
        Output output = new Output(System.out, System.err);
        ScriptSource source = new ScriptSource(
                "prompt", "", folder, folder.resolve("prompt.mjs").toUri());
        // before the target is there: asking what the terminal can do may start a process, which is not to be waited
        // for
        try (TerminalLines edited = terminal ? TerminalLines.open(() -> ending) : null) {
            ScriptHost host = new ScriptHost(engine.join(), source, grants, output);
            try (Session opened = open.get()) {
                synchronized (this) {
                    session = opened;
                }
                host.run(opened);
                return talk(host, opened, Optional.ofNullable(edited));
            } catch (SessionEnding e) {
                return LEFT;
            } finally {
                output.flush();
            }
        }
    }

    private int talk(ScriptHost host, Session opened, Optional<TerminalLines> edited) {
        Lines lines = edited.isPresent()
                ? edited.get()
                : new PlainLines(System.in, text -> Words.read(text).isEmpty() && host.isIncomplete(text));
        Conversation conversation =
                new Conversation(host, opened, System.out, System.err, lines::width, terminal && Style.wanted());
        edited.ifPresent(each -> each.talk(conversation, () -> interrupt(host, opened)));
        if (lines.interactive()) {
            conversation.greet();
        }
        boolean goesOn = true;
        while (goesOn && !ending) {
            Optional<String> line = read(lines);
            if (line.isEmpty()) {
                break;
            }
            interrupted = false;
            lines.running(true);
            goesOn = conversation.say(line.get());
            lines.running(false);
        }
        return host.exitStatus().orElse(!lines.interactive() && conversation.failed() ? THREW : LEFT);
    }

    private Optional<String> read(Lines lines) {
        synchronized (this) {
            if (ending) {
                return Optional.empty();
            }
            reading = true;
        }
        try {
            return lines.next();
        } finally {
            synchronized (this) {
                reading = false;
                // one that came too late is not for what follows: files would be closed by it
                Thread.interrupted();
            }
        }
    }

    /** Ctrl-C while a line is being evaluated: stops the target; the script where none runs, or where that was no help. */
    private void interrupt(ScriptHost host, Session opened) {
        if (opened.state() == SessionState.RUNNING && !interrupted) {
            interrupted = true;
            opened.interrupt();
        } else {
            host.interrupt(PATIENCE);
        }
    }

    /** Ends it wherever it is, from any thread. */
    public synchronized void end() {
        ending = true;
        if (session != null) {
            session.requestEnd();
        }
        if (reading) {
            owner.interrupt();
        }
    }
}
