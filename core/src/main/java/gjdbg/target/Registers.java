package gjdbg.target;

/**
 * The registers of one thread, or of one frame of its stack: there, only those that the unwinder could recover. Writes
 * reach the thread before it runs on.
 */
public interface Registers {
    /** Whether the register's value is known here. */
    boolean has(Register register);

    /** @throws gjdbg.error.Unavailable when {@link #has} is false */
    long get(Register register);

    /**
     * @throws gjdbg.error.Unavailable in a frame that is not the innermost one
     * @throws gjdbg.error.BadRequest in a core
     */
    void set(Register register, long value);

    /** XMM register 0 to 15: 16 bytes, least significant first. */
    byte[] vector(int number);

    void setVector(int number, byte[] bytes);
}
