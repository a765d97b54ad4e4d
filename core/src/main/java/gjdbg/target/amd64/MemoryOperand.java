package gjdbg.target.amd64;

import gjdbg.target.Address;
import gjdbg.target.Register;
import gjdbg.target.Registers;

/**
 * A memory operand: segment base + base + index × scale + displacement.
 *
 * @param base the number of a general register (see {@link Gpr}), or {@link Gpr#NONE}
 * @param index likewise; of a vector register where vectorIndex is true
 * @param scale 1, 2, 4 or 8
 * @param displacement sign-extended; where compressed is true, still to be multiplied by a factor of the instruction's
 * @param displacementOffset where the displacement stands, in bytes from the start of the instruction
 * @param displacementSize 0, 1, 4 or 8 bytes
 * @param ripRelative relative to the next instruction's address
 * @param segment FS_BASE or GS_BASE; RIP when there is no segment's base to add
 * @param narrow the sum is cut to 32 bits before the segment's base is added
 * @param compressed an EVEX instruction's displacement of one byte
 */
public record MemoryOperand(
        int base,
        int index,
        int scale,
        long displacement,
        int displacementOffset,
        int displacementSize,
        boolean ripRelative,
        Register segment,
        boolean narrow,
        boolean vectorIndex,
        boolean compressed) {
    /** Whether {@link #address} can tell the address: not for gathers, scatters and compressed displacements. */
    public boolean computable() {
        return !vectorIndex && !compressed;
    }

    MemoryOperand withoutSegment() {
        return new MemoryOperand(
                base,
                index,
                scale,
                displacement,
                displacementOffset,
                displacementSize,
                ripRelative,
                Register.RIP,
                narrow,
                vectorIndex,
                compressed);
    }

    /** @param next the address of the next instruction */
    public Address address(Registers registers, long next) {
        long sum = displacement;
        if (ripRelative) {
            sum += next;
        }
        if (base != Gpr.NONE) {
            sum += registers.get(Gpr.register(base));
        }
        if (index != Gpr.NONE) {
            sum += registers.get(Gpr.register(index)) * scale;
        }
        if (narrow) {
            sum &= 0xffff_ffffL;
        }
        return new Address(segment == Register.RIP ? sum : sum + registers.get(segment));
    }
}
