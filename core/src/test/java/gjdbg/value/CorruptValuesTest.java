package gjdbg.value;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import gjdbg.built.GoProgram;
import gjdbg.error.GjdbgException;
import gjdbg.expr.ExpressionProgram;
import gjdbg.expr.Expressions;
import gjdbg.session.LiveSession;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Wild lengths, cyclic pointers, freed memory, garbage where types were: whatever memory holds, each question about a value
 * ends soon, in little memory, with an answer or an error of gjdbg's own.
 */
@Timeout(3000)
class CorruptValuesTest {
    private static final int INPUTS = Integer.getInteger("gjdbg.fuzz.inputs", 5000);
    private static final long MOST_NANOSECONDS = 1_000_000_000;
    private static final long MOST_BYTES = 1 << 28;
    private static final int EXPRESSIONS = 8;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private int errors;
    private int questions;
    private long slowest;

    static List<String> versions() {
        return GoProgram.versions();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void every_question_ends_soon_with_an_answer_or_an_error_of_the_family(String version) throws Exception {
        List<String> expressions = new ArrayList<>(ExpressionProgram.lines("good.txt", version));
        expressions.addAll(ExpressionProgram.lines("panics.txt", version));
        int inputs = INPUTS / versions().size() + 1;
        try (LiveSession session = ExpressionProgram.launch(List.of(), List.of(), version, Path.of("/dev/null"))) {
            CorruptMemory memory = new CorruptMemory(session.target().memory());
            VariablesFactory factory = new VariablesFactory(
                    session.program(), memory, session.target().room(), new Expressions());
            Variables variables = factory.of(ExpressionProgram.frame(session));
            Map<String, List<Long>> words = new LinkedHashMap<>();
            for (Variable variable : variables.locals()) {
                List<Long> read = memory.noted(() -> new ValueWalk(new Random(1)).walk(variable.value()));
                if (!read.isEmpty()) {
                    words.put(variable.name(), read);
                }
            }
            List<String> names = List.copyOf(words.keySet());
            assertTrue(names.size() > 80, "only " + names + " are read from memory");
            for (int input = 0; input < inputs; input++) {
                Random random = new Random(input);
                String name = names.get(random.nextInt(names.size()));
                memory.corrupt(words.get(name), random);
                asked(
                        input + ": " + name,
                        () -> new ValueWalk(random).walk(variables.find(name).orElseThrow()));
                List<String> about = expressions.stream()
                        .filter(expression -> expression.matches(".*\\b" + name + "\\b.*"))
                        .toList();
                for (int i = 0; i < EXPRESSIONS && !about.isEmpty(); i++) {
                    String expression = about.get(random.nextInt(about.size()));
                    asked(input + ": " + expression, () -> {
                        variables.evaluate(expression).toString();
                    });
                }
            }
        }
        System.out.println("Go " + version + ": " + inputs + " corrupt memories, " + questions + " questions, " + errors
                + " ended in errors, the slowest took " + slowest / 1000 + " µs");
        assertTrue(errors > 0);
    }

    private void asked(String what, Runnable question) {
        long thread = Thread.currentThread().threadId();
        long time = threads.getCurrentThreadCpuTime();
        long bytes = threads.getThreadAllocatedBytes(thread);
        questions++;
        try {
            question.run();
        } catch (GjdbgException e) {
            errors++;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            fail(what, e);
        }
        time = threads.getCurrentThreadCpuTime() - time;
        slowest = Math.max(slowest, time);
        assertTrue(time < MOST_NANOSECONDS, () -> what + " takes too long");
        long allocated = threads.getThreadAllocatedBytes(thread) - bytes;
        assertTrue(allocated < MOST_BYTES, () -> what + " takes " + (allocated >> 20) + " MiB");
    }
}
