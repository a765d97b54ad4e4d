package gjdbg.script.bind;

import gjdbg.blocking.Stuck;
import gjdbg.blocking.StuckFinder;
import gjdbg.error.BadRequest;
import gjdbg.error.NotFound;
import gjdbg.error.Unavailable;
import gjdbg.goruntime.GoRuntime;
import gjdbg.session.EventKind;
import gjdbg.session.SessionEvent;
import gjdbg.session.Stop;
import gjdbg.session.Verdict;
import gjdbg.symbol.LoadedModule;
import gjdbg.target.TargetThread;
import gjdbg.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/** The program under the debugger: {@code target}. */
public final class TargetObject extends Bound<TargetObject> {
    private static final Shape<TargetObject> SHAPE = new Shape<TargetObject>("target")
            .property("pid", target -> target.binding.session().target().pid())
            .property("path", target -> target.path)
            .property("args", target -> target.binding.js().list(target.arguments))
            .property("state", target -> target.binding.session().state().toString())
            .property("language", target -> target.binding.session().program().isGo() ? "go" : "c")
            .property(
                    "goVersion",
                    target -> target.binding.session().program().goVersion().orElse(null))
            .property(
                    "buildId",
                    target -> buildId(target.binding.session().program().main()))
            .property("environment", TargetObject::environment)
            .property("stop", target -> new StopObject(target.binding, target.binding.lastStop()))
            .property("breakpoints", TargetObject::breakpoints)
            .property("threads", TargetObject::threads)
            .property("memory", target -> target.memory)
            .property("symbols", target -> target.symbols)
            .property("types", target -> new TypesObject(target.binding))
            .property("globals", target -> new GlobalsObject(target.binding))
            .property("libraries", TargetObject::libraries)
            .property("goroutines", TargetObject::goroutines)
            .method("stuck", (target, arguments) -> target.stuck())
            .property("scheduler", TargetObject::scheduler)
            .method("continue", (target, arguments) -> target.resume(TimeLimit.of(arguments)))
            .action("interrupt", (target, arguments) -> target.binding.session().interrupt())
            .action("kill", (target, arguments) -> target.binding.run(target.binding.session()::kill))
            .action("detach", (target, arguments) -> target.binding.run(target.binding.session()::detach))
            .method("breakpoint", (target, arguments) -> target.breakpoint(arguments))
            .method("hook", (target, arguments) -> target.hook(arguments))
            .method("on", (target, arguments) -> target.on(arguments))
            .method("eval", (target, arguments) -> target.evaluate(arguments))
            .method("watch", (target, arguments) -> later("watchpoints"))
            .method("call", (target, arguments) -> later("calls of the target's functions"))
            .action("dump", (target, arguments) -> target.dump.accept(Arguments.text(arguments, 0, "a path")))
            .method("snapshot", (target, arguments) -> target.snapshot.execute(arguments));

    private final MemoryObject memory;
    private final SymbolsObject symbols;
    private final Consumer<String> dump;
    private final ProxyExecutable snapshot;
    private final String path;
    private final List<String> arguments;

    /**
     * @param dump writes a core dump to a path
     * @param snapshot the function of gjdbg/stdlib/snapshot
     */
    public TargetObject(Binding binding, Consumer<String> dump, ProxyExecutable snapshot) {
        super(SHAPE, binding);
        this.dump = dump;
        this.snapshot = snapshot;
        memory = new MemoryObject(binding);
        symbols = new SymbolsObject(binding);
        // both are still asked for when the process is gone
        path = binding.session().target().executable().toString();
        arguments = binding.session().target().arguments();
    }

    private static Object later(String what) {
        throw new Unavailable(what, "not in this version of gjdbg");
    }

    /** Lets the target run to its next stop. */
    public StopObject resume() {
        return resume(Optional.empty());
    }

    private StopObject resume(Optional<Duration> limit) {
        Stop[] stop = new Stop[1];
        Runnable resumption = () -> stop[0] = binding.session().resume();
        binding.run(limit.isEmpty() ? resumption : () -> TimeLimit.run(binding.session(), limit.get(), resumption));
        return new StopObject(binding, stop[0]);
    }

    private Object breakpoints() {
        return binding.js()
                .list(binding.session().breakpoints().stream()
                        .map(binding::breakpoint)
                        .toList());
    }

    private Object threads() {
        List<Object> threads = new ArrayList<>();
        for (TargetThread thread : binding.session().target().threads()) {
            threads.add(new ThreadObject(binding, thread));
        }
        return binding.js().list(threads);
    }

    private Object goroutines() {
        return new GoroutinesObject(binding, runtime("target.goroutines").goroutines());
    }

    private Object scheduler() {
        return new SchedulerObject(binding, runtime("target.scheduler").scheduler());
    }

    private GoRuntime runtime(String what) {
        return binding.session().goRuntime().orElseThrow(() -> new Unavailable(what, "the program is not Go's"));
    }

    private Object environment() {
        Map<String, Object> variables = new LinkedHashMap<>();
        for (String each : binding.session().target().environment()) {
            int sign = each.indexOf('=', 1);
            if (sign > 0) {
                // as getenv(3), the first of two of that name
                variables.putIfAbsent(each.substring(0, sign), each.substring(sign + 1));
            }
        }
        return binding.js().record(variables);
    }

    /** What its linker wrote, or Go's own; null where there is none. */
    private static Object buildId(LoadedModule module) {
        return module.file().buildId().or(() -> module.file().goBuildId()).orElse(null);
    }

    private Object stuck() {
        StuckFinder.Found all = binding.blocking().stuck();
        List<Object> found = new ArrayList<>();
        for (Stuck each : all.goroutines()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("goroutine", GoroutineObject.of(binding, each.goroutine()));
            one.put("waitingOn", new WaitObject(binding, each.goroutine(), each.on()));
            one.put("certainty", each.certainty().toString());
            one.put(
                    "wakers",
                    binding.js()
                            .list(each.wakers().stream()
                                    .map(id -> binding.js().integer(id, true))
                                    .toList()));
            found.add(binding.js().record(one));
        }
        Map<String, Object> stuck = new LinkedHashMap<>();
        stuck.put("goroutines", binding.js().list(found));
        stuck.put("incomplete", all.incomplete().orElse(null));
        return binding.js().record(stuck);
    }

    private Object libraries() {
        List<Object> libraries = new ArrayList<>();
        for (var module : binding.session().program().modules()) {
            if (module != binding.session().program().main()) {
                Map<String, Object> library = new LinkedHashMap<>();
                library.put("path", module.file().path().toString());
                library.put("base", binding.js().unsigned(module.low().value()));
                library.put("buildId", buildId(module));
                libraries.add(binding.js().record(library));
            }
        }
        return binding.js().list(libraries);
    }

    private Object breakpoint(org.graalvm.polyglot.Value[] arguments) {
        if (arguments.length > 1) {
            Options.require(arguments[1], "a breakpoint", "when");
        }
        ScriptCondition condition = ScriptCondition.of(binding, arguments.length > 1 ? arguments[1] : null);
        return binding.breakpoint(binding.session().addBreakpoint(Arguments.where(binding.js(), arguments), condition));
    }

    private Object hook(org.graalvm.polyglot.Value[] arguments) {
        org.graalvm.polyglot.Value handlers =
                Arguments.required(arguments, 1, "an object with onEnter, onReturn or both");
        ScriptHook hook = new ScriptHook(binding, handlers);
        return binding.breakpoint(binding.session().addHook(Arguments.where(binding.js(), arguments), hook));
    }

    private Object on(org.graalvm.polyglot.Value[] arguments) {
        String name = Arguments.text(arguments, 0, "the event's name");
        org.graalvm.polyglot.Value handler = Arguments.required(arguments, 1, "a function");
        if (!handler.canExecute()) {
            throw new BadRequest("the handler of '" + name + "' has to be a function, not " + Arguments.told(handler));
        }
        EventKind kind;
        try {
            kind = EventKind.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new NotFound(
                    "event",
                    name,
                    java.util.Arrays.stream(EventKind.values())
                            .map(each -> each.name().toLowerCase(Locale.ROOT))
                            .toList());
        }
        binding.session().on(kind, event -> tell(handler, event));
        return null;
    }

    private Verdict tell(org.graalvm.polyglot.Value handler, SessionEvent event) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("kind", event.kind().name().toLowerCase(Locale.ROOT));
        data.put(
                "thread",
                event.thread()
                        .map(thread -> (Object) new ThreadObject(binding, thread))
                        .orElse(null));
        data.put("number", (double) event.number());
        data.put("detail", event.detail());
        if (event.kind() == EventKind.SIGNAL) {
            data.put("signal", gjdbg.target.linux.Signals.name((int) event.number()));
        }
        if (event.kind() == EventKind.EXIT) {
            data.put("exitCode", event.number() >= 0 ? (Object) (int) event.number() : null);
        }
        try {
            return ScriptHook.verdict(
                    binding.js().call(handler, null, binding.js().record(data), null));
        } finally {
            binding.handlerEnded();
        }
    }

    private Object evaluate(org.graalvm.polyglot.Value[] arguments) {
        String expression = Arguments.text(arguments, 0, "an expression");
        Optional<TargetThread> thread = binding.session().lastStop().thread();
        if (thread.isEmpty()) {
            throw new Unavailable("the expression " + expression, "the target has no thread that stopped");
        }
        Value value = binding.session()
                .variables(binding.innermost(thread.get()).orElseThrow())
                .evaluate(expression);
        return binding.values().of(value);
    }

    @Override
    public String toString() {
        return path + " (process " + binding.session().target().pid() + ", "
                + binding.session().state() + ")";
    }
}
