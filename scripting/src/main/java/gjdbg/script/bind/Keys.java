package gjdbg.script.bind;

import gjdbg.value.ComputedValue;
import gjdbg.value.Reading;
import java.util.Optional;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.Proxy;

/** What scripts look up in maps. */
final class Keys {
    private Keys() {}

    /** As {@link Reading.Mapping#find} takes it; empty for what is no key of any map of the program's. */
    static Optional<Object> of(Value given) {
        if (given.isNull()) {
            return Optional.of(new ComputedValue(gjdbg.type.BasicType.unknown("nil"), new Reading.Nil()));
        }
        if (given.isBoolean()) {
            return Optional.of(given.asBoolean());
        }
        if (given.isString()) {
            return Optional.of(given.asString());
        }
        if (given.fitsInLong()) {
            return Optional.of(given.asLong());
        }
        if (given.fitsInBigInteger()) {
            return Optional.of(given.asBigInteger());
        }
        if (given.isNumber()) {
            return Optional.of(given.asDouble());
        }
        if (given.isProxyObject()) {
            Proxy proxy = given.asProxyObject();
            return proxy instanceof HandleObject handle
                    ? Optional.of(handle.value())
                    : proxy instanceof ValueObject object ? Optional.of(object.whole) : Optional.empty();
        }
        return Optional.empty();
    }
}
