package gjdbg.expr;

import gjdbg.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parses Go's expressions (The Go Programming Language Specification, "Expressions"). */
final class Parser extends TokenReader {
    private static final Map<String, Integer> PRECEDENCE = Map.ofEntries(
            Map.entry("||", 1),
            Map.entry("&&", 2),
            Map.entry("==", 3),
            Map.entry("!=", 3),
            Map.entry("<", 3),
            Map.entry("<=", 3),
            Map.entry(">", 3),
            Map.entry(">=", 3),
            Map.entry("+", 4),
            Map.entry("-", 4),
            Map.entry("|", 4),
            Map.entry("^", 4),
            Map.entry("*", 5),
            Map.entry("/", 5),
            Map.entry("%", 5),
            Map.entry("<<", 5),
            Map.entry(">>", 5),
            Map.entry("&", 5),
            Map.entry("&^", 5));

    private Parser(List<Token> tokens) {
        super(tokens);
    }

    static Node parse(String text) {
        return parse(Lexer.tokens(text));
    }

    static Node parse(List<Token> tokens) {
        Parser parser = new Parser(tokens);
        Node node = parser.binary(1);
        parser.expectEnd(List.of("=", ":="));
        return node;
    }

    Node expression() {
        return binary(1);
    }

    private Node binary(int lowest) {
        deeper(peek());
        Node left = unary();
        for (int length = 0; ; length++) {
            Token operator = peek();
            int precedence = operator.kind() == Token.Kind.OPERATOR ? PRECEDENCE.getOrDefault(operator.text(), 0) : 0;
            if (precedence < lowest || precedence == 0) {
                depth--;
                return left;
            }
            if (length > MAX_CHAIN) {
                throw tooDeep(operator);
            }
            at++;
            Node right = binary(precedence + 1);
            left = switch (precedence) {
                case 1, 2 -> new Node.Logic(precedence == 2, left, right, operator.at());
                case 3 -> new Node.Comparison(operator.text(), left, right, operator.at());
                default -> new Node.Binary(operator.text(), left, right, operator.at());
            };
        }
    }

    private Node unary() {
        Token token = peek();
        if (token.kind() != Token.Kind.OPERATOR) {
            return postfix(primary());
        }
        switch (token.text()) {
            case "+", "-", "!", "^" -> {
                at++;
                return new Node.Unary(token.text(), deeperUnary(token), token.at());
            }
            case "*" -> {
                at++;
                return new Node.Dereference(deeperUnary(token), token.at());
            }
            case "&" -> {
                at++;
                return new Node.AddressOf(deeperUnary(token), token.at());
            }
            case "<-" -> {
                if (tokens.get(at + 1).isName("chan")) {
                    return postfix(primary());
                }
                throw token.at().problem("receiving from a channel is not possible: an expression only reads");
            }
            default -> {
                return postfix(primary());
            }
        }
    }

    private Node deeperUnary(Token token) {
        deeper(token);
        Node node = unary();
        depth--;
        return node;
    }

    private Node primary() {
        Token token = peek();
        if (TypeParser.begins(token)) {
            return new TypeParser(this).type();
        }
        at++;
        return switch (token.kind()) {
            case INTEGER -> number(Untyped.INT, Rational.of(Literals.integer(token)), token);
            case RUNE -> number(Untyped.RUNE, Rational.of(Literals.rune(token)), token);
            case FLOAT -> number(Untyped.FLOAT, Literals.real(token), token);
            case IMAGINARY ->
                new Node.Constant(
                        new Operand.Number(Untyped.COMPLEX, Rational.ZERO, Literals.imaginary(token)), token.at());
            case STRING -> new Node.Constant(new Operand.Text(Untyped.STRING, Literals.string(token)), token.at());
            case NAME -> name(token);
            case OPERATOR -> {
                if (!token.is("(")) {
                    throw token.at().problem("'" + token.text() + "' where a value is expected");
                }
                Node inner = binary(1);
                expect(")");
                yield inner;
            }
            case END -> throw token.at().problem("the expression ends where a value is expected");
        };
    }

    private static Node number(Type type, Rational value, Token token) {
        return new Node.Constant(Operand.Number.of(type, value), token.at());
    }

    private static Node name(Token token) {
        return switch (token.text()) {
            case "true", "false" ->
                new Node.Constant(new Operand.Bool(Untyped.BOOL, token.text().equals("true")), token.at());
            case "nil" -> new Node.Constant(new Operand.Nil(), token.at());
            default -> new Node.Name(token.text(), token.at());
        };
    }

    private Node postfix(Node node) {
        Node result = node;
        for (int length = 0; ; length++) {
            Token token = peek();
            if (length > MAX_DEPTH) {
                throw tooDeep(token);
            }
            if (token.is(".") || token.is("->")) {
                at++;
                result = selector(result);
            } else if (token.is("[")) {
                at++;
                result = index(result, token);
            } else if (token.is("(")) {
                at++;
                result = new Node.Call(result, list(")"), token.at());
            } else if (token.is("{") && CompositeParser.mayFollow(result)) {
                result = new CompositeParser(this).literal(Optional.of(result));
            } else {
                return result;
            }
        }
    }

    private Node selector(Node of) {
        Token token = peek();
        at++;
        if (token.kind() == Token.Kind.NAME) {
            return new Node.Selector(of, token.text(), token.at());
        }
        if (!token.is("(")) {
            throw token.at().problem("a field's name is expected after the dot");
        }
        Node type = type();
        expect(")");
        return new Node.Assertion(of, type, token.at());
    }

    /** A type where nothing else can stand. */
    Node type() {
        Token token = peek();
        deeper(token);
        Node type;
        if (token.is("*")) {
            at++;
            type = new Node.Dereference(type(), token.at());
        } else if (token.is("(")) {
            at++;
            type = type();
            expect(")");
        } else {
            type = typeName(primary());
        }
        depth--;
        return type;
    }

    /** With its package and type arguments; what follows in parentheses is no part of it. */
    private Node typeName(Node first) {
        Node name = first;
        while (peek().is(".") || peek().is("[") && !tokens.get(at + 1).is("]")) {
            Token token = take();
            if (token.is("[")) {
                name = new Node.Index(name, list("]"), token.at());
            } else {
                name = selector(name);
            }
        }
        return name;
    }

    private Node index(Node of, Token bracket) {
        if (!peek().is(":")) {
            List<Node> indexes = new ArrayList<>(List.of(binary(1)));
            while (peek().is(",")) {
                at++;
                indexes.add(binary(1));
            }
            if (!peek().is(":")) {
                expect("]");
                return new Node.Index(of, List.copyOf(indexes), bracket.at());
            }
            return slice(of, Optional.of(indexes.getFirst()), bracket);
        }
        return slice(of, Optional.empty(), bracket);
    }

    private Node slice(Node of, Optional<Node> low, Token bracket) {
        expect(":");
        Optional<Node> high = peek().is("]") || peek().is(":") ? Optional.empty() : Optional.of(binary(1));
        Optional<Node> max = Optional.empty();
        if (peek().is(":")) {
            at++;
            max = Optional.of(binary(1));
            if (high.isEmpty()) {
                throw bracket.at().problem("a slice with a capacity needs a length too");
            }
        }
        expect("]");
        return new Node.Slice(of, low, high, max, bracket.at());
    }

    private List<Node> list(String end) {
        List<Node> nodes = new ArrayList<>();
        while (!peek().is(end)) {
            nodes.add(binary(1));
            if (!peek().is(",")) {
                break;
            }
            at++;
        }
        expect(end);
        return List.copyOf(nodes);
    }
}
