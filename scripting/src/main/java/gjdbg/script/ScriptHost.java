package gjdbg.script;

import gjdbg.error.BadRequest;
import gjdbg.error.GjdbgException;
import gjdbg.script.bind.Binding;
import gjdbg.script.bind.Js;
import gjdbg.script.bind.TargetObject;
import gjdbg.session.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
    private static final String MODULE = "application/javascript+module";

    private final Context context;
    private final Source source;
    private final Value bootstrap;
    private final Output output;
    private final Inspector inspector = new Inspector();
    private final Grants grants;
    private int exitStatus = -1;

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
        try {
            engine.files().open(script.folder(), grants);
            source = Source.newBuilder(ScriptEngine.JAVASCRIPT, script.text(), script.name())
                    .uri(script.uri())
                    .mimeType(MODULE)
                    .build();
        } catch (IOException e) {
            throw new BadRequest("cannot read the folder of " + script.name() + ": " + e.getMessage(), e);
        }
        context.parse(source);
    }

    /** Runs the script to its end. Returns the status that gjdbg.exit gave, 0 without one. */
    public int run(Session session) {
        Js js = new Js(bootstrap);
        Binding binding = new Binding(session, js, inspector, output::flush);
        bootstrap.getMember("console").execute(printer());
        List<String> names = new ArrayList<>();
        Value installed = bootstrap.getMember("install").execute(ProxyObject.fromMap(globals(binding)));
        for (long i = 0; i < installed.getArraySize(); i++) {
            names.add(installed.getArrayElement(i).asString());
        }
        ModuleSource.requireNames(names);
        try {
            context.eval(source);
            return Math.max(0, exitStatus);
        } catch (PolyglotException e) {
            if (exitStatus >= 0) {
                return exitStatus;
            }
            throw e;
        } finally {
            output.flush();
        }
    }

    private Map<String, Object> globals(Binding binding) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("target", new TargetObject(binding));
        members.put("exit", guarded(arguments -> {
            exitStatus = arguments.length == 0 ? 0 : arguments[0].asInt() & 0xff;
            throw new ScriptExit(exitStatus);
        }));
        members.put("format", (ProxyExecutable) arguments -> inspector.format(arguments[0]));
        GrantedFiles files = new GrantedFiles(grants);
        Map<String, Object> fs = new HashMap<>();
        fs.put("readText", converted(binding, arguments -> files.read(arguments[0].asString())));
        fs.put("writeText", converted(binding, arguments -> {
            files.write(arguments[0].asString(), arguments[1].asString());
            return null;
        }));
        members.put("fs", ProxyObject.fromMap(fs));
        Map<String, Object> environment = new HashMap<>();
        if (grants.environment()) {
            environment.putAll(System.getenv());
        }
        members.put("env", ProxyObject.fromMap(environment));
        return members;
    }

    private static ProxyExecutable guarded(Function<Value[], Object> body) {
        return body::apply;
    }

    private static ProxyExecutable converted(Binding binding, Function<Value[], Object> body) {
        return arguments -> {
            try {
                return body.apply(arguments);
            } catch (GjdbgException e) {
                throw binding.raise(e);
            }
        };
    }

    private ProxyExecutable printer() {
        return arguments -> {
            List<String> parts = new ArrayList<>();
            Value items = arguments[1];
            for (long i = 0; i < items.getArraySize(); i++) {
                parts.add(inspector.format(items.getArrayElement(i)));
            }
            output.line(arguments[0].asBoolean(), parts);
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

    /** Where a script comes from. */
    public record ScriptSource(String name, String text, Path folder, java.net.URI uri) {}
}
