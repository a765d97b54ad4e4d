package gjdbg.target;

/** Memory of the target that the program does not know of: for what values that are set point at. */
@FunctionalInterface
public interface Room {
    /** The most bytes that are put there at once. */
    int MOST = 16 << 20;

    /**
     * Puts the bytes where nothing else of the program is. They stay there for as long as the process lives, for the program
     * may keep their address.
     *
     * @param bytes at most {@link #MOST}
     * @return aligned for any type
     * @throws gjdbg.error.BadRequest when the target can only be read
     * @throws gjdbg.error.Unavailable when no thread stands that could ask the kernel for memory
     * @throws gjdbg.error.SystemCallFailed when the kernel has none
     */
    Address put(byte[] bytes);
}
