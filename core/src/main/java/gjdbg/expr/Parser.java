package gjdbg.expr;

import gjdbg.type.BasicType;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parses Go's expressions (The Go Programming Language Specification, "Expressions"). */
final class Parser {
    private static final int MAX_DEPTH = 200;
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

    private final List<Token> tokens;
    private int at;
    private int depth;

    private Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    static Node parse(String text) {
        Parser parser = new Parser(Lexer.tokens(text));
        Node node = parser.binary(1);
        Token rest = parser.peek();
        if (rest.kind() != Token.Kind.END) {
            String hint = rest.is("=") || rest.is(":=") ? "; an expression only reads, and == compares" : "";
            throw Problem.at(rest.column(), "'" + rest.text() + "' is not expected here" + hint);
        }
        return node;
    }

    private Node binary(int lowest) {
        deeper(peek());
        Node left = unary();
        while (true) {
            Token operator = peek();
            int precedence = operator.kind() == Token.Kind.OPERATOR ? PRECEDENCE.getOrDefault(operator.text(), 0) : 0;
            if (precedence < lowest || precedence == 0) {
                depth--;
                return left;
            }
            at++;
            Node right = binary(precedence + 1);
            left = switch (precedence) {
                case 1, 2 -> new Node.Logic(precedence == 2, left, right, operator.column());
                case 3 -> new Node.Comparison(operator.text(), left, right, operator.column());
                default -> new Node.Binary(operator.text(), left, right, operator.column());
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
                return new Node.Unary(token.text(), deeperUnary(token), token.column());
            }
            case "*" -> {
                at++;
                return new Node.Dereference(deeperUnary(token), token.column());
            }
            case "&" -> {
                at++;
                return new Node.AddressOf(deeperUnary(token), token.column());
            }
            case "<-" ->
                throw Problem.at(token.column(), "receiving from a channel is not possible: an expression only reads");
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
        at++;
        return switch (token.kind()) {
            case INTEGER -> constant(new Operand.UntypedInteger(Literals.integer(token), false), token);
            case RUNE -> constant(new Operand.UntypedInteger(BigInteger.valueOf(Literals.rune(token)), true), token);
            case FLOAT -> constant(new Operand.UntypedReal(Literals.real(token)), token);
            case IMAGINARY -> constant(new Operand.Complex(null, 0, Literals.imaginary(token)), token);
            case STRING -> constant(new Operand.Text(null, Literals.string(token)), token);
            case NAME -> name(token);
            case OPERATOR -> {
                if (!token.is("(")) {
                    throw Problem.at(token.column(), "'" + token.text() + "' where a value is expected");
                }
                Node inner = binary(1);
                expect(")");
                yield inner;
            }
            case END -> throw Problem.at(token.column(), "the expression ends where a value is expected");
        };
    }

    private static Node constant(Operand operand, Token token) {
        return new Node.Constant(operand, token.column());
    }

    private Node name(Token token) {
        switch (token.text()) {
            case "true", "false" -> {
                return constant(new Operand.Bool(BasicType.BOOL, token.text().equals("true")), token);
            }
            case "nil" -> {
                return constant(new Operand.Nil(), token);
            }
            default -> {
                return peek().is("(") ? call(token) : new Node.Name(token.text(), token.column());
            }
        }
    }

    private Node call(Token function) {
        Optional<BasicType> type = BasicType.named(function.text());
        boolean length = function.text().equals("len");
        if (type.isEmpty() && !length && !function.text().equals("cap")) {
            throw noCalls(function);
        }
        expect("(");
        Node argument = binary(1);
        expect(")");
        return type.isPresent()
                ? new Node.Conversion(type.get(), argument, function.column())
                : new Node.Length(!length, argument, function.column());
    }

    private static RuntimeException noCalls(Token function) {
        return Problem.at(
                function.column(),
                "calling '" + function.text()
                        + "' is not available in this version; len, cap and conversions to basic types are");
    }

    private Node postfix(Node node) {
        Node result = node;
        for (int length = 0; ; length++) {
            Token token = peek();
            if (length > MAX_DEPTH) {
                throw Problem.at(token.column(), "the expression is nested too deeply");
            }
            if (token.is(".") || token.is("->")) {
                at++;
                result = selector(result);
            } else if (token.is("[")) {
                at++;
                result = index(result, token);
            } else if (token.is("(")) {
                throw noCalls(tokens.get(at - 1));
            } else if (token.is("{")) {
                throw Problem.at(token.column(), "composite literals are not available in this version");
            } else {
                return result;
            }
        }
    }

    private Node selector(Node of) {
        Token token = peek();
        at++;
        if (token.kind() == Token.Kind.NAME) {
            return new Node.Selector(of, token.text(), token.column());
        }
        if (!token.is("(")) {
            throw Problem.at(token.column(), "a field's name is expected after the dot");
        }
        StringBuilder type = new StringBuilder();
        for (int open = 1; ; at++) {
            Token part = peek();
            if (part.kind() == Token.Kind.END) {
                throw Problem.at(part.column(), "')' is missing after a type");
            }
            open += part.is("(") ? 1 : part.is(")") ? -1 : 0;
            if (open == 0) {
                at++;
                return new Node.Assertion(of, type.toString(), token.column());
            }
            type.append(part.text());
        }
    }

    private Node index(Node of, Token bracket) {
        Node low = peek().is(":") ? null : binary(1);
        if (peek().is(":")) {
            at++;
            Node high = peek().is("]") ? null : binary(1);
            if (peek().is(":")) {
                throw Problem.at(peek().column(), "slices with a capacity are not available in this version");
            }
            expect("]");
            return new Node.Slice(of, low, high, bracket.column());
        }
        expect("]");
        return new Node.Index(of, low, bracket.column());
    }

    private void expect(String operator) {
        Token token = peek();
        if (!token.is(operator)) {
            throw Problem.at(
                    token.column(),
                    "'" + operator + "' is expected"
                            + (token.kind() == Token.Kind.END ? "" : ", not '" + token.text() + "'"));
        }
        at++;
    }

    private void deeper(Token token) {
        if (++depth > MAX_DEPTH) {
            throw Problem.at(token.column(), "the expression is nested too deeply");
        }
    }

    private Token peek() {
        return tokens.get(Math.min(at, tokens.size() - 1));
    }
}
