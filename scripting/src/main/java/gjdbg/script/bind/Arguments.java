package gjdbg.script.bind;

import gjdbg.breakpoint.Where;
import gjdbg.error.BadRequest;
import gjdbg.target.Address;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.Proxy;

/** Reads what scripts hand over. */
public final class Arguments {
    private static final int MOST_SHOWN = 100;

    private Arguments() {}

    /** To the host undefined is null as well. */
    static boolean isUndefined(Value value) {
        return value.isNull() && !value.toString().equals("null");
    }

    /** What was given, for an error's message. */
    static String told(Value value) {
        if (value.isString()) {
            String text = value.asString();
            return text.length() <= MOST_SHOWN ? "'" + text + "'" : "'" + text.substring(0, MOST_SHOWN) + "…'";
        }
        if (value.canExecute()) {
            return "a function";
        }
        // what is JavaScript's own is told as JavaScript does; the host's objects would tell what they are in Java
        return value.isProxyObject() ? kind(value.asProxyObject()) : value.toString();
    }

    private static String kind(Proxy object) {
        return switch (object) {
            case Bound<?> bound -> "a " + bound.objectKind();
            case ValueObject value -> "a value of type " + value.whole.type().name();
            default -> "one of gjdbg's objects";
        };
    }

    /** A required argument that may be null. */
    static Value orNull(Value[] arguments, int index, String what) {
        boolean isNull = arguments.length > index && arguments[index].isNull() && !isUndefined(arguments[index]);
        return isNull ? arguments[index] : required(arguments, index, what);
    }

    static Value required(Value[] arguments, int index, String what) {
        if (index >= arguments.length || arguments[index].isNull()) {
            throw new BadRequest(what + " is wanted as argument " + (index + 1));
        }
        return arguments[index];
    }

    public static String text(Value[] arguments, int index, String what) {
        Value value = required(arguments, index, what);
        if (!value.isString()) {
            throw new BadRequest(what + " has to be a string, not " + told(value));
        }
        return value.asString();
    }

    /** A number, a BigInt, or text as '0x45f3a0'. */
    static Address address(Value value) {
        return new Address(word(value));
    }

    /** 64 bits, signed or not. */
    static long word(Value value) {
        if (value.isString()) {
            String text = value.asString().toLowerCase(Locale.ROOT);
            try {
                return text.startsWith("0x")
                        ? Long.parseUnsignedLong(text.substring(2), 16)
                        : Long.parseUnsignedLong(text);
            } catch (NumberFormatException e) {
                throw new BadRequest("'" + text + "' is no number of 64 bits; write it as '0x45f3a0'", e);
            }
        }
        if (value.isBoolean()) {
            return value.asBoolean() ? 1 : 0;
        }
        if (value.fitsInLong()) {
            return value.asLong();
        }
        if (value.fitsInBigInteger() && value.asBigInteger().bitLength() <= 64) {
            return value.asBigInteger().longValue();
        }
        throw new BadRequest(told(value) + " is no whole number of 64 bits");
    }

    /** What an object of options, or any other value, has under that name; empty for undefined and null. */
    static Optional<Value> member(Value of, String name) {
        return Optional.of(of)
                .filter(Value::hasMembers)
                .map(object -> object.getMember(name))
                .filter(member -> !member.isNull());
    }

    static int length(Value[] arguments, int index, String what) {
        return count(required(arguments, index, what), what);
    }

    static int count(Value value, String what) {
        if (!value.fitsInInt() || value.asInt() < 0) {
            throw new BadRequest(what + " has to be a whole number from 0 to 2147483647, not " + told(value));
        }
        return value.asInt();
    }

    static Where where(Js js, Value[] arguments) {
        Value value = required(arguments, 0, "a place (function, 'file.go:42', address or regular expression)");
        if (value.isString()) {
            return Where.parse(value.asString());
        }
        if (value.isNumber()) {
            return new Where.At(address(value));
        }
        if (js.isRegExp(value)) {
            return new Where.FunctionsMatching(pattern(value));
        }
        throw new BadRequest(
                "a place is wanted: a function, 'file.go:42', an address or a regular expression, not " + told(value));
    }

    static Pattern pattern(Value regExp) {
        return RegExps.pattern(
                regExp.getMember("source").asString(), regExp.getMember("flags").asString());
    }

    /** Tells which names are meant: by a regular expression, or a part of the name. */
    static Predicate<String> names(Js js, Value wanted) {
        if (js.isRegExp(wanted)) {
            Pattern pattern = pattern(wanted);
            return name -> pattern.matcher(name).find();
        }
        if (!wanted.isString()) {
            throw new BadRequest("a part of a name or a regular expression is wanted, not " + told(wanted));
        }
        String part = wanted.asString();
        return name -> name.contains(part);
    }

    static boolean flag(Value value, String what) {
        if (!value.isBoolean()) {
            throw new BadRequest(what + " is true or false, not " + told(value));
        }
        return value.asBoolean();
    }

    static byte[] bytes(Value value) {
        if (value.isString()) {
            return value.asString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        }
        if (!value.hasArrayElements()) {
            throw new BadRequest("bytes are wanted: a Uint8Array, an array of numbers or a string, not " + told(value));
        }
        byte[] bytes = new byte[Math.toIntExact(value.getArraySize())];
        for (int i = 0; i < bytes.length; i++) {
            Value each = value.getArrayElement(i);
            if (!each.fitsInInt() || each.asInt() < -128 || each.asInt() > 255) {
                throw new BadRequest(
                        "element " + i + " of the bytes is " + told(each) + ", not a number from 0 to 255");
            }
            bytes[i] = (byte) each.asInt();
        }
        return bytes;
    }
}
