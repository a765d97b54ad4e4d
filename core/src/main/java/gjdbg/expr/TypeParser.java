package gjdbg.expr;

import java.util.List;
import java.util.Optional;

/** Parses the types that begin with a word or sign of their own: {@code []T}, {@code map[K]V}, {@code chan T}, {@code func(T)}. */
final class TypeParser {
    private static final List<String> WORDS = List.of("map", "chan", "func", "struct", "interface");

    private final Parser parser;

    TypeParser(Parser parser) {
        this.parser = parser;
    }

    static boolean begins(Token token) {
        return token.is("[") || token.is("<-") || token.kind() == Token.Kind.NAME && WORDS.contains(token.text());
    }

    Node type() {
        Token token = parser.take();
        return switch (token.text()) {
            case "[" -> array(token);
            case "map" -> {
                parser.expect("[");
                Node key = parser.type();
                parser.expect("]");
                yield new Node.MapType(key, parser.type(), token.at());
            }
            case "chan" -> {
                boolean sends = parser.peek().is("<-");
                if (sends) {
                    parser.take();
                }
                yield new Node.PrefixedType(sends ? "chan<- " : "chan ", parser.type(), token.at());
            }
            case "<-" -> {
                parser.take();
                yield new Node.PrefixedType("<-chan ", parser.type(), token.at());
            }
            default -> other(token);
        };
    }

    private Node array(Token bracket) {
        if (parser.peek().is("...")) {
            parser.take();
            parser.expect("]");
            return new Node.OpenArrayType(parser.type(), bracket.at());
        }
        Optional<Node> length = parser.peek().is("]") ? Optional.empty() : Optional.of(parser.type());
        parser.expect("]");
        return new Node.ArrayType(length, parser.type(), bracket.at());
    }

    /** Up to the brackets' end, as the compiler would write it: {@code struct { A int; B string }}. */
    private Node other(Token word) {
        boolean braces = !word.text().equals("func");
        parser.expect(braces ? "{" : "(");
        StringBuilder name = new StringBuilder(word.text()).append(braces ? " {" : "(");
        boolean empty = true;
        for (int open = 1; open > 0; ) {
            Token token = parser.take();
            if (token.kind() == Token.Kind.END) {
                throw token.at().problem("a type is not ended by " + (braces ? "'}'" : "')'"));
            }
            open += token.is("{") || token.is("(") ? 1 : token.is("}") || token.is(")") ? -1 : 0;
            if (open == 0) {
                name.append(braces ? empty ? "}" : " }" : ")");
            } else {
                boolean space =
                        token.kind() == Token.Kind.NAME && Character.isLetterOrDigit(name.charAt(name.length() - 1))
                                || name.charAt(name.length() - 1) == ';'
                                || name.charAt(name.length() - 1) == ','
                                || braces && empty;
                name.append(space ? " " : "").append(token.text());
                empty = false;
            }
        }
        Token next = parser.peek();
        if (!braces && (next.kind() == Token.Kind.NAME || begins(next) || next.is("*"))) {
            // a function with one result
            return new Node.PrefixedType(name.append(' ').toString(), parser.type(), word.at());
        }
        return new Node.OtherType(name.toString(), word.at());
    }
}
