package gjdbg.elf;

/**
 * One defined symbol (elf(5)).
 *
 * @param size in bytes; 0 where the producer did not say
 * @param type the STT_ number
 */
public record ElfSymbol(String name, FileAddress address, long size, int type) {
    public static final int STT_OBJECT = 1;
    public static final int STT_FUNC = 2;
    public static final int STT_TLS = 6;
    public static final int STT_GNU_IFUNC = 10;

    public boolean isFunction() {
        return type == STT_FUNC || type == STT_GNU_IFUNC;
    }
}
