package gjdbg.expr;

import gjdbg.error.Unavailable;
import gjdbg.target.Address;
import gjdbg.type.Type;
import gjdbg.value.ProgramScope;
import gjdbg.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What expressions may name where there is no program: nothing but packages. */
record NoProgram() implements ProgramScope {
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
    public Set<String> packages() {
        return Set.of("example.com/a-b/sub", "example.com/a-b/sub.v2", "amount/sub");
    }

    @Override
    public List<String> closest(String name) {
        return List.of();
    }

    @Override
    public Value at(Type type, Address address) {
        throw new Unavailable("", "there is no program");
    }

    @Override
    public Value made(Type type, byte[] bytes) {
        throw new Unavailable("", "there is no program");
    }
}
