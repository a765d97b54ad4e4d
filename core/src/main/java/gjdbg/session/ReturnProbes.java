package gjdbg.session;

import gjdbg.breakpoint.BreakpointLocation;
import gjdbg.goruntime.GoRuntime;
import gjdbg.symbol.Function;
import gjdbg.symbol.LoadedModule;
import gjdbg.symbol.Position;
import gjdbg.symbol.Program;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import gjdbg.target.amd64.ReturnFinder;
import gjdbg.unwind.Frame;
import gjdbg.value.Value;
import gjdbg.value.Variable;
import gjdbg.value.Variables;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Sites at every RET of a hooked function. A return address on the stack is never overwritten: Go copies stacks and reads
 * them. A call is known again at its RET by its goroutine and frame.
 */
final class ReturnProbes implements SiteUser {
    private final SiteBoard board;
    private final Supplier<Optional<GoRuntime>> runtime;
    private final java.util.function.Function<Frame, Variables> variables;
    private final HookHandler handler;
    private final Set<Address> returns = new LinkedHashSet<>();
    private final PendingCalls calls = new PendingCalls();

    ReturnProbes(
            SiteBoard board,
            Supplier<Optional<GoRuntime>> runtime,
            java.util.function.Function<Frame, Variables> variables,
            HookHandler handler) {
        this.board = board;
        this.runtime = runtime;
        this.variables = variables;
        this.handler = handler;
    }

    /**
     * Puts the probes into the functions whose own code the locations are in. An inlined copy has no RET, so its calls have
     * no return to tell.
     */
    void stand(List<BreakpointLocation> locations, Program program, Memory memory) {
        for (BreakpointLocation location : locations) {
            LoadedModule module = program.moduleAt(location.address()).orElseThrow();
            Optional<Function> code = module.symbols().functionAt(module.toFile(location.address()));
            if (code.isPresent() && !inlinedAt(module, location)) {
                for (Address ret : returnsOf(code.get(), module, memory)) {
                    if (returns.add(ret)) {
                        board.add(ret, this);
                    }
                }
            }
        }
    }

    private static boolean inlinedAt(LoadedModule module, BreakpointLocation location) {
        List<Position> positions = module.symbols().positionsAt(module.toFile(location.address()));
        return !positions.isEmpty() && positions.getFirst().inlined();
    }

    private static List<Address> returnsOf(Function function, LoadedModule module, Memory memory) {
        Address entry = module.toMemory(function.entry());
        byte[] code = memory.bytes(entry, Math.toIntExact(function.size()));
        return ReturnFinder.exits(code, entry).returns();
    }

    void expect(Frame entered, Invocation call) {
        calls.entered(FrameKey.of(entered, runtime.get()), call);
    }

    @Override
    public Optional<Stop> reached(Frame frame) {
        Optional<Invocation> call = calls.returning(FrameKey.of(frame, runtime.get()));
        if (call.isEmpty()) {
            return Optional.empty();
        }
        Frame returning = physical(frame);
        Supplier<List<Value>> results = () -> variables.apply(returning).results().stream()
                .map(Variable::value)
                .toList();
        return handler.returned(call.get(), returning, results) == Verdict.STOP
                ? Optional.of(Stop.of(StopReason.HOOK, frame.thread()))
                : Optional.empty();
    }

    /** The line table may have a function's RET for the end of a call that was inlined there. */
    private static Frame physical(Frame innermost) {
        Frame frame = innermost;
        while (frame.position().inlined()) {
            frame = frame.caller().orElseThrow();
        }
        return frame;
    }

    void remove() {
        for (Address ret : returns) {
            board.remove(ret, this);
        }
        returns.clear();
    }
}
