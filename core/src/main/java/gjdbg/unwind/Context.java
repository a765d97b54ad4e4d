package gjdbg.unwind;

import gjdbg.target.Address;
import gjdbg.target.Registers;
import java.util.Optional;

/**
 * The machine state with which one physical frame goes on.
 *
 * @param exact whether the PC is that of an instruction about to run, not a return address
 * @param registers those that are known, PC and stack pointer among them
 * @param callee the next frame inwards; empty in the innermost one
 * @param switches how often the walk has gone from one stack to another
 */
record Context(
        Address pc, Address sp, boolean exact, Registers registers, Optional<PhysicalFrame> callee, int switches) {}
