package gjdbg.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;

/**
 * A JavaScript engine that has not yet got a script. Making one takes longer than all else at start-up, so it is made on a
 * thread of its own while the command line is read and the target is looked at.
 */
public final class ScriptEngine {
    static final String JAVASCRIPT = "js";
    static final String MODULE = "application/javascript+module";

    private final Context context;
    private final Value bootstrap;
    private final ModuleFiles files;

    private ScriptEngine() {
        files = new ModuleFiles(new ModuleSource().bytes());
        context = Context.newBuilder(JAVASCRIPT)
                .allowHostAccess(HostAccess.newBuilder(HostAccess.EXPLICIT)
                        .allowBufferAccess(true)
                        .build())
                .allowPolyglotAccess(PolyglotAccess.NONE)
                .allowIO(IOAccess.newBuilder().fileSystem(files).build())
                .option("engine.WarnInterpreterOnly", "false")
                .option("js.unhandled-rejections", "throw")
                .option("js.load", "false")
                .option("js.print", "false")
                .option("js.graal-builtin", "false")
                .option("js.esm-eval-returns-exports", "true")
                .out(OutputStream.nullOutputStream())
                .build();
        bootstrap = context.eval(source("bootstrap.js"));
    }

    /** Begins to make one; it may be used by whichever thread then waits for it, and by that one only. */
    public static CompletableFuture<ScriptEngine> prepare() {
        CompletableFuture<ScriptEngine> engine = new CompletableFuture<>();
        Thread maker = new Thread(
                () -> {
                    try {
                        engine.complete(new ScriptEngine());
                    } catch (RuntimeException | Error e) {
                        engine.completeExceptionally(e);
                    }
                },
                "script engine");
        maker.setDaemon(true);
        maker.start();
        return engine;
    }

    Context context() {
        return context;
    }

    /** The value of bootstrap.js. */
    Value bootstrap() {
        return bootstrap;
    }

    ModuleFiles files() {
        return files;
    }

    /** One of gjdbg's own sources, which are no part of stacks. */
    static Source source(String name) {
        return source(name, name).orElseThrow();
    }

    /** What the standard script of that name exports, as a module. */
    static Source standardScript(String name) {
        return Source.newBuilder(JAVASCRIPT, "export * from 'gjdbg/stdlib/" + name + "';", "gjdbg:" + name + ".mjs")
                .mimeType(MODULE)
                .internal(true)
                .buildLiteral();
    }

    /** The printers for the types of one of Go's packages; empty where there are none. */
    static Optional<Source> printers(String goPackage) {
        return goPackage.matches("[\\w./-]+") && !goPackage.contains("..")
                ? source("/gjdbg/printers/" + goPackage.replace('/', '-') + ".js", "printers/" + goPackage + ".js")
                : Optional.empty();
    }

    private static Optional<Source> source(String resource, String name) {
        try (InputStream stream = ScriptEngine.class.getResourceAsStream(resource)) {
            if (stream == null) {
                return Optional.empty();
            }
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return Optional.of(Source.newBuilder(JAVASCRIPT, text, "gjdbg:" + name)
                    .internal(true)
                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
