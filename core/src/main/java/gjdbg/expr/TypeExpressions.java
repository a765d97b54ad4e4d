package gjdbg.expr;

import gjdbg.error.Unavailable;
import gjdbg.gosym.PackagePaths;
import gjdbg.type.BasicType;
import gjdbg.type.DerivedType;
import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import gjdbg.value.Variables;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Types as expressions write them: their names are put together as Go's compiler records them, and looked up. */
final class TypeExpressions {
    private final Variables variables;

    TypeExpressions(Variables variables) {
        this.variables = variables;
    }

    /** @throws gjdbg.error.NotFound where there is no such type */
    Type required(Node node) {
        return find(node).orElseThrow(() -> {
            String name = written(node);
            return node.at().notFound("type", name, List.of());
        });
    }

    /** Empty where the node is no type, or names none that is known. */
    Optional<Type> find(Node node) {
        return switch (node) {
            case Node.Name(String name, Spot _) -> named(name);
            case Node.Selector(Node.Name(String path, Spot _), String name, Spot _) -> qualified(path, name);
            case Node.Selector(Node.Constant(Operand.Text(Type _, byte[] path), Spot _), String name, Spot _) ->
                qualified(PackagePaths.plain(new String(path, StandardCharsets.UTF_8)), name);
            case Node.Dereference(Node of, Spot _) -> find(of).map(DerivedType::pointerTo);
            case Node.ArrayType array -> arrayOrSlice(array);
            case Node.MapType(Node key, Node element, Spot at) -> {
                String name =
                        "map[" + required(key).name() + "]" + required(element).name();
                yield Optional.of(known(name).orElseThrow(() -> at.notFound("type", name, List.of())));
            }
            case Node.PrefixedType(String prefix, Node element, Spot at) -> {
                String name = prefix + required(element).name();
                yield Optional.of(known(name).orElseThrow(() -> at.notFound("type", name, List.of())));
            }
            case Node.OtherType(String name, Spot at) ->
                Optional.of(known(name).orElseThrow(() -> at.notFound("type", name, List.of())));
            case Node.Index(Node of, List<Node> arguments, Spot _) -> instance(of, arguments);
            case Node.Constant _,
                    Node.Selector _,
                    Node.Slice _,
                    Node.Assertion _,
                    Node.AddressOf _,
                    Node.Unary _,
                    Node.Binary _,
                    Node.Logic _,
                    Node.Comparison _,
                    Node.Composite _,
                    Node.Call _ -> Optional.empty();
            case Node.OpenArrayType(Node _, Spot at) ->
                throw at.problem("[...] is counted by the elements of a literal, as in [...]int{1, 2}");
        };
    }

    /** Without debug information there are the predeclared types still. */
    Optional<Type> known(String name) {
        try {
            return variables.scope().type(name);
        } catch (Unavailable e) {
            return Optional.empty();
        }
    }

    private Optional<Type> named(String name) {
        Optional<BasicType> basic = BasicType.named(name);
        if (basic.isPresent()) {
            return basic.map(Type.class::cast);
        }
        return known(name.equals("any") ? "interface {}" : name);
    }

    private Optional<Type> qualified(String path, String name) {
        String full = path + "." + name;
        if (full.equals("unsafe.Pointer")) {
            return Optional.of(known(full).orElse(new BasicType(full, TypeKind.POINTER, 8)));
        }
        return known(full);
    }

    private Optional<Type> arrayOrSlice(Node.ArrayType array) {
        Type element = required(array.element());
        if (array.length().isEmpty()) {
            return Optional.of(DerivedType.sliceOf(element));
        }
        Node length = array.length().get();
        if (!(length instanceof Node.Constant(Operand.Number(Type _, Rational value, Rational _), Spot _))
                || !value.isInteger()
                || value.signum() < 0
                || value.numerator()
                                .multiply(BigInteger.valueOf(Math.max(1, element.size())))
                                .bitLength()
                        > 47) {
            throw length.at().problem("the length of an array type is an integer");
        }
        long count = value.numerator().longValue();
        return Optional.of(DerivedType.arrayOf(count, element));
    }

    /** A generic type with its arguments: {@code main.Pair[int,string]}. */
    private Optional<Type> instance(Node of, List<Node> arguments) {
        List<String> names = new ArrayList<>();
        for (Node argument : arguments) {
            Optional<Type> type = find(argument);
            if (type.isEmpty()) {
                return Optional.empty();
            }
            names.add(type.get().name());
        }
        String base = written(of);
        return base.isEmpty() ? Optional.empty() : known(base + "[" + String.join(",", names) + "]");
    }

    static String written(Node node) {
        return switch (node) {
            case Node.Name(String name, Spot _) -> name;
            case Node.Selector(Node.Name(String path, Spot _), String name, Spot _) -> path + "." + name;
            case Node.Selector(Node.Constant(Operand.Text(Type _, byte[] path), Spot _), String name, Spot _) ->
                new String(path, StandardCharsets.UTF_8) + "." + name;
            case Node.Dereference(Node of, Spot _) -> "*" + written(of);
            default -> "";
        };
    }
}
