package gjdbg.script.bind;

import gjdbg.blocking.Holders;
import gjdbg.blocking.Wait;
import gjdbg.goruntime.GoroutineState;
import gjdbg.goruntime.WaitingOn;
import gjdbg.target.Address;
import gjdbg.target.core.CoreTarget;
import gjdbg.target.linux.Sockets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What a goroutine waits on: {@code WaitingOn}. What costs more than a look at the runtime's structures is found when asked for. */
final class WaitObject extends Bound<WaitObject> {
    private static final double NANOSECONDS = 1e6;

    private static final Shape<WaitObject> SHAPE = new Shape<WaitObject>("wait")
            .property("kind", self -> self.kind())
            .property("operation", self -> self.operation())
            .property("address", self -> self.address())
            .property("cases", self -> self.cases())
            .property(
                    "counter", self -> self.wait instanceof Wait.OnWaitGroup on ? (Object) (double) on.counter() : null)
            .property("due", self -> self.wait instanceof Wait.OnTimer on ? due(on.due()) : null)
            .property("descriptor", self -> self.wait instanceof Wait.OnDescriptor on ? on.descriptor() : null)
            .property("socket", self -> self.socket())
            .property("holders", self -> self.holders())
            .property("place", self -> self.place());

    private final GoroutineState goroutine;
    private final Wait wait;

    WaitObject(Binding binding, GoroutineState goroutine, Wait wait) {
        super(SHAPE, binding);
        this.goroutine = goroutine;
        this.wait = wait;
    }

    private String kind() {
        return switch (wait) {
            case Wait.OnChannel on -> "channel";
            case Wait.OnSelect on -> "select";
            case Wait.OnMutex on -> "mutex";
            case Wait.OnReadWriteMutex on -> "rwmutex";
            case Wait.OnWaitGroup on -> "waitgroup";
            case Wait.OnCondition on -> "cond";
            case Wait.OnSemaphore on -> "semaphore";
            case Wait.OnTimer on -> "timer";
            case Wait.OnDescriptor on -> "network";
        };
    }

    private String operation() {
        return switch (wait) {
            case Wait.OnChannel on -> operation(on.channel());
            case Wait.OnSelect on -> "select";
            case Wait.OnMutex on -> "lock";
            case Wait.OnReadWriteMutex on -> on.reads() ? "rlock" : "lock";
            case Wait.OnWaitGroup on -> "wait";
            case Wait.OnCondition on -> "wait";
            case Wait.OnSemaphore on -> "acquire";
            case Wait.OnTimer on -> "sleep";
            case Wait.OnDescriptor on -> on.writes() ? "write" : "read";
        };
    }

    private static String operation(WaitingOn.Channel channel) {
        return channel.sends() ? "send" : "receive";
    }

    private Object address() {
        return switch (wait) {
            case Wait.OnChannel on -> at(on.channel().address());
            case Wait.OnMutex on -> at(on.address());
            case Wait.OnReadWriteMutex on -> at(on.address());
            case Wait.OnWaitGroup on -> at(on.address());
            case Wait.OnCondition on -> on.address().value() == 0 ? null : at(on.address());
            case Wait.OnSemaphore on -> at(on.address());
            case Wait.OnSelect on -> null;
            case Wait.OnTimer on -> null;
            case Wait.OnDescriptor on -> null;
        };
    }

    private Object at(Address address) {
        return binding.js().unsigned(address.value());
    }

    private Object cases() {
        if (!(wait instanceof Wait.OnSelect select)) {
            return null;
        }
        List<Object> cases = select.cases().stream()
                .map(each -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("address", at(each.address()));
                    one.put("operation", operation(each));
                    return binding.js().record(one);
                })
                .toList();
        return binding.js().list(cases);
    }

    private static Object due(OptionalLong due) {
        return due.isPresent() ? (Object) (due.getAsLong() / NANOSECONDS) : null;
    }

    /** Null for what is none, and for a core, which tells of no sockets. */
    private Object socket() {
        if (!(wait instanceof Wait.OnDescriptor on) || binding.session().target() instanceof CoreTarget) {
            return null;
        }
        Optional<Sockets.Socket> socket = Sockets.of(binding.session().target().pid(), on.descriptor());
        if (socket.isEmpty()) {
            return null;
        }
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("protocol", socket.get().protocol());
        shown.put("local", socket.get().local());
        shown.put("peer", socket.get().peer().orElse(null));
        return binding.js().record(shown);
    }

    /** Those that are likely to hold the lock; none where that can't be told. */
    private Object holders() {
        List<Object> holders = new ArrayList<>();
        for (Holders.Holder each : binding.blocking().holders().of(wait)) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("goroutine", binding.js().integer(each.goroutine().id(), true));
            one.put("certainty", "likely");
            one.put("reads", each.reads());
            one.put("place", binding.place(Optional.of(each.place())));
            holders.add(binding.js().record(one));
        }
        return binding.js().list(holders);
    }

    private Object place() {
        return binding.place(binding.blocking().waits().place(goroutine));
    }

    @Override
    public String toString() {
        return kind() + " " + operation();
    }
}
