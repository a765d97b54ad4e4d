package gjdbg.goruntime.abi;

/** How Go functions are called on amd64: ABIInternal with registers, ABI0 (assembly) without any. */
public enum Convention {
    INTERNAL(9, 15),
    ABI0(0, 0);

    final int integers;
    final int floats;

    Convention(int integers, int floats) {
        this.integers = integers;
        this.floats = floats;
    }
}
