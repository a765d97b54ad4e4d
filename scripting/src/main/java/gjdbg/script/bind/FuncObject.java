package gjdbg.script.bind;

import gjdbg.value.Reading;
import gjdbg.value.Value;
import gjdbg.value.Variable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A func value: where its code is, and what it has captured. */
final class FuncObject extends MembersObject {
    private static final List<String> MEMBERS = List.of("name", "file", "line", "captured");

    private final Reading.Func func;

    FuncObject(Binding binding, Value whole, Reading.Func func) {
        super(binding, whole, MEMBERS);
        this.func = func;
    }

    @Override
    Object member(String name) {
        return switch (name) {
            case "name" -> func.name();
            case "file" -> func.file();
            case "line" -> func.line();
            case "captured" -> captured();
            default -> null;
        };
    }

    private Object captured() {
        Map<String, Object> variables = new LinkedHashMap<>();
        for (Variable variable : func.captures().variables()) {
            variables.put(variable.name(), binding.values().of(variable.value()));
        }
        return binding.js().record(variables);
    }
}
