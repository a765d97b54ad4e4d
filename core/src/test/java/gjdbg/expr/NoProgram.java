package gjdbg.expr;

import gjdbg.error.MemoryFault;
import gjdbg.error.Unavailable;
import gjdbg.symbol.LoadedModule;
import gjdbg.symbol.Program;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import gjdbg.type.RuntimeTypes;
import gjdbg.type.Type;
import gjdbg.value.ProgramScope;
import gjdbg.value.TypedValue;
import gjdbg.value.Value;
import gjdbg.value.ValueContext;
import java.util.List;
import java.util.Optional;

/** What expressions may name where there is no program: nothing. All of its memory is unmapped. */
record NoProgram() implements ProgramScope {
    private static final ValueContext CONTEXT = new ValueContext(new NoMemory(), new Nothing(), new NoTypes());

    @Override
    public Language language() {
        return Language.GO;
    }

    @Override
    public Optional<Type> type(String name) {
        return Optional.empty();
    }

    @Override
    public Optional<Value> function(String name) {
        return Optional.empty();
    }

    @Override
    public Optional<Value> constant(String name) {
        return Optional.empty();
    }

    @Override
    public List<String> closest(String name) {
        return List.of();
    }

    @Override
    public Value at(Type type, Address address) {
        return TypedValue.inMemory(type, address, CONTEXT);
    }

    @Override
    public Value made(Type type, byte[] bytes) {
        return TypedValue.constant(type, bytes, CONTEXT);
    }

    private record NoMemory() implements Memory {
        @Override
        public void read(Address address, byte[] into, int offset, int length) {
            throw new MemoryFault("read", address.value(), length);
        }

        @Override
        public void write(Address address, byte[] bytes) {
            throw new MemoryFault("write", address.value(), bytes.length);
        }
    }

    private record Nothing() implements Program {
        @Override
        public List<LoadedModule> modules() {
            return List.of();
        }

        @Override
        public LoadedModule main() {
            throw new Unavailable("", "there is no program");
        }

        @Override
        public Optional<LoadedModule> moduleAt(Address address) {
            return Optional.empty();
        }

        @Override
        public Optional<String> goVersion() {
            return Optional.empty();
        }
    }

    private record NoTypes() implements RuntimeTypes {
        @Override
        public Type at(Address descriptor) {
            throw new Unavailable("", "there is no program");
        }

        @Override
        public boolean isDirect(Type type) {
            return false;
        }
    }
}
