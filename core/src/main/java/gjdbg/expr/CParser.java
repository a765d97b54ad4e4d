package gjdbg.expr;

import gjdbg.error.BadRequest;
import gjdbg.type.CTypeNames;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Parses C's expressions without assignments and calls (C11, section 6.5). */
final class CParser extends TokenReader {
    private static final List<String> QUALIFIERS = List.of("const", "volatile", "restrict");
    private static final Map<String, Integer> PRECEDENCE = Map.ofEntries(
            Map.entry("||", 1),
            Map.entry("&&", 2),
            Map.entry("|", 3),
            Map.entry("^", 4),
            Map.entry("&", 5),
            Map.entry("==", 6),
            Map.entry("!=", 6),
            Map.entry("<", 7),
            Map.entry("<=", 7),
            Map.entry(">", 7),
            Map.entry(">=", 7),
            Map.entry("<<", 8),
            Map.entry(">>", 8),
            Map.entry("+", 9),
            Map.entry("-", 9),
            Map.entry("*", 10),
            Map.entry("/", 10),
            Map.entry("%", 10));

    private final Predicate<String> typedef;

    private CParser(List<Token> tokens, Predicate<String> typedef) {
        super(tokens);
        this.typedef = typedef;
    }

    /** Whether it has C's syntax, with some names being those of types. */
    static boolean accepts(String text) {
        try {
            parse(text, null);
            return true;
        } catch (BadRequest e) {
            return false;
        }
    }

    /** @param typedef whether a name is one of a type: what {@code (a)*b} means depends on it; null to guess */
    static CNode parse(String text, Predicate<String> typedef) {
        CParser parser = new CParser(Lexer.tokensOfC(text), typedef);
        CNode node = parser.conditional();
        parser.expectEnd(List.of("="));
        return node;
    }

    private CNode conditional() {
        CNode condition = binary(1);
        Token mark = peek();
        if (!mark.is("?")) {
            return condition;
        }
        at++;
        deeper(mark);
        CNode then = conditional();
        expect(":");
        CNode otherwise = conditional();
        depth--;
        return new CNode.Conditional(condition, then, otherwise, mark.at());
    }

    private CNode binary(int lowest) {
        deeper(peek());
        CNode left = unary();
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
            CNode right = binary(precedence + 1);
            left = switch (precedence) {
                case 1, 2 -> new CNode.Logic(precedence == 2, left, right, operator.at());
                case 6, 7 -> new CNode.Comparison(operator.text(), left, right, operator.at());
                default -> new CNode.Binary(operator.text(), left, right, operator.at());
            };
        }
    }

    private CNode unary() {
        Token token = peek();
        deeper(token);
        CNode node;
        if (token.is("+") || token.is("-") || token.is("~") || token.is("!")) {
            at++;
            node = new CNode.Unary(token.text(), unary(), token.at());
        } else if (token.is("*")) {
            at++;
            node = new CNode.Dereference(unary(), token.at());
        } else if (token.is("&")) {
            at++;
            node = new CNode.AddressOf(unary(), token.at());
        } else if (token.is("++") || token.is("--")) {
            throw token.at().problem("'" + token.text() + "' changes a variable, and an expression only reads");
        } else if (token.isName("sizeof")) {
            at++;
            node = sizeOf(token);
        } else if (token.is("(") && beginsType(tokens.get(at + 1))) {
            at++;
            CNode.TypeName type = type();
            expect(")");
            node = new CNode.Cast(type, unary(), token.at());
        } else {
            node = postfix(primary());
        }
        depth--;
        return node;
    }

    private CNode sizeOf(Token word) {
        if (peek().is("(") && beginsType(tokens.get(at + 1))) {
            at++;
            CNode.TypeName type = type();
            expect(")");
            return new CNode.SizeOfType(type, word.at());
        }
        return new CNode.SizeOf(unary(), word.at());
    }

    private boolean beginsType(Token token) {
        return token.kind() == Token.Kind.NAME
                && (isTag(token.text())
                        || CTypeNames.isWord(token.text())
                        || QUALIFIERS.contains(token.text())
                        || (typedef == null ? isBeforeOperand() : typedef.test(token.text())));
    }

    /** Whether what stands in parentheses here is followed by what only a cast can be followed by. */
    private boolean isBeforeOperand() {
        int end = at + 2;
        while (end < tokens.size() && tokens.get(end).is("*")) {
            end++;
        }
        if (end + 1 >= tokens.size() || !tokens.get(end).is(")")) {
            return false;
        }
        Token next = tokens.get(end + 1);
        return switch (next.kind()) {
            case NAME, INTEGER, FLOAT, IMAGINARY, RUNE, STRING -> true;
            case OPERATOR -> next.is("(") || next.is("!") || next.is("~");
            case END -> false;
        };
    }

    private static boolean isTag(String word) {
        return word.equals("struct") || word.equals("union") || word.equals("enum");
    }

    private CNode.TypeName type() {
        StringBuilder base = new StringBuilder();
        while (peek().kind() == Token.Kind.NAME) {
            String word = take().text();
            if (!QUALIFIERS.contains(word)) {
                base.append(base.isEmpty() ? "" : " ").append(word);
            }
        }
        return new CNode.TypeName(base.toString(), declarator());
    }

    /** An abstract declarator (C11, section 6.7.7): what stands inside parentheses is made last. */
    private List<CNode.Derivation> declarator() {
        deeper(peek());
        List<CNode.Derivation> made = new ArrayList<>();
        while (peek().is("*") || peek().kind() == Token.Kind.NAME && QUALIFIERS.contains(peek().text())) {
            if (take().is("*")) {
                made.add(new CNode.Pointer());
            }
        }
        List<CNode.Derivation> last = List.of();
        if (peek().is("(") && tokens.get(at + 1).is("*")) {
            at++;
            last = declarator();
            expect(")");
        }
        List<CNode.Derivation> behind = new ArrayList<>();
        while (peek().is("[") || peek().is("(")) {
            behind.add(take().is("[") ? dimension() : parameters());
        }
        made.addAll(behind.reversed());
        made.addAll(last);
        depth--;
        return made;
    }

    private CNode.Array dimension() {
        Token count = take();
        if (count.kind() != Token.Kind.INTEGER || !(CLiterals.integer(count) instanceof Operand.Integer number)) {
            throw count.at().problem("the number of an array's elements is expected");
        }
        expect("]");
        if (number.value() < 0) {
            throw count.at().problem("an array of " + count.text() + " elements is larger than memory");
        }
        return new CNode.Array(number.value(), count.at());
    }

    private CNode.Function parameters() {
        List<CNode.TypeName> types = new ArrayList<>();
        while (!peek().is(")")) {
            if (!types.isEmpty()) {
                expect(",");
            }
            if (peek().kind() != Token.Kind.NAME) {
                throw peek().at().problem("the type of a parameter is expected");
            }
            types.add(type());
        }
        at++;
        return new CNode.Function(types);
    }

    private CNode primary() {
        Token token = take();
        return switch (token.kind()) {
            case INTEGER -> new CNode.Constant(CLiterals.integer(token), token.at());
            case FLOAT -> new CNode.Constant(CLiterals.real(token), token.at());
            case RUNE -> new CNode.Constant(CLiterals.character(token), token.at());
            case STRING -> text(token);
            case NAME -> new CNode.Name(token.text(), token.at());
            case OPERATOR, IMAGINARY -> {
                if (!token.is("(")) {
                    throw token.at().problem("'" + token.text() + "' where a value is expected");
                }
                CNode inner = conditional();
                expect(")");
                yield inner;
            }
            case END -> throw token.at().problem("the expression ends where a value is expected");
        };
    }

    /** Strings that stand side by side are one. */
    private CNode text(Token first) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(CLiterals.string(first));
        while (peek().kind() == Token.Kind.STRING) {
            bytes.writeBytes(CLiterals.string(take()));
        }
        bytes.write(0);
        return new CNode.Text(bytes.toByteArray(), first.at());
    }

    private CNode postfix(CNode node) {
        CNode result = node;
        for (int length = 0; ; length++) {
            Token token = peek();
            if (length > MAX_DEPTH) {
                throw tooDeep(token);
            }
            if (token.is(".") || token.is("->")) {
                at++;
                Token name = take();
                if (name.kind() != Token.Kind.NAME) {
                    throw name.at().problem("a member's name is expected after '" + token.text() + "'");
                }
                result = new CNode.Member(result, name.text(), name.at());
            } else if (token.is("[")) {
                at++;
                CNode index = conditional();
                expect("]");
                result = new CNode.Index(result, index, token.at());
            } else if (token.is("(")) {
                throw result.at().problem("an expression calls no functions of the program: it only reads");
            } else if (token.is("++") || token.is("--")) {
                throw token.at().problem("'" + token.text() + "' changes a variable, and an expression only reads");
            } else {
                return result;
            }
        }
    }
}
