package gjdbg.expr;

import gjdbg.error.NotFound;
import gjdbg.error.Unavailable;
import gjdbg.type.DerivedType;
import gjdbg.type.Type;
import gjdbg.value.ProgramScope;
import gjdbg.value.Value;
import gjdbg.value.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Evaluates a parsed expression of Go over the variables of one frame. */
final class Evaluator {
    private final ProgramScope scope;
    private final GoNames names;
    private final TypeExpressions types;

    Evaluator(Variables variables) {
        scope = variables.scope();
        types = new TypeExpressions(variables);
        names = new GoNames(variables);
    }

    /** The value itself, not read yet where it is one of the program's. */
    Operand place(Node node) {
        return switch (node) {
            case Node.Name(String name, Spot at) -> names.named(name, at);
            case Node.Selector selector -> selector(selector);
            case Node.Dereference(Node of, Spot at) -> new Operand.Whole(Selection.dereference(value(of), at));
            case Node.Index(Node of, List<Node> indexes, Spot at) -> {
                if (indexes.size() != 1) {
                    throw at.problem("one index is expected, not " + indexes.size());
                }
                yield new Elements(scope, at).index(place(of), evaluate(indexes.getFirst()));
            }
            case Node.Assertion(Node of, Node type, Spot at) ->
                new Operand.Whole(new Assertions(types).holding(value(of), type, at));
            case Node.Slice(Node of, Optional<Node> low, Optional<Node> high, Optional<Node> max, Spot at) ->
                new Elements(scope, at)
                        .slice(
                                place(of),
                                new Elements.Bounds(
                                        low.map(this::evaluate), high.map(this::evaluate), max.map(this::evaluate)));
            case Node.Constant _,
                    Node.AddressOf _,
                    Node.Unary _,
                    Node.Binary _,
                    Node.Logic _,
                    Node.Comparison _,
                    Node.Call _,
                    Node.Composite _,
                    Node.OpenArrayType _,
                    Node.ArrayType _,
                    Node.MapType _,
                    Node.PrefixedType _,
                    Node.OtherType _ -> evaluate(node);
        };
    }

    /** The value, read where it is a scalar or string. */
    Operand evaluate(Node node) {
        return switch (node) {
            case Node.Constant(Operand operand, Spot _) -> operand;
            case Node.Name _, Node.Selector _, Node.Dereference _, Node.Index _, Node.Assertion _, Node.Slice _ -> {
                Operand operand = place(node);
                yield operand instanceof Operand.Whole(Value value) ? Operands.of(value, node.at()) : operand;
            }
            case Node.AddressOf(Node of, Spot at) -> addressOf(of, at);
            case Node.Unary(String operator, Node of, Spot at) -> Arithmetic.unary(operator, evaluate(of), at);
            case Node.Binary(String operator, Node left, Node right, Spot at) ->
                Arithmetic.binary(operator, evaluate(left), evaluate(right), at);
            case Node.Logic logic -> logic(logic);
            case Node.Comparison(String operator, Node left, Node right, Spot at) ->
                new Operand.Bool(Untyped.BOOL, Comparison.holds(operator, evaluate(left), evaluate(right), at));
            case Node.Call call -> call(call);
            case Node.Composite literal -> new Operand.Whole(new CompositeLiterals(this, types, scope).of(literal));
            case Node.OpenArrayType _, Node.ArrayType _, Node.MapType _, Node.PrefixedType _, Node.OtherType _ ->
                throw node.at().problem("a type is no value; to convert one, write it in parentheses after the type");
        };
    }

    /** As the result: the program's own values stay in their places. */
    Value result(Node node) {
        return value(node);
    }

    private Value value(Node node) {
        return Operands.value(place(node), node.at());
    }

    private Operand logic(Node.Logic logic) {
        Operand.Bool left = bool(evaluate(logic.left()), logic);
        if (left.value() != logic.and()) {
            return left;
        }
        Operand.Bool right = bool(evaluate(logic.right()), logic);
        return Untyped.is(right.type()) ? new Operand.Bool(left.type(), right.value()) : right;
    }

    private static Operand.Bool bool(Operand operand, Node.Logic logic) {
        if (operand instanceof Operand.Bool bool) {
            return bool;
        }
        throw logic.at()
                .problem("'" + (logic.and() ? "&&" : "||") + "' needs a bool, not " + Operands.typeName(operand));
    }

    private Operand selector(Node.Selector selector) {
        try {
            return member(selector)
                    .orElseGet(() ->
                            new Operand.Whole(Selection.field(value(selector.of()), selector.name(), selector.at())));
        } catch (NotFound e) {
            Optional<Type> type = types.find(selector.of());
            throw type.isEmpty()
                    ? e
                    : selector.at().problem("'" + type.get().name() + "' is a type: its methods are no values here");
        }
    }

    /** A package's member, as time.Local: a name that no variable has may be a package's. */
    Optional<Operand> member(Node.Selector selector) {
        return switch (selector.of()) {
            case Node.Name(String name, Spot at) -> names.member(name, selector.name(), at);
            case Node.Constant(Operand.Text(Type _, byte[] path), Spot at) ->
                names.memberOfPath(path, selector.name(), at);
            default -> Optional.empty();
        };
    }

    private Operand addressOf(Node of, Spot at) {
        if (of instanceof Node.Composite) {
            throw CompositeLiterals.noPointer(at);
        }
        new Addressing(this).require(of);
        Value value = value(of);
        return Selection.addressOf(value, DerivedType.pointerTo(value.type()), scope, at);
    }

    private Operand call(Node.Call call) {
        if (call.function() instanceof Node.Name(String name, Spot at) && Builtins.has(name)) {
            List<Operand> arguments = new ArrayList<>();
            for (Node argument : call.arguments()) {
                arguments.add(place(argument));
            }
            return new Builtins(scope, at).call(name, arguments);
        }
        if (UnsafeFunctions.is(call.function())) {
            String name = ((Node.Selector) call.function()).name();
            return new UnsafeFunctions(this, scope, call.function().at()).call(name, call.arguments());
        }
        Optional<Type> type = types.find(call.function());
        if (type.isEmpty()) {
            throw noCalls(call);
        }
        if (call.arguments().size() != 1) {
            throw call.at()
                    .problem("a conversion takes one value, not "
                            + call.arguments().size());
        }
        return new Conversion(scope)
                .explicit(
                        evaluate(call.arguments().getFirst()),
                        type.get(),
                        call.function().at());
    }

    private RuntimeException noCalls(Node.Call call) {
        Node function = call.function();
        try {
            // a method is no field
            place(function instanceof Node.Selector selector && member(selector).isEmpty() ? selector.of() : function);
        } catch (NotFound e) {
            return function instanceof Node.Name(String name, Spot at)
                    ? Builtins.refusal(name)
                            .map(why -> (RuntimeException) at.problem(why))
                            .orElse(e)
                    : e;
        } catch (Unavailable e) {
            return e;
        }
        return function.at()
                .problem("an expression calls no functions of the program: it only reads; there are conversions,"
                        + " len, cap, min, max, real, imag, complex and those of package unsafe");
    }
}
