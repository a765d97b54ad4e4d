package gjdbg.value;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import gjdbg.built.GoProgram;
import gjdbg.dwarf.DamagedSections;
import gjdbg.dwarf.Dwarf;
import gjdbg.dwarf.Unit;
import gjdbg.elf.ElfFile;
import gjdbg.elf.FileAddress;
import gjdbg.error.GjdbgException;
import gjdbg.expr.Expressions;
import gjdbg.symbol.FileSymbols;
import gjdbg.symbol.Function;
import gjdbg.symbol.LoadedModule;
import gjdbg.symbol.ModuleSymbols;
import gjdbg.target.Address;
import gjdbg.testbins.Fixtures;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Variables, types and locations by damaged debugging information: an answer or an error of gjdbg's own, soon. */
@Timeout(3000)
class DamagedDebugInfoTest {
    private static final int INPUTS = Integer.getInteger("gjdbg.fuzz.inputs", 5000);
    private static final long MOST_NANOSECONDS = 1_000_000_000;
    private static final long MOST_BYTES = 1L << 29;
    private static final String GO = """
            package main

            type node struct {
            \tkey  string
            \tnext *node
            \tkids []*node
            \tany  interface{}
            \tm    map[string]node
            }

            var root = &node{key: "root"}

            //go:noinline
            func visit(n *node, depth int, names ...string) (count int, err error) {
            \tfor i, kid := range n.kids {
            \t\tname := names[i%len(names)]
            \t\tmore := [3]float64{1, 2, float64(i)}
            \t\tc, e := visit(kid, depth+1, name, kid.key)
            \t\tcount += c + int(more[2])
            \t\tif e != nil {
            \t\t\treturn count, e
            \t\t}
            \t}
            \treturn count + 1, nil
            }

            func main() {
            \tch := make(chan node, 2)
            \tf := func() int { return cap(ch) + len(root.kids) }
            \tn, err := visit(root, f(), "a", "b")
            \tprintln(n, err == nil)
            }
            """;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    record Program(Path path, String entry) {}

    static Stream<Program> programs() {
        return Stream.of(
                new Program(Fixtures.c("cinlined", "-g", "-gdwarf-4", "-O2"), "main"),
                new Program(Fixtures.c("cinlined", "-g", "-gdwarf-5", "-O2"), "main"),
                new Program(GoProgram.build(GO, "1.17", GoProgram.Mode.OPT), "main.visit"),
                new Program(GoProgram.build(GO, "1.26", GoProgram.Mode.OPT), "main.visit"),
                new Program(GoProgram.build(GO, "1.26", GoProgram.Mode.NOOPT), "main.visit"));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void variables_are_listed_or_an_error_of_the_family_tells_why_not(Program program) {
        ElfFile elf = ElfFile.open(program.path());
        FileSymbols symbols = FileSymbols.of(elf);
        Function entry = symbols.functionsNamed(program.entry()).getFirst();
        Optional<Unit> unit = symbols.dwarf().flatMap(dwarf -> dwarf.unitAt(entry.entry()));
        Map<String, byte[]> original = DamagedSections.of(program.path(), 1 << 28);
        int rounds = INPUTS / 5;
        int[] counts = new int[2];
        for (int round = 0; round < rounds; round++) {
            Random random = new Random(round);
            Map<String, byte[]> damaged = DamagedSections.damaged(original, unit, random);
            List<FileAddress> pcs = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                pcs.add(entry.entry().plus(random.nextLong(entry.size())));
            }
            String what = "round " + round + " of " + program.path();
            long time = threads.getCurrentThreadCpuTime();
            long bytes = threads.getThreadAllocatedBytes(Thread.currentThread().threadId());
            try {
                ask(elf, symbols, damaged, pcs, random, round % 40 == 0, counts);
            } catch (GjdbgException e) {
                counts[1]++;
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                fail(what, e);
            }
            assertTrue(threads.getCurrentThreadCpuTime() - time < 4 * MOST_NANOSECONDS, what + " takes too long");
            long allocated =
                    threads.getThreadAllocatedBytes(Thread.currentThread().threadId()) - bytes;
            assertTrue(allocated < MOST_BYTES, what + " takes " + (allocated >> 20) + " MiB");
        }
        System.out.println(program.path() + ": " + rounds + " inputs, " + counts[0] + " values read, " + counts[1]
                + " ended in errors");
        assertTrue(counts[0] > rounds && counts[1] > 0);
    }

    private static void ask(
            ElfFile elf,
            ModuleSymbols symbols,
            Map<String, byte[]> sections,
            List<FileAddress> pcs,
            Random random,
            boolean names,
            int[] counts) {
        Dwarf dwarf = DamagedSections.dwarf(sections);
        ModuleSymbols damaged = (ModuleSymbols) Proxy.newProxyInstance(
                ModuleSymbols.class.getClassLoader(),
                new Class<?>[] {ModuleSymbols.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("dwarf")) {
                        return Optional.of(dwarf);
                    }
                    try {
                        return method.invoke(symbols, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        LoadedModule module = new LoadedModule(elf, damaged, 0, new Address(0), new Address(1L << 40));
        VariablesFactory factory = new VariablesFactory(
                new OneModule(module), new MadeUpMemory(), bytes -> new Address(0), new Expressions());
        GjdbgException last = null;
        for (FileAddress pc : pcs) {
            try {
                Variables variables = factory.of(new MadeUpFrame(module, pc));
                List<Variable> all = new ArrayList<>(variables.arguments());
                all.addAll(variables.locals());
                for (Variable variable : all) {
                    new ValueWalk(random).walk(variable.value());
                    counts[0]++;
                    if (names) {
                        variables.evaluate(variable.name()).toString();
                    }
                }
                for (Variable result : variables.results()) {
                    new ValueWalk(random).walk(result.value());
                }
            } catch (GjdbgException e) {
                last = e;
            }
        }
        if (names) {
            for (String name : factory.globals().names()) {
                if (name.startsWith("main.")) {
                    factory.globals().find(name).ifPresent(value -> new ValueWalk(random).walk(value));
                }
            }
            factory.types().find(name -> name.contains("node")).forEach(type -> type.size());
        }
        if (last != null) {
            throw last;
        }
    }
}
