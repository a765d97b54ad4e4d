package gjdbg.value;

import gjdbg.bytes.Bytes;
import gjdbg.dwarf.Die;
import gjdbg.dwarf.DwAt;
import gjdbg.dwarf.expr.LocationExpression;
import gjdbg.elf.FileAddress;
import gjdbg.error.Unavailable;
import gjdbg.symbol.LoadedModule;
import gjdbg.unwind.Frame;
import java.util.Optional;
import java.util.function.Function;

/** What arguments were when a function was entered, from what its caller passed (DWARF 5, sections 2.5.1.7 and 3.4). */
final class EntryValues {
    /** In a recursion each call's may need the next one's. */
    private static final int DEEPEST = 64;

    private static final String DROPPED =
            "it was optimised out: only its value at the function's entry is recorded, and ";

    private final Frame frame;
    private final Function<Frame, Variables> others;
    private final int depth;

    EntryValues(Frame frame, Function<Frame, Variables> others, int depth) {
        this.frame = frame;
        this.others = others;
        this.depth = depth;
    }

    /** @throws Unavailable where the caller does not tell */
    long of(Bytes expression) {
        if (depth > DEEPEST) {
            throw new Unavailable("", DROPPED + "that depends on more than " + DEEPEST + " callers");
        }
        Frame physical = frame;
        while (physical.position().inlined()) {
            physical = physical.caller().orElseThrow(EntryValues::unknown);
        }
        Frame caller = physical.caller().orElseThrow(EntryValues::unknown);
        if (!(others.apply(caller) instanceof DebugVariables variables)) {
            throw unknown();
        }
        LoadedModule module = caller.module().orElseThrow(EntryValues::unknown);
        FileAddress pc = module.toFile(caller.pc());
        Die function = module.symbols()
                .dwarf()
                .flatMap(dwarf -> dwarf.functionAt(module.toFile(caller.lookupPc())))
                .orElseThrow(EntryValues::unknown);
        CallSite site = CallSite.returningTo(pc, function).orElseThrow(EntryValues::unknown);
        FrameContext locations = variables.locations(depth + 1);
        requireCallOf(physical, site, locations);
        Bytes passed = site.passed(expression).orElseThrow(EntryValues::unknown);
        return LocationExpression.value(passed, locations);
    }

    /** A function that was called can have jumped to this one at its end, with arguments of its own. */
    private static void requireCallOf(Frame callee, CallSite site, FrameContext caller) {
        LoadedModule module = callee.module().orElseThrow(EntryValues::unknown);
        Die function = module.symbols()
                .dwarf()
                .flatMap(dwarf -> dwarf.functionAt(module.toFile(callee.lookupPc())))
                .orElseThrow(EntryValues::unknown);
        Optional<Die> named = site.callee();
        boolean called;
        if (named.isPresent()) {
            called = isSame(named.get(), function);
        } else {
            Bytes target = site.target().orElseThrow(EntryValues::unknown);
            long entry = function.number(DwAt.LOW_PC).orElseThrow(EntryValues::unknown);
            called = LocationExpression.value(target, caller)
                    == module.toMemory(new FileAddress(entry)).value();
        }
        if (!called) {
            throw unknown();
        }
    }

    /** Two entries are of one function also where each unit has its own declaration of it. */
    private static boolean isSame(Die named, Die function) {
        Optional<Die> one = named.holder(DwAt.NAME);
        Optional<Die> other = function.holder(DwAt.NAME);
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        return one.equals(other)
                || one.get().flag(DwAt.EXTERNAL)
                        && other.get().flag(DwAt.EXTERNAL)
                        && one.get().name().equals(other.get().name());
    }

    private static Unavailable unknown() {
        return new Unavailable("", DROPPED + "the caller does not tell it");
    }
}
