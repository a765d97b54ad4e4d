package gjdbg.value;

import gjdbg.bytes.Bytes;
import gjdbg.dwarf.Die;
import gjdbg.dwarf.DwAt;
import gjdbg.dwarf.Unit;
import gjdbg.dwarf.expr.BaseType;
import gjdbg.dwarf.expr.ExpressionContext;
import gjdbg.dwarf.expr.LocationExpression;
import gjdbg.elf.FileAddress;
import gjdbg.elf.Segment;
import gjdbg.error.Unavailable;
import gjdbg.symbol.LoadedModule;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import gjdbg.target.Register;
import gjdbg.type.Type;
import gjdbg.type.TypeReader;
import gjdbg.unwind.Frame;
import java.util.Optional;

/** What location expressions ask of one frame and the module whose code it runs. */
final class FrameContext implements ExpressionContext {
    private final Frame frame;
    private final Memory memory;
    private final LoadedModule module;
    private final Unit unit;
    private final Optional<Bytes> frameBase;
    private final TypeReader types;
    private final EntryValues entryValues;

    FrameContext(
            Frame frame,
            Memory memory,
            ModuleDebug debug,
            Unit unit,
            Optional<Bytes> frameBase,
            EntryValues entryValues) {
        this.frame = frame;
        this.memory = memory;
        module = debug.module();
        types = debug.typeReader();
        this.unit = unit;
        this.frameBase = frameBase;
        this.entryValues = entryValues;
    }

    @Override
    public long register(int number) {
        Register register = Register.ofDwarf(number)
                .orElseThrow(() -> new Unavailable("", "its expression computes with register number " + number));
        return frame.registers().get(register);
    }

    @Override
    public long frameBase() {
        Bytes expression =
                frameBase.orElseThrow(() -> new Unavailable("", "the function's frame base is not recorded"));
        return LocationExpression.value(expression, new WithoutFrameBase());
    }

    @Override
    public long cfa() {
        return frame.cfa().value();
    }

    @Override
    public long memory(long address, int size) {
        return memory.unsigned(new Address(address), size);
    }

    @Override
    public long relocated(long fileAddress) {
        return module.toMemory(new FileAddress(fileAddress)).value();
    }

    @Override
    public long indexed(long index) {
        return unit.indexedAddress(index);
    }

    /** In the executable's own block, which ends at FS_BASE (ELF Handling for Thread-Local Storage, variant II). */
    @Override
    public long threadLocal(long offset) {
        Segment segment = module.file().isPie() || module.bias() == 0
                ? module.file().tls().orElse(null)
                : null;
        if (segment == null || module.file().interpreter().isEmpty() && module.bias() != 0) {
            throw new Unavailable("", "it is a thread's own variable of a shared library");
        }
        long alignment = Math.max(1, segment.alignment());
        long block = (segment.memorySize() + alignment - 1) & -alignment;
        return frame.registers().get(Register.FS_BASE) - block + offset;
    }

    @Override
    public long entryValue(Bytes expression) {
        return entryValues.of(expression);
    }

    @Override
    public Optional<Bytes> locationOf(long die, boolean inUnit) {
        return unit.dwarf()
                .die((inUnit ? unit.offset() : unit.dwarf().origin()) + die)
                .block(DwAt.LOCATION);
    }

    @Override
    public BaseType baseType(long dieInUnit) {
        Die die = unit.dwarf().die(unit.offset() + dieInUnit);
        Type type = types.of(die);
        BaseType.Kind kind =
                switch (type.kind()) {
                    case INT -> BaseType.Kind.SIGNED;
                    case UINT, BOOL, ENUM -> BaseType.Kind.UNSIGNED;
                    case FLOAT -> BaseType.Kind.FLOAT;
                    case COMPLEX,
                            STRING,
                            POINTER,
                            STRUCT,
                            UNION,
                            ARRAY,
                            SLICE,
                            MAP,
                            CHAN,
                            FUNC,
                            INTERFACE,
                            VOID,
                            UNKNOWN -> throw new Unavailable("", "its expression computes with a " + type.name());
                };
        return new BaseType(kind, (int) Math.min(type.size(), 16));
    }

    /** A frame base that needs itself would have no end. */
    private final class WithoutFrameBase implements ExpressionContext {
        @Override
        public long register(int number) {
            return FrameContext.this.register(number);
        }

        @Override
        public long frameBase() {
            throw new Unavailable("", "the function's frame base is defined by itself");
        }

        @Override
        public long cfa() {
            return FrameContext.this.cfa();
        }

        @Override
        public long memory(long address, int size) {
            return FrameContext.this.memory(address, size);
        }

        @Override
        public long relocated(long fileAddress) {
            return FrameContext.this.relocated(fileAddress);
        }
    }
}
