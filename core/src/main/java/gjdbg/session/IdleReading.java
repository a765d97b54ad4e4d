package gjdbg.session;

import gjdbg.error.GjdbgException;
import gjdbg.error.Unavailable;
import gjdbg.goruntime.GoRuntime;
import gjdbg.goruntime.GoroutineState;
import gjdbg.type.TypeKind;
import gjdbg.unwind.Frame;
import gjdbg.value.Value;
import gjdbg.value.ValuePrinter;
import gjdbg.value.Variable;
import gjdbg.value.Variables;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Reads the stacks of parked goroutines with their variables from a Go program that has begun to run, while gjdbg would only
 * wait for it: the code that reads is loaded and compiled then when the first stop comes, and symbols and layouts are known.
 * What it finds may not go together, and is thrown away.
 */
final class IdleReading {
    private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(60);

    private final Supplier<ProgramView> view;
    private Iterator<GoroutineState> goroutines = Collections.emptyIterator();
    private Iterator<Frame> frames = Collections.emptyIterator();
    private long left = MOST_NANOS;
    private int read;

    IdleReading(Supplier<ProgramView> view) {
        this.view = view;
    }

    /** Whether there is something left to do. */
    boolean goesOn() {
        return left > 0;
    }

    /** How many frames were read. */
    int read() {
        return read;
    }

    /** Reads one frame, or waits a millisecond where there is none yet. */
    void step() {
        long start = System.nanoTime();
        try {
            readNext();
        } catch (GjdbgException e) {
            // what changes while it is read may not make sense
            frames = Collections.emptyIterator();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            left = 0;
        }
        left -= System.nanoTime() - start;
    }

    private void readNext() throws InterruptedException {
        if (frames.hasNext()) {
            read(frames.next());
        } else if (goroutines.hasNext()) {
            GoroutineState goroutine = goroutines.next();
            if (goroutine.thread().isEmpty()) {
                frames = view.get().frames(goroutine).iterator();
            }
        } else {
            // the runtime makes its own ones soon after its start
            Thread.sleep(1);
            goroutines = all();
        }
    }

    private Iterator<GoroutineState> all() {
        Optional<GoRuntime> runtime = view.get().goRuntime();
        try {
            if (runtime.isPresent()) {
                return runtime.get().goroutines().iterator();
            }
        } catch (Unavailable e) {
            // a stripped program has no variables either
        }
        left = 0;
        return Collections.emptyIterator();
    }

    private void read(Frame frame) {
        read++;
        frame.position();
        Variables variables = view.get().variables(frame);
        for (List<Variable> each : List.of(variables.arguments(), variables.locals())) {
            each.forEach(variable -> read(variable.value()));
        }
    }

    private static void read(Value value) {
        if (value.type().kind() == TypeKind.POINTER) {
            // the runtime's lead to its large structs, whose texts take longer than all else
            value.read();
        } else {
            ValuePrinter.append(value, new StringBuilder());
        }
    }
}
