package gjdbg.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.error.GjdbgException;
import gjdbg.error.NotFound;
import gjdbg.error.Unavailable;
import gjdbg.expr.Expression;
import gjdbg.expr.GoExpressions;
import gjdbg.symbol.Function;
import gjdbg.symbol.LoadedModule;
import gjdbg.symbol.Program;
import gjdbg.symbol.ProgramLoader;
import gjdbg.target.Address;
import gjdbg.target.Register;
import gjdbg.target.linux.LaunchRequest;
import gjdbg.target.linux.LiveProcess;
import gjdbg.target.linux.LiveThread;
import gjdbg.target.linux.WaitEvent;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program prints what its functions hold; a debugger that stops in them must say the same. */
@Timeout(120)
class ValuesTest {
    private record Line(String expression, String value) {}

    private record Site(String function, boolean atReturn, byte original) {}

    private final Map<Address, Site> sites = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private Map<String, List<Line>> truth;
    private Program program;
    private VariablesFactory factory;
    private int compared;
    private int missing;

    @ParameterizedTest
    @CsvSource({
        "go1.17.13, noopt",
        "go1.17.13, opt",
        "go1.17.13, pie",
        "go1.22.12, noopt",
        "go1.22.12, opt",
        "go1.22.12, cgo",
        "local, noopt",
        "local, opt",
        "local, pie",
        "local, cgo"
    })
    void everyValueIsWhatTheProgramPrints(String toolchain, String mode) throws Exception {
        Path binary = GoBuild.build("values", toolchain, mode);
        truth = printed(binary);
        LiveProcess process = LiveProcess.launch(quiet(binary));
        try {
            LiveThread first = process.liveThreads().getFirst();
            prepare(process, first);
            while (!sites.isEmpty()) {
                step(process);
            }
        } finally {
            process.kill();
        }
        assertEquals(List.of(), wrong);
        assertTrue(compared > 60, "only " + compared + " values were compared");
        // Optimised code may have lost some values, but must say so and not show another.
        assertTrue(mode.equals("opt") ? missing <= (toolchain.startsWith("go1.17") ? 30 : 12) : missing == 0, missing + " values were unavailable");
    }

    private static LaunchRequest quiet(Path binary) {
        return new LaunchRequest(
                binary,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Path.of("/dev/null")),
                Optional.empty(),
                false);
    }

    private static Map<String, List<Line>> printed(Path binary) throws Exception {
        Map<String, List<Line>> lines = new LinkedHashMap<>();
        Process process = new ProcessBuilder(binary.toString()).start();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                String[] parts = line.split("\\|", 3);
                lines.computeIfAbsent(parts[0], ignored -> new ArrayList<>()).add(new Line(parts[1], parts[2]));
            }
        }
        assertEquals(0, process.waitFor());
        return lines;
    }

    private void prepare(LiveProcess process, LiveThread thread) throws Exception {
        program = ProgramLoader.load(process);
        factory = new VariablesFactory(program, process.memory(), new GoExpressions());
        LoadedModule module = program.main();
        for (String name : List.of(
                "scalars", "texts", "pointers", "structs", "named", "interfaces", "results1", "results2", "results3")) {
            String full = name.equals("results3") ? "main.(*Account).results3" : "main." + name;
            Function function = module.symbols().functionsNamed(full).getFirst();
            if (name.startsWith("results")) {
                for (Address ret : Returns.of(module, function)) {
                    insert(process, ret, new Site(name, true, (byte) 0));
                }
            } else {
                insert(
                        process,
                        module.toMemory(module.symbols().afterPrologue(function)),
                        new Site(name, false, (byte) 0));
            }
        }
        for (String name : List.of("locals", "heap")) {
            Function function = module.symbols().functionsNamed("main." + name).getFirst();
            insert(process, Returns.afterCall(module, function, "main.stop"), new Site(name, false, (byte) 0));
        }
        process.resume(thread, 0);
    }

    private void insert(LiveProcess process, Address address, Site site) {
        byte original = (byte) process.memory().u8(address);
        process.memory().write(address, new byte[] {(byte) 0xcc});
        sites.put(address, new Site(site.function(), site.atReturn(), original));
    }

    private void step(LiveProcess process) {
        switch (process.await()) {
            case WaitEvent.Trapped(LiveThread thread, WaitEvent.Trap _) -> {
                Address pc = new Address(thread.registers().get(Register.RIP) - 1);
                Site site = sites.remove(pc);
                if (site != null) {
                    process.memory().write(pc, new byte[] {site.original()});
                    thread.registers().set(Register.RIP, pc.value());
                    compare(thread, site);
                    forgetReturns(process, site);
                }
                process.resume(thread, 0);
            }
            case WaitEvent.Signalled(LiveThread thread, int signal) -> process.resume(thread, signal);
            case WaitEvent.ThreadCreated(LiveThread parent, LiveThread child) -> {
                process.resume(parent, 0);
                process.resume(child, 0);
            }
            case WaitEvent.Interrupted(LiveThread thread) -> process.resume(thread, 0);
            case WaitEvent.Execed(LiveThread thread, int _) -> process.resume(thread, 0);
            case WaitEvent.ThreadEnded _, WaitEvent.Woken _ -> {}
            case WaitEvent other -> throw new AssertionError(sites.values() + " left at " + other);
        }
    }

    /** A function returns by one of its RETs only. */
    private void forgetReturns(LiveProcess process, Site hit) {
        if (hit.atReturn()) {
            sites.entrySet().removeIf(entry -> {
                boolean same = entry.getValue().function().equals(hit.function());
                if (same) {
                    process.memory().write(entry.getKey(), new byte[] {entry.getValue().original()});
                }
                return same;
            });
        }
    }

    private void compare(LiveThread thread, Site site) {
        Variables variables = factory.of(StoppedFrame.of(thread, program));
        for (Line line : truth.get(site.function())) {
            compared++;
            String actual;
            try {
                actual = site.atReturn()
                        ? Expression.parse(line.expression().replaceAll("=(\\d)", "r$1"))
                                .evaluate(new ResultNames(variables))
                                .toString()
                        : variables.evaluate(line.expression()).toString();
            } catch (Unavailable | NotFound e) {
                // What the optimiser computed away is not even recorded by name.
                missing++;
                continue;
            } catch (GjdbgException e) {
                actual = e.toString();
            }
            if (actual.startsWith("<unreadable")) {
                missing++;
            } else if (!actual.equals(line.value())) {
                wrong.add(site.function() + ": " + line.expression() + " is " + line.value() + ", not " + actual);
            }
        }
    }

    /** Results by their numbers, r0 and so on. */
    private record ResultNames(Variables variables) implements Variables {
        @Override
        public List<Variable> arguments() {
            return variables.arguments();
        }

        @Override
        public List<Variable> locals() {
            return variables.locals();
        }

        @Override
        public List<Variable> results() {
            return variables.results();
        }

        @Override
        public Optional<Value> find(String name) {
            return name.matches("r\\d")
                    ? Optional.of(results().get(name.charAt(1) - '0').value())
                    : Optional.empty();
        }

        @Override
        public Value evaluate(String expression) {
            return Expression.parse(expression).evaluate(this);
        }
    }
}
