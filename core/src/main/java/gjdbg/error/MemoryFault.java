package gjdbg.error;

/** Memory of the target that could not be read or written. */
public final class MemoryFault extends GjdbgException {
    private final long address;
    private final long length;

    /** @param length in bytes, of the whole access that failed */
    public MemoryFault(String action, long address, long length) {
        this(action, address, length, "no such memory is mapped there with that permission");
    }

    /** @param why as the end of the message */
    public MemoryFault(String action, long address, long length, String why) {
        super("cannot " + action + " " + length + (length == 1 ? " byte" : " bytes") + " at 0x"
                + Long.toHexString(address) + ": " + why);
        this.address = address;
        this.length = length;
    }

    public long address() {
        return address;
    }

    public long length() {
        return length;
    }
}
