package gjdbg.expr;

import gjdbg.expr.Operand.Number;
import gjdbg.gosym.PackagePaths;
import gjdbg.value.ProgramScope;
import gjdbg.value.Value;
import gjdbg.value.Variable;
import gjdbg.value.Variables;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What names mean in a frame of Go: variables, package constants and functions, in this order. */
final class GoNames {
    private static final String MEMBER = "variable, constant or function";

    private static final String DROPPED =
            "; the function is optimised: if the source has it, the compiler dropped it at this point";

    private final Variables variables;
    private final ProgramScope scope;

    GoNames(Variables variables) {
        this.variables = variables;
        scope = variables.scope();
    }

    Operand named(String name, Spot at) {
        return find(name, at).orElseThrow(() -> unknown(name, at));
    }

    private Optional<Operand> find(String name, Spot at) {
        Optional<Value> variable = variables.find(name);
        if (variable.isPresent()) {
            return variable.map(Operand.Whole::new);
        }
        Optional<Value> constant = scope.constant(name);
        if (constant.isPresent()) {
            return Optional.of(constant(constant.get(), at));
        }
        return scope.function(name).map(Operand.Whole::new);
    }

    /** The compiler records a constant without a type as an int, so one that is an int may give way as such a one does. */
    private Operand constant(Value value, Spot at) {
        if (Operands.of(value, at) instanceof Operand.Integer integer) {
            Rational exact = integer.unsigned()
                    ? Rational.of(new BigInteger(Long.toUnsignedString(integer.value())))
                    : Rational.of(integer.value());
            return Number.of(integer.type().name().equals("int") ? Untyped.INT : integer.type(), exact);
        }
        return new Operand.Whole(value);
    }

    /** A package's member by the package's name; empty where a variable has that name. */
    Optional<Operand> member(String packageName, String name, Spot at) {
        if (variables.find(packageName).isPresent()) {
            return Optional.empty();
        }
        String full = packageName + "." + name;
        Optional<Operand> found = find(full, at);
        if (found.isPresent()) {
            return found;
        }
        List<String> near = scope.closest(full);
        boolean packageIsKnown = near.stream().anyMatch(each -> each.contains(packageName + "."));
        throw packageIsKnown ? at.notFound(MEMBER, full, near) : unknown(packageName, at);
    }

    /** {@code "net/http".Client}. */
    Optional<Operand> memberOfPath(byte[] path, String name, Spot at) {
        String full = PackagePaths.plain(new String(path, StandardCharsets.UTF_8)) + "." + name;
        return Optional.of(find(full, at).orElseThrow(() -> at.notFound(MEMBER, full, scope.closest(full))));
    }

    private RuntimeException unknown(String name, Spot at) {
        List<String> known = new ArrayList<>();
        for (List<Variable> group : List.of(variables.locals(), variables.arguments())) {
            for (Variable variable : group) {
                known.add(variable.name());
            }
        }
        List<String> near = Near.of(name, known);
        if (!near.isEmpty()) {
            return at.notFound("variable", name, near);
        }
        if (scope.type(name).isPresent()) {
            return at.problem(name + " is a type; a conversion is " + name + "(x)");
        }
        return variables.optimised()
                ? at.notFound("variable", name, scope.closest(name), DROPPED)
                : at.notFound("variable", name, scope.closest(name));
    }
}
