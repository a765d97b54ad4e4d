package gjdbg.session;

import gjdbg.elf.FileAddress;
import gjdbg.goruntime.GoRuntime;
import gjdbg.symbol.Function;
import gjdbg.symbol.LoadedModule;
import gjdbg.symbol.ModuleSymbols;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import gjdbg.target.amd64.CallFinder;
import gjdbg.target.amd64.Instruction;
import gjdbg.unwind.Frame;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Knows during a step whether the frame has been left by a panic that one of its own deferred calls recovered. The function
 * then goes on where it would run its deferred calls at a return (deferreturn, runtime/panic.go): that code carries lines of
 * statements that the language does not run any more.
 */
final class RecoveryWatch {
    private static final String PANIC = "runtime.gopanic";
    private static final String DEFER = "runtime.deferproc";

    private final StepStart start;
    private final Memory memory;
    private final Supplier<Optional<GoRuntime>> runtime;
    private boolean panicked;
    private boolean landed;

    RecoveryWatch(StepStart start, Memory memory, Supplier<Optional<GoRuntime>> runtime) {
        this.start = start;
        this.memory = memory;
        this.runtime = runtime;
    }

    /** To be called before any other site of the step is added: whoever comes first at an address is told first. */
    void watch(TemporarySites sites) {
        Optional<Address> landing = landing();
        if (landing.isEmpty()) {
            return;
        }
        LoadedModule module = start.module();
        ModuleSymbols symbols = module.symbols();
        for (Function panic : symbols.functionsNamed(PANIC)) {
            sites.add(module.toMemory(symbols.afterPrologue(panic)), frame -> {
                panicked |= key(frame).owner() == start.key().owner();
                return Optional.empty();
            });
        }
        SiteUser landingWatch = frame -> {
            landed |= panicked && key(frame).equals(start.key());
            return Optional.empty();
        };
        sites.add(landing.get(), landingWatch);
        for (Instruction call : callsOfDeferproc()) {
            sites.add(new Address(call.next()), landingWatch);
        }
    }

    /** Before Go 1.26 a recovery lets the deferring call return once more, which then jumps to where the function ends. */
    private List<Instruction> callsOfDeferproc() {
        LoadedModule module = start.module();
        Address entry = module.toMemory(start.code().entry());
        byte[] code = memory.bytes(entry, Math.toIntExact(start.code().size()));
        return CallFinder.calls(code, entry).stream()
                .filter(call -> call.directTarget().isPresent())
                .filter(call -> module.symbols()
                        .functionAt(module.toFile(new Address(call.directTarget().getAsLong())))
                        .filter(callee -> callee.name().startsWith(DEFER))
                        .isPresent())
                .toList();
    }

    /** Whether what runs in the frame now is no statement of the program any more. */
    boolean recovered() {
        return landed;
    }

    /** Where deferred calls are run at a return of the function; empty when it defers nothing. */
    Optional<Address> landing() {
        return start.module().symbols().deferReturn(start.code()).map(start.module()::toMemory);
    }

    /** Whether the line that begins at the address is that of the call of deferreturn alone. */
    boolean isMachinery(Address address, SourceLevel there) {
        if (!landing().filter(address::equals).isPresent()) {
            return false;
        }
        // a relative call has five bytes
        FileAddress next = start.module().toFile(address).plus(5);
        SourceLevel after = SourceLevel.of(start.module().symbols().positionsAt(next));
        return after.known() && !after.sameLine(there);
    }

    private FrameKey key(Frame frame) {
        return FrameKey.of(frame, runtime.get());
    }
}
