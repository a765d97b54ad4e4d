package gjdbg.unwind;

import gjdbg.symbol.LoadedModule;
import gjdbg.symbol.Position;
import gjdbg.target.Address;
import gjdbg.target.Registers;
import gjdbg.target.TargetThread;
import java.util.Optional;

/**
 * One frame of a stack; holds only while nothing runs. Everything in it is found when it is first asked for: a hit with a
 * false condition pays for no more than its condition reads.
 */
public interface Frame {
    /** 0 for the innermost, inlined frames counted. */
    int index();

    /** @throws gjdbg.error.Unavailable for the frame of a goroutine that no thread runs */
    TargetThread thread();

    /** The PC in this frame: of the thread, or the address to which the call returns. */
    Address pc();

    /**
     * The address to look up in tables: the PC of an innermost or interrupted frame, else one less than the return
     * address, so that it lies within the call (DWARF 5, section 6.4.4).
     */
    Address lookupPc();

    /** The canonical frame address (DWARF 5, section 6.4): of the physical frame, for inlined ones too. */
    Address cfa();

    /** Those of the thread in the innermost frame; in others what the unwinder recovered. */
    Registers registers();

    /** The module that holds the PC; empty in code that no file backs. */
    Optional<LoadedModule> module();

    /** Function, file and line; of the inlined call where this frame is one. */
    Position position();

    /** The next physical or inlined frame outwards; empty at the end of the stack. */
    Optional<Frame> caller();
}
