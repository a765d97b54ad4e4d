package gjdbg.script.bind;

import gjdbg.error.GjdbgException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyObject;

/** The variables of the program's packages, by full name: {@code target.globals['main.x']}. */
record GlobalsObject(Binding binding) implements ProxyObject {
    @Override
    public Object getMember(String name) {
        try {
            return binding.session()
                    .globals()
                    .find(name)
                    .map(binding.values()::of)
                    .orElse(null);
        } catch (GjdbgException e) {
            throw binding.errors().raise(e);
        }
    }

    @Override
    public Object getMemberKeys() {
        try {
            return ProxyArray.fromArray(binding.session().globals().names().toArray());
        } catch (GjdbgException e) {
            throw binding.errors().raise(e);
        }
    }

    @Override
    public boolean hasMember(String name) {
        try {
            return binding.session().globals().find(name).isPresent();
        } catch (GjdbgException e) {
            throw binding.errors().raise(e);
        }
    }

    @Override
    public void putMember(String name, Value value) {
        try {
            HandleObject.set(
                    binding.session()
                            .globals()
                            .find(name)
                            .orElseThrow(() -> new gjdbg.error.NotFound("package variable", name, java.util.List.of())),
                    value);
        } catch (GjdbgException e) {
            throw binding.errors().raise(e);
        }
    }
}
