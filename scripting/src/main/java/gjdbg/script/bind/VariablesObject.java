package gjdbg.script.bind;

import gjdbg.error.GjdbgException;
import gjdbg.value.Variable;
import gjdbg.value.Variables;
import java.util.List;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyObject;

/** {@code frame.args} and {@code frame.locals}: a property for each variable. */
final class VariablesObject implements ProxyObject {
    private final Binding binding;
    private final FrameObject frame;
    private final boolean arguments;
    private List<Variable> all;
    /** What was looked up last: JavaScript asks whether there is one before it asks for it. */
    private Variable last;

    VariablesObject(Binding binding, FrameObject frame, boolean arguments) {
        this.binding = binding;
        this.frame = frame;
        this.arguments = arguments;
    }

    List<Variable> all() {
        // asked even when they are known: it is an error when the frame is gone
        Variables variables = frame.variables();
        if (all == null) {
            all = arguments ? variables.arguments() : variables.locals();
        }
        return all;
    }

    /** Null where there is none of that name. */
    private Variable named(String name) {
        List<Variable> variables = all();
        if (last != null && last.name().equals(name)) {
            return last;
        }
        for (Variable variable : variables) {
            if (variable.name().equals(name)) {
                last = variable;
                return variable;
            }
        }
        return null;
    }

    @Override
    public Object getMember(String name) {
        try {
            Variable variable = named(name);
            if (variable != null) {
                return binding.values().of(variable.value());
            }
            return name.equals("toString")
                    ? (org.graalvm.polyglot.proxy.ProxyExecutable) ignored -> binding.show(this)
                    : null;
        } catch (GjdbgException e) {
            throw binding.errors().raise(e);
        }
    }

    @Override
    public Object getMemberKeys() {
        try {
            return ProxyArray.fromArray(all().stream().map(Variable::name).toArray());
        } catch (GjdbgException e) {
            throw binding.errors().raise(e);
        }
    }

    @Override
    public boolean hasMember(String name) {
        if (name.equals("toString")) {
            return true;
        }
        try {
            return named(name) != null;
        } catch (GjdbgException e) {
            throw binding.errors().raise(e);
        }
    }

    @Override
    public void putMember(String name, Value value) {
        throw binding.errors()
                .raise(new gjdbg.error.BadRequest("write frame.set('" + name + "', value) to change a variable"));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (Variable variable : all()) {
            text.append(text.length() == 1 ? " " : ", ")
                    .append(variable.name())
                    .append(": ")
                    .append(variable.value());
        }
        return text.append(text.length() == 1 ? "}" : " }").toString();
    }
}
