package gjdbg.unwind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import gjdbg.breakpoint.Breakpoint;
import gjdbg.breakpoint.Where;
import gjdbg.elf.FileAddress;
import gjdbg.goruntime.Goroutine;
import gjdbg.session.Condition;
import gjdbg.session.LiveSession;
import gjdbg.session.Stop;
import gjdbg.session.StopReason;
import gjdbg.symbol.Function;
import gjdbg.symbol.LoadedModule;
import gjdbg.symbol.Position;
import gjdbg.target.Address;
import gjdbg.target.Register;
import gjdbg.target.TargetThread;
import gjdbg.target.linux.LaunchRequest;
import gjdbg.testbins.GoBinary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One thread that goes through main.stepped of the fixture {@code walks}, by instruction, with what its stack has to be. */
final class InstructionWalk implements AutoCloseable {
    private static final String STEPPED = "main.stepped";
    private static final Set<String> CALLERS = Set.of("main.around", "main.main");

    /** How often a loop of the runtime's is gone through. */
    private static final int MOST_VISITS = 5;

    /** A search for free pages can go round thousands of times. */
    private static final int MOST_TURNS = 200;

    private static final int MOST_AWAY = 50;

    /** A clock in the vDSO begins anew when a tick comes, and to step through it takes longer than from tick to tick. */
    private static final int MOST_FOREIGN = 150;

    /** They leave in another way than to their callers. */
    private static final Set<String> NEVER_RETURN = Set.of(
            "runtime.morestack",
            "runtime.morestack_noctxt",
            "runtime.newstack",
            "runtime.gopreempt_m",
            "runtime.goschedImpl",
            "runtime.schedule",
            "runtime.execute",
            "runtime.gogo",
            "runtime.gopanic",
            "runtime.(*_panic).nextDefer",
            "runtime.recovery",
            "runtime.mcall",
            "runtime.systemstack");

    private static final Set<String> REWRITERS =
            Set.of("runtime.(*sigctxt).preparePanic", "runtime.(*sigctxt).pushCall", "runtime.recovery");

    /** They call the vDSO, from which the way goes on at their callers. */
    private static final Set<String> CLOCKS =
            Set.of("runtime.nanotime1", "runtime.walltime", "runtime.walltime1", "time.now", "runtime.vgetrandom1");

    private final LiveSession session;
    private final LoadedModule program;
    private TargetThread thread;
    private final List<String> outer;
    private final ShadowStack shadow;
    private final Set<String> seen = new HashSet<>();
    /** What the thread is at; the scheduler has none. */
    private Optional<Goroutine> current = Optional.empty();

    /** The stepped one, as it was when the thread was last at it. */
    private Goroutine goroutine;

    private Frame innermost;
    /** All of them, once they were asked for. */
    private List<Frame> frames = List.of();

    private final Map<Address, Integer> visits = new HashMap<>();
    private int instructions;
    private int foreign;
    /** How many instructions ago the goroutine was given up for another. */
    private int away;

    /** Where it goes on then. */
    private Address resumption = new Address(0);

    private InstructionWalk(LiveSession session) {
        this.session = session;
        program = session.program().main();
        Breakpoint entry = session.addBreakpoint(Where.parse("*0x" + entry(STEPPED)), Condition.ALWAYS);
        Stop stop = session.resume();
        assertEquals(StopReason.BREAKPOINT, stop.reason());
        entry.remove();
        thread = stop.thread().orElseThrow();
        look();
        outer = outer();
        shadow = new ShadowStack(session.target().memory(), goroutine, slots());
    }

    static InstructionWalk launch(GoBinary binary, Path out) {
        // one processor of Go's, so that no other thread holds what the stepped one waits for
        return new InstructionWalk(LiveSession.launch(new LaunchRequest(
                binary.path(),
                List.of(),
                Optional.of(Map.of("GOMAXPROCS", "1", "GOGC", "off", "GODEBUG", "asyncpreemptoff=1")),
                Optional.empty(),
                Optional.empty(),
                Optional.of(out),
                Optional.empty(),
                false)));
    }

    /** To the next instruction; to the return of a runtime's function that has been gone through before. */
    void step() {
        instructions++;
        ShadowStack.State from = state();
        assertFalse(session.stepInstruction(thread).ended());
        look();
        ShadowStack.State to = state();
        Optional<String> arrived = arrived();
        shadow.stepped(from, to, goroutine, arrived);
        if (arrived.isPresent()
                && !seen.add(arrived.get())
                && isPlain(arrived.get())
                && isCurrent()
                && to.sp() == from.sp() - 8) {
            finish(to.sp());
        }
        away = isCurrent() ? 0 : away + 1;
        if (away > MOST_AWAY || away > 0 && current.isPresent()) {
            regain();
        }
        foreign = function().isEmpty() ? foreign + 1 : 0;
        boolean turning = isPlain(function()) && visits.getOrDefault(innermost.pc(), 0) > MOST_TURNS;
        if (foreign > MOST_FOREIGN || turning) {
            finish(shadow.calls().getFirst().slot());
        }
    }

    /** Runs until the call has returned whose return address is there. */
    private void finish(long slot) {
        ShadowStack.State from = state();
        long back = session.target().memory().u64(new Address(slot));
        Breakpoint at = session.addBreakpoint(Where.parse("*0x" + Long.toHexString(back)), Condition.ALWAYS);
        boolean own = ShadowStack.isOn(goroutine, slot);
        long distance = goroutine.stackHigh().value() - slot;
        do {
            Stop stop = session.resume();
            assertEquals(StopReason.BREAKPOINT, stop.reason(), () -> "in " + walked());
            thread = stop.thread().orElseThrow();
            look();
        } while (own ? !isCurrent() || aboveStack() != distance - Long.BYTES : state().sp() != slot + Long.BYTES);
        at.remove();
        look();
        shadow.stepped(from, state(), goroutine, Optional.empty());
    }

    private long aboveStack() {
        return goroutine.stackHigh().value() - state().sp();
    }

    private boolean isCurrent() {
        return current.map(Goroutine::id).equals(Optional.of(goroutine.id()));
    }

    /** Runs until some thread takes the goroutine up again, which was preempted in the prologue of a function. */
    private void regain() {
        ShadowStack.State from = state();
        Breakpoint at = session.addBreakpoint(Where.parse("*" + resumption), Condition.ALWAYS);
        do {
            Stop stop = session.resume();
            assertEquals(StopReason.BREAKPOINT, stop.reason(), () -> "in " + walked());
            thread = stop.thread().orElseThrow();
            look();
        } while (!isCurrent());
        at.remove();
        look();
        shadow.stepped(from, state(), goroutine, Optional.empty());
        away = 0;
    }

    private static boolean isPlain(String function) {
        return function.startsWith("runtime.") && !NEVER_RETURN.contains(function);
    }

    /** Whether main.stepped has not returned yet, and its goroutine is the one that the thread is at. */
    boolean isInside() {
        return visits.merge(innermost.pc(), 1, Integer::sum) <= MOST_VISITS
                && current.map(Goroutine::id).orElse(goroutine.id()) == goroutine.id()
                && !CALLERS.contains(function())
                && !function().equals("main.stepsEnd");
    }

    String function() {
        return innermost.position().function();
    }

    int instructions() {
        return instructions;
    }

    int functions() {
        return seen.size();
    }

    List<String> outerNames() {
        return outer.stream().map(line -> line.split(" ")[0]).toList();
    }

    List<String> walked() {
        return frames().stream()
                .map(frame ->
                        frame.position().function() + ":" + frame.position().line())
                .toList();
    }

    Optional<String> disagreement() {
        List<String> callers = physicalCallers();
        List<String> expected = shadow.calls().stream()
                .filter(call ->
                        call.ofGoroutine() ? current.isPresent() : !function().endsWith("gogo"))
                .map(call -> new Address(call.pc()))
                .filter(pc -> !isWrapper(pc))
                .map(this::functionCalling)
                .dropWhile(name -> function().isEmpty() && (name.isEmpty() || CLOCKS.contains(name)))
                .toList();
        // the handler has put a call into what it returns to
        callers.removeIf(name -> name.startsWith("runtime.sigpanic") && isHandling());
        boolean goes = function().endsWith("gogo") && current.isPresent();
        if (goes) {
            // it has left some calls of the goroutine behind, and where it goes to is in a register only
            callers.removeFirst();
        }
        boolean same = (goes ? endsWith(expected, callers) : callers.equals(expected))
                && (current.isEmpty() || outer().equals(isMoving() ? still() : outer));
        return same
                ? Optional.empty()
                : Optional.of("at " + innermost.pc() + " walked " + walked() + "\n  expected " + expected
                        + "\n  outer    " + outer());
    }

    private static boolean endsWith(List<String> all, List<String> end) {
        return end.size() <= all.size()
                && all.subList(all.size() - end.size(), all.size()).equals(end);
    }

    /** Whether the runtime is writing where a stack goes on, of which one half is there before the other. */
    boolean isRewriting() {
        return frames().stream()
                .anyMatch(frame -> REWRITERS.contains(frame.position().function()));
    }

    private boolean isHandling() {
        return frames().stream().anyMatch(frame -> frame.position().function().startsWith("runtime.sigreturn"));
    }

    /** Copying a stack sets its bounds and its stack pointer one after the other. */
    private boolean isMoving() {
        return frames().stream().anyMatch(frame -> frame.position().function().equals("runtime.copystack"));
    }

    private List<String> still() {
        return outer.stream()
                .map(line -> line.substring(0, line.lastIndexOf(' ') + 1))
                .toList();
    }

    private void look() {
        current = session.goRuntime().orElseThrow().goroutineOf(thread);
        if (current.isPresent() && (goroutine == null || current.get().id() == goroutine.id())) {
            goroutine = current.get();
        }
        innermost = session.frames(thread).iterator().next();
        frames = List.of();
        if (isCurrent() && function().equals("runtime.gopreempt_m")) {
            List<String> functions =
                    frames().stream().map(frame -> frame.position().function()).toList();
            resumption =
                    frames().get(functions.indexOf("runtime.morestack") + 1).pc();
        }
    }

    private List<Frame> frames() {
        if (frames.isEmpty()) {
            frames = new ArrayList<>();
            session.frames(thread).forEach(frames::add);
        }
        return frames;
    }

    private ShadowStack.State state() {
        return new ShadowStack.State(
                thread.registers().get(Register.RIP), thread.registers().get(Register.RSP));
    }

    /** The callers of main.stepped, inlined ones too, with their distances from the end of the stack, for it moves. */
    private List<String> outer() {
        List<String> outer = new ArrayList<>();
        for (Frame frame : frames()) {
            String function = frame.position().function();
            if (!outer.isEmpty() || CALLERS.contains(function)) {
                long distance = goroutine.stackHigh().value() - frame.cfa().value();
                outer.add(function + " " + frame.position().line() + " " + (isMoving() ? "" : distance));
            }
        }
        return outer;
    }

    /** Where the frames have their return addresses, at the entry of main.stepped. */
    private List<Address> slots() {
        List<Address> slots = new ArrayList<>();
        for (Frame frame : frames()) {
            Address slot = frame.cfa().plus(-8);
            boolean inlined = !slots.isEmpty() && slots.getLast().equals(slot);
            if (!inlined && !frame.position().function().equals("runtime.goexit")) {
                slots.add(slot);
            }
        }
        return slots;
    }

    private List<String> physicalCallers() {
        List<String> callers = new ArrayList<>();
        Frame inner = innermost;
        for (Frame frame : frames()) {
            if (!frame.pc().equals(inner.pc()) || !frame.cfa().equals(inner.cfa())) {
                callers.add(functionOf(frame.lookupPc()));
            }
            inner = frame;
        }
        return callers;
    }

    private String functionCalling(Address pc) {
        // what the kernel or the runtime made up returns to an entry, or to the instruction that faulted
        Optional<Function> at = program.symbols().functionAt(program.toFile(pc));
        boolean entry = at.isPresent() && at.get().entry().equals(program.toFile(pc));
        return functionOf(entry ? pc : pc.plus(-1));
    }

    private String functionOf(Address pc) {
        return program.symbols()
                .functionAt(program.toFile(pc))
                .map(Function::name)
                .orElse("");
    }

    private boolean isWrapper(Address pc) {
        FileAddress call = program.toFile(pc.plus(-1));
        List<Position> positions = program.symbols().positionsAt(call);
        return positions.size() == 1 && positions.getFirst().wrapper();
    }

    private Optional<String> arrived() {
        FileAddress pc = program.toFile(innermost.pc());
        return program.symbols()
                .functionAt(pc)
                .filter(function -> function.entry().equals(pc))
                .map(Function::name);
    }

    private String entry(String function) {
        FileAddress entry =
                program.symbols().functionsNamed(function).getFirst().entry();
        return Long.toHexString(program.toMemory(entry).value());
    }

    @Override
    public void close() {
        session.close();
    }
}
