package gjdbg.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses the braces of composite literals (The Go Programming Language Specification, "Composite literals"). */
final class CompositeParser {
    private final Parser parser;

    CompositeParser(Parser parser) {
        this.parser = parser;
    }

    /** Whether it may be the type that the braces belong to. */
    static boolean mayFollow(Node node) {
        return switch (node) {
            case Node.Name _,
                    Node.Selector _,
                    Node.Index _,
                    Node.ArrayType _,
                    Node.OpenArrayType _,
                    Node.MapType _,
                    Node.OtherType _ -> true;
            case Node.Constant _,
                    Node.Slice _,
                    Node.Assertion _,
                    Node.Dereference _,
                    Node.AddressOf _,
                    Node.Unary _,
                    Node.Binary _,
                    Node.Logic _,
                    Node.Comparison _,
                    Node.Call _,
                    Node.Composite _,
                    Node.PrefixedType _ -> false;
        };
    }

    /** @param type empty where the literal around it tells the type */
    Node.Composite literal(Optional<Node> type) {
        Token brace = parser.take();
        parser.deeper(brace);
        List<Node.Element> elements = new ArrayList<>();
        while (!parser.peek().is("}")) {
            elements.add(element());
            if (!parser.peek().is(",")) {
                break;
            }
            parser.take();
        }
        parser.expect("}");
        parser.depth--;
        return new Node.Composite(type, List.copyOf(elements), brace.at());
    }

    private Node.Element element() {
        Node first = part();
        if (!parser.peek().is(":")) {
            return new Node.Element(Optional.empty(), first);
        }
        parser.take();
        return new Node.Element(Optional.of(first), part());
    }

    private Node part() {
        return parser.peek().is("{") ? literal(Optional.empty()) : parser.expression();
    }
}
