package gjdbg.value;

import gjdbg.error.GjdbgException;
import gjdbg.type.Type;
import java.util.List;
import java.util.Random;

/** Asks a value and its parts all that there is to ask, as far as one would go. */
final class ValueWalk {
    private static final int MOST = 300;
    private static final int ENTRIES = 2000;
    private static final int DEPTH = 8;

    private final Random random;
    private int left = MOST;

    ValueWalk(Random random) {
        this.random = random;
    }

    void walk(Value value) {
        ask(value.toString());
        walk(value, 0);
    }

    private void walk(Value value, int depth) {
        if (depth > DEPTH || --left < 0) {
            return;
        }
        tried(() -> ask(value.bytes()));
        Type type = value.type();
        ask(type.name());
        tried(() -> value.field("X").ifPresent(field -> ask(field.read())));
        tried(() -> ask(Equality.of(value, value)));
        switch (value.read()) {
            case Reading.Struct(List<Reading.Member> members) -> {
                for (Reading.Member member : members) {
                    walk(member.value(), depth + 1);
                }
            }
            case Reading.Pointer pointer -> pointer.target().ifPresent(target -> walk(target, depth + 1));
            case Reading.Interface(Value dynamic) -> walk(dynamic, depth + 1);
            case Reading.Sequence sequence -> {
                if (sequence.length() > 0) {
                    walk(sequence.elements().at(0), depth + 1);
                    walk(sequence.elements().at(sequence.length() - 1), depth + 1);
                    walk(sequence.elements().at(random.nextLong(sequence.length())), depth + 1);
                }
            }
            case Reading.Mapping mapping ->
                tried(() -> {
                    int entries = 0;
                    for (Reading.Entry entry : mapping.entries()) {
                        walk(entry.key(), depth + 1);
                        walk(entry.value(), depth + 1);
                        if (++entries > ENTRIES) {
                            break;
                        }
                    }
                    ask(mapping.find("no such key"));
                });
            case Reading.Channel channel -> {
                if (channel.length() > 0) {
                    walk(channel.buffer().at(channel.length() - 1), depth + 1);
                }
                tried(() -> waiters(channel.receivers(), depth));
                tried(() -> waiters(channel.senders(), depth));
            }
            case Reading.Func func ->
                tried(() -> func.captures().variables().forEach(variable -> walk(variable.value(), depth + 1)));
            case Reading.Bool _,
                    Reading.Int _,
                    Reading.Real _,
                    Reading.Complex _,
                    Reading.Text _,
                    Reading.Nil _,
                    Reading.Unreadable _ -> {
                // no parts
            }
        }
    }

    private void waiters(Iterable<Reading.Waiter> waiters, int depth) {
        int seen = 0;
        for (Reading.Waiter waiter : waiters) {
            waiter.element().ifPresent(element -> walk(element, depth + 1));
            if (++seen > ENTRIES) {
                break;
            }
        }
    }

    private static void ask(Object answer) {
        if (answer == null) {
            throw new AssertionError("no answer");
        }
    }

    private static void tried(Runnable question) {
        try {
            question.run();
        } catch (GjdbgException e) {
            ask(e.getMessage());
        }
    }
}
