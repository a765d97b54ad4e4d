package gjdbg.expr;

import gjdbg.type.DerivedType;
import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import gjdbg.value.ProgramScope;
import gjdbg.value.Value;
import gjdbg.value.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Evaluates a parsed expression of C over the variables of one frame. */
final class CEvaluator {
    private final Variables variables;
    private final ProgramScope scope;

    CEvaluator(Variables variables) {
        this.variables = variables;
        scope = variables.scope();
    }

    /** The value itself, not read yet where it is one of the program's. */
    Operand place(CNode node) {
        return switch (node) {
            case CNode.Name(String name, Spot at) -> named(name, at);
            case CNode.Member(CNode of, String name, Spot at) ->
                new Operand.Whole(Selection.field(value(of), name, at));
            case CNode.Dereference(CNode of, Spot at) ->
                new Operand.Whole(pointers(at).target(evaluate(of)));
            case CNode.Index(CNode of, CNode index, Spot at) -> pointers(at).element(place(of), evaluate(index));
            case CNode.Constant _,
                    CNode.Text _,
                    CNode.Cast _,
                    CNode.SizeOfType _,
                    CNode.SizeOf _,
                    CNode.AddressOf _,
                    CNode.Unary _,
                    CNode.Binary _,
                    CNode.Comparison _,
                    CNode.Logic _,
                    CNode.Conditional _ -> evaluate(node);
        };
    }

    /** A number that was read, a pointer, or a struct or union; an array is a pointer to its first element. */
    Operand evaluate(CNode node) {
        return switch (node) {
            case CNode.Constant(Operand operand, Spot _) -> operand;
            case CNode.Text(byte[] bytes, Spot _) ->
                new Operand.Whole(scope.made(DerivedType.cArrayOf(bytes.length, CTypes.CHAR), bytes));
            case CNode.Name _, CNode.Member _, CNode.Dereference _, CNode.Index _ -> {
                Operand operand = place(node);
                yield operand instanceof Operand.Whole(Value value)
                        ? pointers(node.at()).loaded(value)
                        : operand;
            }
            case CNode.Cast(CNode.TypeName to, CNode of, Spot at) ->
                pointers(at).cast(evaluate(of), CTypes.of(to, scope, at));
            case CNode.SizeOfType(CNode.TypeName type, Spot at) ->
                new Operand.Integer(CTypes.SIZE, CTypes.of(type, scope, at).size());
            case CNode.SizeOf(CNode of, Spot _) ->
                new Operand.Integer(CTypes.SIZE, place(of).type().size());
            case CNode.AddressOf(CNode of, Spot at) -> addressOf(of, at);
            case CNode.Unary(String operator, CNode of, Spot at) -> {
                Operand operand = evaluate(of);
                yield operator.equals("!")
                        ? CArithmetic.truth(!pointers(at).holds(operand))
                        : CArithmetic.unary(operator, operand, at);
            }
            case CNode.Binary(String operator, CNode left, CNode right, Spot at) ->
                pointers(at).binary(operator, evaluate(left), evaluate(right));
            case CNode.Comparison(String operator, CNode left, CNode right, Spot at) ->
                CArithmetic.truth(pointers(at).compare(operator, evaluate(left), evaluate(right)));
            case CNode.Logic(boolean and, CNode left, CNode right, Spot at) -> {
                CPointers pointers = pointers(at);
                yield CArithmetic.truth(pointers.holds(evaluate(left)) == and ? pointers.holds(evaluate(right)) : !and);
            }
            case CNode.Conditional conditional -> conditional(conditional);
        };
    }

    Value result(CNode node) {
        return Operands.value(place(node), node.at());
    }

    /** As a condition. */
    boolean test(CNode node) {
        return pointers(node.at()).holds(evaluate(node));
    }

    /** The place to write to. */
    Value assignable(CNode node) {
        return switch (node) {
            case CNode.Name _, CNode.Member _, CNode.Dereference _, CNode.Index _ -> {
                if (!(place(node) instanceof Operand.Whole(Value value))) {
                    throw node.at().problem("this has no address: it is a constant");
                }
                yield Addressing.writable(value, node.at());
            }
            case CNode.Constant _,
                    CNode.Text _,
                    CNode.Cast _,
                    CNode.SizeOfType _,
                    CNode.SizeOf _,
                    CNode.AddressOf _,
                    CNode.Unary _,
                    CNode.Binary _,
                    CNode.Comparison _,
                    CNode.Logic _,
                    CNode.Conditional _ ->
                throw node.at().problem("this has no address: it is computed, and in no place of the program");
        };
    }

    private CPointers pointers(Spot at) {
        return new CPointers(scope, at);
    }

    private Value value(CNode node) {
        return Operands.value(place(node), node.at());
    }

    private Operand addressOf(CNode of, Spot at) {
        Operand operand = place(of);
        if (operand instanceof Operand.Whole(Value value) && value.type().kind() == TypeKind.FUNC) {
            return operand;
        }
        if (!(operand instanceof Operand.Whole(Value value))) {
            throw of.at().problem("this has no address: it is computed, and in no place of the program");
        }
        return Selection.addressOf(value, DerivedType.cPointerTo(value.type()), scope, of.at());
    }

    private Operand conditional(CNode.Conditional node) {
        boolean holds = pointers(node.condition().at()).holds(evaluate(node.condition()));
        Operand chosen = evaluate(holds ? node.then() : node.otherwise());
        if (chosen instanceof Operand.Whole) {
            return chosen;
        }
        Operand other = evaluate(holds ? node.otherwise() : node.then());
        return other instanceof Operand.Whole
                ? chosen
                : CArithmetic.converted(chosen, CArithmetic.common("?", chosen, other, node.at()), node.at());
    }

    private Operand named(String name, Spot at) {
        Optional<Value> variable = variables.find(name);
        if (variable.isPresent()) {
            return new Operand.Whole(variable.get());
        }
        Optional<Value> constant = scope.constant(name);
        if (constant.isPresent()) {
            return Operands.of(constant.get(), at);
        }
        Optional<Value> function = scope.function(name);
        if (function.isPresent()) {
            return new Operand.Whole(function.get());
        }
        return switch (name) {
            // macros, which the debug information does not have
            case "NULL" -> new Operand.Whole(scope.made(CTypes.VOID_POINTER, new byte[8]));
            case "true", "false" -> CArithmetic.truth(name.equals("true"));
            default -> throw unknown(name, at);
        };
    }

    private RuntimeException unknown(String name, Spot at) {
        List<String> known = new ArrayList<>();
        variables.locals().forEach(variable -> known.add(variable.name()));
        variables.arguments().forEach(variable -> known.add(variable.name()));
        List<String> near = Near.of(name, known);
        return at.notFound("variable", name, near.isEmpty() ? scope.closest(name) : near);
    }

    /** Whether a name, where no variable has it, is one of a type. */
    static boolean isType(String name, Variables variables) {
        Optional<Type> type = variables.scope().type(name);
        return type.isPresent() && variables.find(name).isEmpty();
    }
}
