package gjdbg.dwarf;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import gjdbg.built.Command;
import gjdbg.elf.ElfFile;
import gjdbg.elf.Section;
import gjdbg.error.GjdbgException;
import gjdbg.error.Unavailable;
import gjdbg.symbol.FileSymbols;
import gjdbg.symbol.Function;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Damaged .dwo, .dwp and .debug files beside a whole program: an answer or an error of gjdbg's own, soon. */
@Timeout(3000)
class DebugFilesFuzzTest {
    private static final int ROUNDS = Integer.getInteger("gjdbg.fuzz.inputs", 5000) / 5;
    private static final long MOST_NANOSECONDS = 4_000_000_000L;
    private static final long MOST_BYTES = 1L << 29;
    private static final String SOURCE = """
            struct node { int key; struct node *next; union { long whole; double real; } value; char name[6]; };
            enum colour { RED = 2, GREEN = 7 };
            static inline int twice(int n) { int doubled = n * 2; return doubled + 1; }
            __attribute__((noinline)) int visit(struct node *node, enum colour colour)
            {
                int sum = 0;
                for (struct node *at = node; at; at = at->next) {
                    int one = twice(at->key);
                    sum += one * colour;
                }
                return sum;
            }
            int main(int argc, char **argv)
            {
                struct node last = {argc, 0, {3}, "last"}, first = {2, &last, {4}, "first"};
                return visit(&first, argc == 1 ? GREEN : RED) == 0;
            }
            """;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "-gdwarf-4 -gsplit-dwarf, unit.dwo",
        "-gdwarf-5 -gsplit-dwarf, unit.dwo",
        "-gdwarf-4 -gsplit-dwarf, program.dwp",
        "-gdwarf-5, program.debug",
        "-gdwarf-5 -gz, program.debug",
    })
    void a_damaged_file_ends_in_an_answer_or_an_error(String options, String file) throws IOException {
        Path program = build(options, file);
        Path damaged = folder.resolve(file);
        byte[] original = Files.readAllBytes(damaged);
        List<Section> sections = ElfFile.open(damaged).sections().stream()
                .filter(section -> section.name().startsWith(".debug_") && section.hasBytes())
                .toList();
        assertTrue(sections.size() > 3);
        int[] read = new int[1];
        int errors = 0;
        ask(program, read);
        assertTrue(read[0] == 2, "both functions are read before anything is damaged");
        Random random = new Random(42);
        for (int round = 0; round < ROUNDS; round++) {
            // anew, for what was opened before is mapped still
            Files.delete(damaged);
            Files.write(damaged, damaged(original, sections, random));
            String what = "round " + round + " of " + options + ", " + file;
            long time = threads.getCurrentThreadCpuTime();
            long bytes = threads.getThreadAllocatedBytes(Thread.currentThread().threadId());
            try {
                ask(program, read);
            } catch (GjdbgException e) {
                errors++;
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                fail(what, e);
            }
            assertTrue(threads.getCurrentThreadCpuTime() - time < MOST_NANOSECONDS, what + " takes too long");
            long allocated =
                    threads.getThreadAllocatedBytes(Thread.currentThread().threadId()) - bytes;
            assertTrue(allocated < MOST_BYTES, what + " takes " + (allocated >> 20) + " MiB");
        }
        System.out.println(options + ", " + file + ": " + ROUNDS + " inputs, " + read[0] + " functions read, " + errors
                + " ended in errors");
        assertTrue(read[0] > ROUNDS / 4 && errors > 0);
    }

    private static void ask(Path program, int[] read) {
        FileSymbols symbols = FileSymbols.of(ElfFile.open(program));
        Dwarf dwarf = symbols.dwarf().orElseThrow(() -> new Unavailable("", "there is none"));
        for (String name : List.of("main", "visit")) {
            Function function = symbols.functionsNamed(name).getFirst();
            dwarf.functionAt(function.entry()).ifPresent(die -> {
                read[0]++;
                DwarfFuzzTest.read(dwarf, List.of(die.unit()));
            });
        }
        DwarfFuzzTest.read(dwarf, dwarf.units());
    }

    private static byte[] damaged(byte[] original, List<Section> sections, Random random) {
        byte[] bytes = original.clone();
        if (random.nextInt(16) == 0) {
            return Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
        for (int change = 0; change <= random.nextInt(8); change++) {
            Section section = sections.get(random.nextInt(sections.size()));
            long size = section.bytes().size();
            boolean headers = random.nextInt(8) == 0;
            long from = headers ? (random.nextBoolean() ? 0 : bytes.length - 64 * 40) : section.offset();
            long most = headers || random.nextBoolean() ? 64 : size;
            long at = from + random.nextLong(Math.max(1, most));
            if (at >= 0 && at < bytes.length) {
                bytes[(int) at] = (byte) (random.nextInt(4) == 0 ? 0xff : random.nextInt(256));
            }
        }
        return bytes;
    }

    private Path build(String options, String file) throws IOException {
        Files.writeString(folder.resolve("unit.c"), SOURCE);
        List<String> compile = new ArrayList<>(List.of("gcc", "-O1", "-c", "unit.c", "-o", "unit.o"));
        compile.addAll(List.of(options.split(" ")));
        run(compile.toArray(String[]::new));
        run("gcc", "unit.o", "-o", "program");
        if (file.endsWith(".dwp")) {
            run("dwp", "-e", "program", "-o", file);
            Files.delete(folder.resolve("unit.dwo"));
        } else if (file.endsWith(".debug")) {
            String compression = options.contains("-gz") ? "--compress-debug-sections" : "--decompress-debug-sections";
            run("objcopy", "--only-keep-debug", compression, "program", file);
            run("strip", "--strip-debug", "program");
            run("objcopy", "--add-gnu-debuglink=" + file, "program");
        }
        return folder.resolve("program");
    }

    private void run(String... command) {
        Command.run(folder, Map.of(), List.of(command));
    }
}
