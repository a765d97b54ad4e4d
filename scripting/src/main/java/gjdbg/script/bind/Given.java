package gjdbg.script.bind;

import gjdbg.error.BadRequest;
import gjdbg.target.Room;
import gjdbg.value.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.Proxy;

/** What scripts hand over to be a value of the program: to set one, or to look one up. */
final class Given {
    /** Of arrays and objects in one another: they may be in themselves. */
    private static final int MOST_DEPTH = 100;

    private Given() {}

    /**
     * As {@link gjdbg.value.Value#set} takes it.
     *
     * @throws BadRequest for what is no value of any program
     */
    static Object of(Value given) {
        return of(given, 0);
    }

    /** As {@link Reading.Mapping#find} takes it; empty for what is no key of any map of the program's. */
    static Optional<Object> key(Value given) {
        try {
            return Optional.of(of(given)).map(key -> key instanceof byte[] bytes ? numbers(bytes) : key);
        } catch (BadRequest e) {
            return Optional.empty();
        }
    }

    private static List<Object> numbers(byte[] bytes) {
        List<Object> numbers = new ArrayList<>(bytes.length);
        for (byte each : bytes) {
            numbers.add(each & 0xffL);
        }
        return numbers;
    }

    private static Object of(Value given, int depth) {
        if (given.isNull()) {
            if (Arguments.isUndefined(given)) {
                throw new BadRequest("undefined is no value of the program; nil is null");
            }
            return new Reading.Nil();
        }
        if (given.isBoolean()) {
            return given.asBoolean();
        }
        if (given.isString()) {
            return given.asString();
        }
        if (given.fitsInLong()) {
            return given.asLong();
        }
        if (given.fitsInBigInteger()) {
            return given.asBigInteger();
        }
        if (given.isNumber()) {
            return given.asDouble();
        }
        if (given.isProxyObject()) {
            Proxy proxy = given.asProxyObject();
            if (proxy instanceof HandleObject handle) {
                return handle.value();
            }
            if (proxy instanceof ValueObject object) {
                return object.whole;
            }
        }
        if (depth == MOST_DEPTH) {
            throw new BadRequest("what is given has more than " + MOST_DEPTH + " objects in one another");
        }
        if (given.hasArrayElements()) {
            return isBytes(given) ? Arguments.bytes(given) : list(given, depth);
        }
        if (!given.isProxyObject()
                && given.hasMembers()
                && !given.canExecute()
                && !given.getMemberKeys().isEmpty()) {
            return members(given, depth);
        }
        throw new BadRequest(Arguments.told(given) + " is no value of the program");
    }

    private static boolean isBytes(Value given) {
        Value type = given.getMetaObject();
        return type != null && type.getMetaSimpleName().equals("Uint8Array");
    }

    private static List<Object> list(Value given, int depth) {
        long length = given.getArraySize();
        if (length > Room.MOST) {
            throw new BadRequest("an array of " + length + " elements is more than can be set at once");
        }
        List<Object> list = new ArrayList<>((int) length);
        for (long i = 0; i < length; i++) {
            list.add(of(given.getArrayElement(i), depth + 1));
        }
        return list;
    }

    private static Map<String, Object> members(Value given, int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (String name : given.getMemberKeys()) {
            members.put(name, of(given.getMember(name), depth + 1));
        }
        return members;
    }
}
