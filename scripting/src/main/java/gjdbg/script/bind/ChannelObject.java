package gjdbg.script.bind;

import gjdbg.error.Unavailable;
import gjdbg.type.BasicType;
import gjdbg.type.DerivedType;
import gjdbg.value.ComputedValue;
import gjdbg.value.Reading;
import gjdbg.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A channel: its buffer, and who waits on it. */
final class ChannelObject extends MembersObject {
    private static final List<String> MEMBERS =
            List.of("length", "capacity", "closed", "buffer", "receivers", "senders");

    private final Value value;

    /** @param value the channel itself, which {@code whole} may lead to */
    ChannelObject(Binding binding, Value value, Value whole) {
        super(binding, whole, MEMBERS);
        this.value = value;
    }

    /** As it is now: the program may have changed it since this object was made. */
    private Reading.Channel channel() {
        return switch (value.read()) {
            case Reading.Channel channel -> channel;
            case Reading.Unreadable unreadable -> throw new Unavailable("the channel", unreadable.why());
            default -> throw new Unavailable("the channel", "it is nil by now");
        };
    }

    @Override
    Object member(String name) {
        return switch (name) {
            case "length" -> binding.js().integer(channel().length(), false);
            case "capacity" -> binding.js().integer(channel().capacity(), false);
            case "closed" -> channel().closed();
            case "buffer" -> buffer();
            case "receivers" -> waiters(binding, channel().receivers(), binding.values()::of);
            case "senders" -> waiters(binding, channel().senders(), binding.values()::of);
            default -> null;
        };
    }

    /** As a slice, which the ring of elements would be if it were laid out straight. */
    private Object buffer() {
        Reading.Channel channel = channel();
        DerivedType type = DerivedType.sliceOf(value.type().element().orElse(BasicType.VOID));
        return binding.values()
                .of(new ComputedValue(
                        type, new Reading.Sequence(channel.length(), channel.capacity(), channel.buffer())));
    }

    /** @param values what scripts see of what a sender sends */
    static Object waiters(Binding binding, Iterable<Reading.Waiter> queue, Function<Value, Object> values) {
        List<Object> waiters = new ArrayList<>();
        for (Reading.Waiter waiter : queue) {
            Map<String, Object> members = new HashMap<>();
            members.put("goroutine", binding.js().integer(waiter.goroutine(), false));
            members.put("address", binding.js().unsigned(waiter.descriptor().value()));
            members.put("selecting", waiter.selecting());
            waiter.element().ifPresent(element -> members.put("element", values.apply(element)));
            waiters.add(binding.js().record(members));
        }
        return binding.js().list(waiters);
    }
}
