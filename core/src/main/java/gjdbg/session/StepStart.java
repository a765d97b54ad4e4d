package gjdbg.session;

import gjdbg.elf.FileAddress;
import gjdbg.error.Unavailable;
import gjdbg.goruntime.GoRuntime;
import gjdbg.symbol.Function;
import gjdbg.symbol.LoadedModule;
import gjdbg.symbol.ModuleSymbols;
import gjdbg.target.Address;
import gjdbg.unwind.Frame;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Where a step begins: the physical function, the frame within it, and the source line. */
record StepStart(LoadedModule module, Function code, FrameKey key, SourceLevel level) {
    static StepStart at(Frame frame, LoadedModule module, Optional<GoRuntime> runtime) {
        FileAddress pc = module.toFile(frame.pc());
        Function code = module.symbols()
                .functionAt(pc)
                .orElseThrow(() -> new Unavailable(
                        "a step from " + frame.pc(), "no function is known there; step by instruction"));
        SourceLevel level = SourceLevel.of(module.symbols().positionsAt(pc));
        if (!level.known()) {
            throw new Unavailable("a step from " + code.name(), "it has no line information; step by instruction");
        }
        return new StepStart(module, code, FrameKey.of(frame, runtime), level);
    }

    String function() {
        return code.name();
    }

    /** Each address of the function where a line begins, with its chain of calls. */
    void eachLine(BiConsumer<Address, SourceLevel> visit) {
        ModuleSymbols symbols = module.symbols();
        for (FileAddress address : symbols.lineStarts(code)) {
            SourceLevel there = SourceLevel.of(symbols.positionsAt(address));
            if (there.known() && there.innermost().line() > 0) {
                visit.accept(module.toMemory(address), there);
            }
        }
    }
}
