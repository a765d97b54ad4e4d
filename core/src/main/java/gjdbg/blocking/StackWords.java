package gjdbg.blocking;

import gjdbg.elf.FileAddress;
import gjdbg.error.GjdbgException;
import gjdbg.goruntime.GoroutineState;
import gjdbg.gosym.GoFunction;
import gjdbg.symbol.LoadedModule;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import gjdbg.target.Register;
import gjdbg.target.TargetThread;
import gjdbg.target.amd64.Gpr;
import gjdbg.unwind.Frame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/**
 * The pointers on a goroutine's stack that are still in use, as the garbage collector finds them: by the compiler's stack
 * maps at calls (runtime/stkframe.go, getStackMap), by taking every word for one where there is no map.
 */
final class StackWords {
    private static final int WORD = 8;
    private static final int MOST_OBJECTS = 1 << 16;
    private static final String OUTERMOST = "runtime.goexit";

    private final Scene scene;
    private final Memory memory;
    private final GoroutineState goroutine;
    private final long low;
    private final long high;
    private final LongConsumer to;
    private final List<long[]> objects = new ArrayList<>();
    private final Deque<Long> inside = new ArrayDeque<>();

    private StackWords(Scene scene, GoroutineState goroutine, LongConsumer to) {
        this.scene = scene;
        memory = scene.memory();
        this.goroutine = goroutine;
        low = goroutine.goroutine().stackLow().value();
        high = goroutine.goroutine().stackHigh().value();
        this.to = to;
    }

    /**
     * @param frames which of the goroutine's frames count, by their functions' names
     * @throws GjdbgException where the stack can't be read
     */
    static void each(Scene scene, GoroutineState goroutine, Predicate<String> frames, LongConsumer to) {
        new StackWords(scene, goroutine, to).read(frames);
    }

    private void read(Predicate<String> wanted) {
        Optional<TargetThread> thread = goroutine.thread();
        thread.ifPresent(this::registers);
        long reached = Math.max(low, goroutine.saved().sp().value());
        boolean complete = false;
        boolean started = false;
        for (Frame frame : scene.frames().apply(goroutine)) {
            // those inlined share the frame of the function that they are in
            long cfa = frame.cfa().value();
            if (!frame.position().inlined() && cfa > low && cfa <= high) {
                long sp = frame.registers().get(Register.RSP);
                if (reached < sp && sp < cfa && started) {
                    // of a wrapper that the compiler made, which stack traces leave out
                    words(reached, sp);
                }
                started = true;
                reached = cfa;
                complete = frame.position().function().startsWith(OUTERMOST);
                if (wanted.test(frame.position().function())) {
                    read(frame);
                }
            }
        }
        if (!complete && reached < high) {
            // the walk has not come to the stack's end
            words(reached, high);
        }
        Set<Long> seen = new HashSet<>();
        while (!inside.isEmpty()) {
            object(inside.pop(), seen);
        }
    }

    private void registers(TargetThread thread) {
        for (int number = 0; number < 16; number++) {
            word(thread.registers().get(Gpr.register(number)));
        }
    }

    private void word(long word) {
        if (word >= low && word < high) {
            inside.push(word);
        } else if (word != 0) {
            to.accept(word);
        }
    }

    /** Of the variables whose address is taken, those that something in use points at. */
    private void object(long pointer, Set<Long> seen) {
        for (long[] object : objects) {
            if (pointer >= object[0] && pointer < object[1] && seen.add(object[0])) {
                words(object[0], object[1]);
            }
        }
    }

    private void words(long start, long end) {
        byte[] bytes = memory.bytes(new Address(start), (int) (end - start));
        for (int i = 0; i + WORD <= bytes.length; i += WORD) {
            word((long) Spans.WORD.get(bytes, i));
        }
    }

    private void read(Frame frame) {
        long sp = Math.max(low, frame.registers().get(Register.RSP));
        long cfa = frame.cfa().value();
        // where it was preempted its registers are in the frame of the runtime's function that did it
        boolean atCall = !frame.lookupPc().equals(frame.pc())
                && !frame.position().function().equals("runtime.asyncPreempt");
        try {
            if (sp < cfa && (!atCall || !byMaps(frame, sp, cfa))) {
                words(sp, cfa);
            }
        } catch (GjdbgException e) {
            words(sp, cfa);
        }
    }

    private boolean byMaps(Frame frame, long sp, long cfa) {
        Optional<LoadedModule> module = frame.module();
        FileAddress pc = module.isEmpty() ? new FileAddress(0) : module.get().toFile(frame.lookupPc());
        Optional<GoFunction> function =
                module.flatMap(each -> each.symbols().goLineTable()).flatMap(lines -> lines.functionAt(pc));
        if (function.isEmpty()) {
            return false;
        }
        int map = Math.max(
                0, function.get().pcdata(GoFunction.PCDATA_STACK_MAP_INDEX, pc).orElse(0));
        // the return address, and the caller's frame pointer where there is a frame
        long top = cfa - WORD;
        top -= top > sp ? WORD : 0;
        Optional<byte[]> locals = bits(module.get(), function.get(), GoFunction.FUNCDATA_LOCALS_POINTER_MAPS, map);
        if (top > sp && locals.isEmpty()) {
            return function.get().isAsm();
        }
        if (top > sp) {
            marked(locals.get(), top - WORD * (long) count(module.get(), function.get()));
        }
        bits(module.get(), function.get(), GoFunction.FUNCDATA_ARGS_POINTER_MAPS, map)
                .ifPresent(arguments -> marked(arguments, cfa));
        objects(module.get(), function.get(), top, cfa);
        return true;
    }

    private void marked(byte[] bits, long start) {
        for (int i = 0; i < 8 * bits.length; i++) {
            if ((bits[i >> 3] >> (i & 7) & 1) != 0 && start + WORD * (long) i < high) {
                word(memory.u64(new Address(start + WORD * (long) i)));
            }
        }
    }

    private int count(LoadedModule module, GoFunction function) {
        return (int) memory.u32(module.toMemory(function.funcdata(GoFunction.FUNCDATA_LOCALS_POINTER_MAPS)
                        .orElseThrow())
                .plus(4));
    }

    /** One of the bitmaps of a runtime.stackmap: their number, the number of bits of each, and the bytes. */
    private Optional<byte[]> bits(LoadedModule module, GoFunction function, int kind, int number) {
        return function.funcdata(kind).map(module::toMemory).flatMap(at -> {
            long maps = memory.u32(at);
            long bits = memory.u32(at.plus(4));
            long length = (bits + 7) / 8;
            return number >= maps || bits * WORD > high - low
                    ? Optional.empty()
                    : Optional.of(memory.bytes(at.plus(8 + number * length), (int) length));
        });
    }

    /** The variables whose address is taken (runtime.stackObjectRecord): offsets below the locals' or from the arguments' start. */
    private void objects(LoadedModule module, GoFunction function, long top, long cfa) {
        Optional<FileAddress> funcdata = function.funcdata(GoFunction.FUNCDATA_STACK_OBJECTS);
        if (funcdata.isEmpty()) {
            return;
        }
        Address at = module.toMemory(funcdata.get());
        long count = Math.min(memory.u64(at), MOST_OBJECTS);
        int stride = scene.types()
                .named("runtime.stackObjectRecord")
                .map(type -> (int) type.size())
                .orElse(16);
        for (long i = 0; i < count; i++) {
            Address record = at.plus(8 + i * stride);
            int offset = (int) memory.u32(record);
            long size = memory.u32(record.plus(4));
            long start = (offset < 0 ? top : cfa) + offset;
            if (start >= low && start + size <= high) {
                objects.add(new long[] {start, start + size});
            }
        }
    }
}
