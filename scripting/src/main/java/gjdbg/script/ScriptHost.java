package gjdbg.script;

import gjdbg.error.BadRequest;
import gjdbg.script.bind.AbsentTarget;
import gjdbg.script.bind.Arguments;
import gjdbg.script.bind.Binding;
import gjdbg.script.bind.Display;
import gjdbg.script.bind.Js;
import gjdbg.script.bind.Options;
import gjdbg.script.bind.StackGroupsFunction;
import gjdbg.script.bind.TargetObject;
import gjdbg.session.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeoutException;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;

/**
 * A JavaScript engine for one script. The script reaches the target, and of everything else only what it was granted.
 * All methods but {@link #cancel} belong to the thread that made the session.
 */
public final class ScriptHost implements AutoCloseable {
    /** The engine does not tell whether an await at the top level ever ended. */
    private static final String AT_END = "\n;globalThis[Symbol.for('gjdbg.end')]();";

    private final Context context;
    private final Source source;
    private final Value bootstrap;
    private final Output output;
    private final Grants grants;
    private final boolean awaits;
    private boolean ended;
    private Value snapshot;
    private OptionalInt exitStatus = OptionalInt.empty();

    /**
     * Parses the script.
     *
     * @throws PolyglotException for a syntax error
     */
    public ScriptHost(ScriptEngine engine, ScriptSource script, Grants grants, Output output) {
        this.grants = grants;
        this.output = output;
        context = engine.context();
        bootstrap = engine.bootstrap();
        awaits = script.text().contains("await");
        try {
            engine.files().open(script.folder(), grants);
            Source plain = module(script, script.text());
            context.parse(plain);
            source = awaits ? module(script, script.text() + AT_END) : plain;
        } catch (IOException e) {
            throw new BadRequest("cannot read the folder of " + script.name() + ": " + e.getMessage(), e);
        }
    }

    private static Source module(ScriptSource script, String text) throws IOException {
        return Source.newBuilder(ScriptEngine.JAVASCRIPT, text, script.name())
                .uri(script.uri())
                .mimeType(ScriptEngine.MODULE)
                .build();
    }

    /**
     * Runs the script to its end.
     *
     * @throws PolyglotException for what the script did not catch, and when it called gjdbg.exit: see {@link #exitStatus}
     * @throws BadRequest when it waits for a promise that nothing settles
     */
    public void run(Session session) {
        prepare(session);
        run();
    }

    /** Runs the script, and gives what it exports. */
    public Value exports(Session session) {
        prepare(session);
        return context.eval(source);
    }

    /** Does ahead what comes before the script's own first line. */
    public void prepare(Session session) {
        Binding binding = new Binding(session, new Js(bootstrap), output::flush);
        offer(StackGroupsFunction.NAME, new StackGroupsFunction(binding));
        install(binding, new TargetObject(binding, new CoreDump(session, grants)::write, this::snapshot));
    }

    /** The same without a target: whatever asks for it gets an Unavailable with that reason. */
    public void run(String whyNoTarget) {
        Binding binding = new Binding(new Js(bootstrap), output::flush);
        install(binding, new AbsentTarget(binding, whyNoTarget));
        run();
    }

    private void install(Binding binding, Object target) {
        Display display = new Display(
                binding,
                name -> context.eval(ScriptEngine.source(name)),
                name -> ScriptEngine.printers(name).map(context::eval));
        bootstrap.getMember("console").execute(printer(), display.line());
        offer(Options.NAME, Options.check(binding));
        offer("gjdbg.end", (ProxyExecutable) none -> ended = true);
        List<String> names = new ArrayList<>();
        Value installed =
                bootstrap.getMember("install").execute(ProxyObject.fromMap(globals(binding, target, display)));
        for (long i = 0; i < installed.getArraySize(); i++) {
            names.add(installed.getArrayElement(i).asString());
        }
        ModuleSource.requireNames(names);
    }

    /** What was prepared, to its end. See {@link #run(Session)}. */
    public void run() {
        try {
            context.eval(source);
            if (awaits && !ended) {
                throw new BadRequest(
                        "the script waits at its top level for a promise that nothing settles: its end was not reached");
            }
        } finally {
            output.flush();
        }
    }

    /**
     * Evaluates a line of the prompt, after {@link #run}: what one declares at its top level the later ones see.
     *
     * @param name of the line in errors
     * @throws PolyglotException as run does
     */
    public Value evaluate(String code, String name) {
        return context.eval(
                Source.newBuilder(ScriptEngine.JAVASCRIPT, code, name).buildLiteral());
    }

    /** The same for what only a module can have, such as imports; their paths count from the folder of the script. */
    public Value evaluateModule(String code, String name) {
        try {
            return context.eval(module(
                    new ScriptSource(name, code, Path.of(""), source.getURI().resolve(name + ".mjs")), code));
        } catch (IOException e) {
            throw new BadRequest("cannot read the line: " + e.getMessage(), e);
        }
    }

    /** Whether the code would go on in further lines. */
    public boolean isIncomplete(String code) {
        try {
            context.parse(ScriptEngine.JAVASCRIPT, code);
            return false;
        } catch (PolyglotException e) {
            return e.isIncompleteSource();
        }
    }

    /** As console.log. */
    public void print(Value value) {
        context.getBindings(ScriptEngine.JAVASCRIPT).getMember("console").invokeMember("log", value);
    }

    /** What was printed and is held back for speed goes out. */
    public void flush() {
        output.flush();
    }

    /** What gjdbg's own modules find as {@code globalThis[Symbol.for(name)]}; to be offered before the script runs. */
    public void offer(String name, Object value) {
        bootstrap.getMember("offer").execute(name, value);
    }

    /**
     * Makes what runs of the script throw, from any thread; functions of it can be called again after that.
     *
     * @return whether it has ended within that time
     */
    public boolean interrupt(Duration patience) {
        try {
            context.interrupt(patience);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    /** What the script gave to gjdbg.exit, which may be in a handler, when run() is over. */
    public OptionalInt exitStatus() {
        return exitStatus;
    }

    private Map<String, Object> globals(Binding binding, Object target, Display display) {
        Map<String, Object> members = new LinkedHashMap<>();
        GrantedFiles files = new GrantedFiles(grants);
        members.put("target", target);
        members.put("exit", (ProxyExecutable) this::exit);
        members.put("format", display.format());
        members.put("printer", display.printer());
        Map<String, Object> fs = new LinkedHashMap<>();
        fs.put("readText", (ProxyExecutable)
                arguments -> binding.guarded(() -> files.read(Arguments.text(arguments, 0, "a path"))));
        fs.put("writeText", (ProxyExecutable) arguments -> binding.guarded(() -> {
            files.write(Arguments.text(arguments, 0, "a path"), Arguments.text(arguments, 1, "the text"));
            return null;
        }));
        members.put("fs", binding.js().record(fs));
        members.put("env", binding.js().record(grants.environment() ? Map.copyOf(System.getenv()) : Map.of()));
        return members;
    }

    private Object snapshot(Value... options) {
        if (snapshot == null) {
            snapshot = context.eval(ScriptEngine.standardScript("snapshot")).getMember("snapshot");
        }
        return snapshot.execute((Object[]) options);
    }

    /** Nothing of the script runs after this, not even what it has to catch errors. */
    private Object exit(Value... arguments) {
        int status = arguments.length > 0 && arguments[0].fitsInInt() ? arguments[0].asInt() : 0;
        exitStatus = OptionalInt.of(status & 0xff);
        context.close(true);
        return null;
    }

    private ProxyExecutable printer() {
        return arguments -> {
            output.line(arguments[0].asBoolean(), arguments[1].asString());
            return null;
        };
    }

    /** Ends a script that is running, from any thread. */
    public void cancel() {
        context.close(true);
    }

    @Override
    public void close() {
        context.close(true);
    }
}
