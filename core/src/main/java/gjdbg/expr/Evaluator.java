package gjdbg.expr;

import gjdbg.error.NotFound;
import gjdbg.error.Unavailable;
import gjdbg.type.BasicType;
import gjdbg.type.TypeKind;
import gjdbg.value.Reading;
import gjdbg.value.Value;
import gjdbg.value.Variable;
import gjdbg.value.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Evaluates a parsed expression over the variables of one frame. */
final class Evaluator {
    private final Variables variables;

    Evaluator(Variables variables) {
        this.variables = variables;
    }

    /** The value itself, not read yet where it is one of the program's. */
    private Operand place(Node node) {
        return switch (node) {
            case Node.Name(String name, int _) -> new Operand.Whole(variable(name));
            case Node.Selector selector -> selector(selector);
            case Node.Dereference(Node of, int column) ->
                new Operand.Whole(Parts.dereference(place(of).toValue(), column));
            case Node.Index(Node of, Node index, int column) -> Parts.index(evaluate(of), evaluate(index), column);
            case Node.Assertion assertion -> new Operand.Whole(asserted(assertion));
            case Node.Constant _,
                    Node.Slice _,
                    Node.AddressOf _,
                    Node.Unary _,
                    Node.Binary _,
                    Node.Logic _,
                    Node.Comparison _,
                    Node.Conversion _,
                    Node.Length _ -> evaluate(node);
        };
    }

    Operand evaluate(Node node) {
        return switch (node) {
            case Node.Constant(Operand operand, int _) -> operand;
            case Node.Name _, Node.Selector _, Node.Dereference _, Node.Index _, Node.Assertion _ -> {
                Operand operand = place(node);
                yield operand instanceof Operand.Whole(Value value) ? Operands.of(value) : operand;
            }
            case Node.Slice(Node of, Node low, Node high, int column) ->
                Parts.slice(
                        evaluate(of), low == null ? null : evaluate(low), high == null ? null : evaluate(high), column);
            case Node.AddressOf(Node of, int column) ->
                Parts.addressOf(place(of).toValue(), column);
            case Node.Unary(String operator, Node of, int column) -> Arithmetic.unary(operator, evaluate(of), column);
            case Node.Binary(String operator, Node left, Node right, int column) ->
                Arithmetic.binary(operator, evaluate(left), evaluate(right), column);
            case Node.Logic(boolean and, Node left, Node right, int column) ->
                new Operand.Bool(
                        BasicType.BOOL,
                        bool(evaluate(left), and, column) == and ? bool(evaluate(right), and, column) : !and);
            case Node.Comparison(String operator, Node left, Node right, int column) ->
                new Operand.Bool(BasicType.BOOL, Comparison.holds(operator, evaluate(left), evaluate(right), column));
            case Node.Conversion(BasicType to, Node of, int column) -> Conversion.explicit(evaluate(of), to, column);
            case Node.Length(boolean capacity, Node of, int column) -> length(capacity, of, column);
        };
    }

    /** As the result: the program's own values stay in their places. */
    Value result(Node node) {
        return place(node).toValue();
    }

    private Operand length(boolean capacity, Node of, int column) {
        // The length of a string is in its header, so a long one need not be read.
        if (!capacity
                && place(of) instanceof Operand.Whole(Value value)
                && value.type().kind() == TypeKind.STRING
                && Operands.readable(value) instanceof Reading.Text text) {
            return new Operand.Integer(BasicType.INT, text.length());
        }
        return Parts.length(capacity, evaluate(of), column);
    }

    private static boolean bool(Operand operand, boolean and, int column) {
        if (operand instanceof Operand.Bool bool) {
            return bool.value();
        }
        throw Problem.at(column, "'" + (and ? "&&" : "||") + "' needs a bool, not " + operand.typeName());
    }

    private Value variable(String name) {
        return variables.find(name).orElseThrow(() -> new NotFound("variable", name, closest(name)));
    }

    private Operand selector(Node.Selector selector) {
        // A name that no variable has may be a package's: time.Local.
        if (selector.of() instanceof Node.Name(String name, int _)) {
            Optional<Value> variable = variables.find(name);
            if (variable.isEmpty()) {
                return new Operand.Whole(packaged(name, selector.name()));
            }
            return new Operand.Whole(Parts.selector(variable.get(), selector.name(), selector.column()));
        }
        return new Operand.Whole(Parts.selector(place(selector.of()).toValue(), selector.name(), selector.column()));
    }

    private Value packaged(String name, String member) {
        return variables.find(name + "." + member).orElseThrow(() -> new NotFound("variable", name, closest(name)));
    }

    private Value asserted(Node.Assertion assertion) {
        Value value = place(assertion.of()).toValue();
        return switch (Operands.readable(value)) {
            case Reading.Interface(Value dynamic) -> {
                String held = dynamic.type().name();
                if (!held.replace(" ", "").equals(assertion.type())) {
                    throw new Unavailable("", "the interface holds a " + held + ", not a " + assertion.type());
                }
                yield dynamic;
            }
            case Reading.Nil _
            when value.type().kind() == TypeKind.INTERFACE -> throw new Unavailable("", "the interface is nil");
            default ->
                throw Problem.at(
                        assertion.column(), "a value of type " + value.type().name() + " is no interface");
        };
    }

    /** Names that differ in little: in case, or by what is missing at the ends. */
    private List<String> closest(String name) {
        List<String> near = new ArrayList<>();
        for (List<Variable> group : List.of(variables.locals(), variables.arguments())) {
            for (Variable variable : group) {
                String other = variable.name();
                boolean alike = other.equalsIgnoreCase(name)
                        || other.length() > 2
                                && name.length() > 2
                                && (other.startsWith(name) || name.startsWith(other) || oneOff(other, name));
                if (alike && near.size() < 5) {
                    near.add(other);
                }
            }
        }
        return near;
    }

    private static boolean oneOff(String a, String b) {
        int head = 0;
        int most = Math.min(a.length(), b.length());
        while (head < most && a.charAt(head) == b.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < most - head && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail)) {
            tail++;
        }
        return Math.max(a.length(), b.length()) - head - tail <= 2;
    }
}
