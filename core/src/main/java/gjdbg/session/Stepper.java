package gjdbg.session;

import gjdbg.error.Unavailable;
import gjdbg.goruntime.GoRuntime;
import gjdbg.symbol.LoadedModule;
import gjdbg.symbol.Position;
import gjdbg.target.Memory;
import gjdbg.target.TargetThread;
import gjdbg.unwind.Frame;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Source-level steps by goroutine. A step is a set of temporary sites, each with the frame in which it counts, and one
 * resumption of every thread: so the goroutine may change threads, its stack may move, and nothing that it waits for
 * stands still. What other goroutines do at those sites does not end the step.
 */
final class Stepper {
    /** Return addresses that are watched for a panic that is recovered further out. */
    private static final int MOST_CALLERS = 64;

    private final SiteBoard board;
    private final Memory memory;
    private final Supplier<Optional<GoRuntime>> runtime;
    private final java.util.function.Function<TargetThread, Frame> innermost;
    private final Supplier<Stop> resume;

    Stepper(
            SiteBoard board,
            Memory memory,
            Supplier<Optional<GoRuntime>> runtime,
            java.util.function.Function<TargetThread, Frame> innermost,
            Supplier<Stop> resume) {
        this.board = board;
        this.memory = memory;
        this.runtime = runtime;
        this.innermost = innermost;
        this.resume = resume;
    }

    Stop step(TargetThread thread, StepKind kind) {
        Frame frame = innermost.apply(thread);
        LoadedModule module = frame.module()
                .orElseThrow(() -> new Unavailable(
                        "a step from " + frame.pc(), "no code of the program is known there; step by instruction"));
        StepStart start = StepStart.at(frame, module, runtime.get());
        try (TemporarySites sites = new TemporarySites(board)) {
            RecoveryWatch recovery = new RecoveryWatch(start, memory, runtime);
            recovery.watch(sites);
            switch (kind) {
                case NEXT -> lines(start, sites, recovery, false);
                case STEP -> {
                    lines(start, sites, recovery, true);
                    new StepIntoCalls(start, sites, memory, runtime).watch(frame);
                }
                case OUT -> outOfInlinedCall(start, sites);
            }
            returns(frame, start, sites);
            return resume.get();
        }
    }

    /** Every place of the function where another line of this frame, or its inlined caller, begins. */
    private void lines(StepStart start, TemporarySites sites, RecoveryWatch recovery, boolean intoInlined) {
        start.eachLine((address, level) -> {
            boolean otherLine = level.sameFrame(start.level()) && !level.sameLine(start.level());
            boolean left = start.level().calledFrom(level);
            boolean entered = intoInlined
                    && level.calledFrom(start.level())
                    && Steppable.named(level.innermost().function(), start.function());
            if ((otherLine || left || entered) && !recovery.isMachinery(address, level)) {
                sites.add(
                        address,
                        new StepEnd(key -> key.equals(start.key()) && !recovery.recovered(), runtime));
            }
        });
    }

    private void outOfInlinedCall(StepStart start, TemporarySites sites) {
        start.eachLine((address, level) -> {
            if (start.level().calledFrom(level)) {
                sites.add(address, new StepEnd(start.key()::equals, runtime));
            }
        });
    }

    /** The callers' return addresses: the nearest for a plain return, the others for a panic recovered further out. */
    private void returns(Frame frame, StepStart start, TemporarySites sites) {
        Optional<Frame> caller = frame.caller();
        for (int count = 0;
                caller.isPresent() && count < MOST_CALLERS;
                caller = caller.get().caller()) {
            Frame outer = caller.get();
            boolean ownCode = outer.cfa().compareTo(frame.cfa()) > 0;
            Position position = outer.position();
            if (ownCode && outer.module().isPresent() && !Steppable.endsStack(position.function())) {
                sites.add(outer.pc(), new StepEnd(start.key()::isWithin, runtime));
                count++;
            }
        }
    }
}
