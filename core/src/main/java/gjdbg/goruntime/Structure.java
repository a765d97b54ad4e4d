package gjdbg.goruntime;

import gjdbg.target.Address;
import gjdbg.target.Memory;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The first bytes of a structure of the runtime's, read at once. */
record Structure(Address address, byte[] bytes) {
    private static final VarHandle U64 = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** @throws gjdbg.error.MemoryFault where there is none */
    static Structure at(Memory memory, Address address, int length) {
        return new Structure(address, memory.bytes(address, length));
    }

    long u64(int offset) {
        return (long) U64.get(bytes, offset);
    }

    Address pointer(int offset) {
        return new Address(u64(offset));
    }
}
