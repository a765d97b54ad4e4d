package gjdbg.script.bind;

import gjdbg.script.bind.MapBatches.Part;
import gjdbg.target.Address;
import gjdbg.value.Reading;
import gjdbg.value.Value;
import gjdbg.value.Variable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;

/**
 * What JSON.stringify makes of a value: it asks each object on its way for its toJSON(). Values of the program may lead back to
 * themselves, and lists may be longer than JavaScript's stack is deep.
 */
final class Json implements ProxyObject {
    static final String MEMBER = "toJSON";
    private static final int MOST_DEPTH = 100;

    /** What led here. */
    private record Path(String identity, Path outer, int depth) {
        boolean has(String other) {
            for (Path at = this; at != null; at = at.outer) {
                if (at.identity.equals(other)) {
                    return true;
                }
            }
            return false;
        }
    }

    private final Binding binding;
    private final Value value;
    private final Reading reading;
    private final Path path;

    private Json(Binding binding, Value value, Reading reading, Path path) {
        this.binding = binding;
        this.value = value;
        this.reading = reading;
        this.path = path;
    }

    /** What toJSON() gives for a value that scripts see as an object. */
    static Object of(Binding binding, Value value) {
        return child(binding, value, null) instanceof Json node
                ? node.content()
                : binding.values().of(value);
    }

    /** What is no object is given as it is. */
    private static Object child(Binding binding, Value whole, Path path) {
        Value value = whole;
        Reading reading = value.read();
        for (int i = 0; Display.next(reading) != null && i < Display.MOST_POINTERS; i++) {
            value = Display.next(reading);
            reading = value.read();
        }
        String identity =
                switch (reading) {
                    case Reading.Struct _ -> at(value.place().inMemory());
                    case Reading.Sequence sequence ->
                        sequence.length() == 0
                                ? ""
                                : at(sequence.elements().at(0).place().inMemory()) + "#" + sequence.length();
                    case Reading.Mapping map -> at(Optional.of(map.address()));
                    case Reading.Channel channel -> at(Optional.of(channel.address()));
                    case Reading.Func func -> func.name() + whole.place();
                    case Reading.Complex _ -> "";
                    default -> null;
                };
        if (identity == null) {
            return binding.values().of(whole);
        }
        identity = value.type().name() + identity;
        if (path != null && path.has(identity)) {
            return "<cycle>";
        }
        if (path != null && path.depth == MOST_DEPTH) {
            return ValueParts.folded(whole);
        }
        return new Json(binding, value, reading, new Path(identity, path, path == null ? 0 : path.depth + 1));
    }

    /** What is nowhere in memory can't be in itself. */
    private static String at(Optional<Address> address) {
        return address.map(Address::toString).orElseGet(() -> "+" + new Object().hashCode());
    }

    private Object child(Value part) {
        return binding.guarded(() -> child(binding, part, path));
    }

    private Object content() {
        return switch (reading) {
            case Reading.Struct struct -> {
                Map<String, Value> fields = new LinkedHashMap<>();
                for (Reading.Member member : struct.members()) {
                    if (!member.name().equals("_")) {
                        fields.put(member.name(), member.value());
                    }
                }
                yield new Members(fields);
            }
            case Reading.Sequence sequence -> new Elements(sequence.length(), sequence.elements());
            case Reading.Mapping map -> binding.js().plainMap(MapBatches.walk(binding, map, Part.BOTH, this::child));
            case Reading.Channel channel -> channel(channel);
            case Reading.Func func -> func(func);
            case Reading.Complex complex ->
                binding.js().record(Map.of("real", complex.real(), "imag", complex.imaginary()));
            default -> binding.values().of(value);
        };
    }

    private Object channel(Reading.Channel channel) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("length", binding.js().integer(channel.length(), false));
        members.put("capacity", binding.js().integer(channel.capacity(), false));
        members.put("closed", channel.closed());
        members.put("buffer", new Elements(channel.length(), channel.buffer()));
        members.put("receivers", ChannelObject.waiters(binding, channel.receivers(), this::child));
        members.put("senders", ChannelObject.waiters(binding, channel.senders(), this::child));
        return binding.js().record(members);
    }

    private Object func(Reading.Func func) {
        Map<String, Value> captured = new LinkedHashMap<>();
        for (Variable variable : func.captures().variables()) {
            captured.put(variable.name(), variable.value());
        }
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", func.name());
        members.put("file", func.file());
        members.put("line", func.line());
        members.put("captured", new Members(captured));
        return binding.js().record(members);
    }

    @Override
    public Object getMember(String name) {
        return name.equals(MEMBER) ? (ProxyExecutable) ignored -> binding.guarded(this::content) : null;
    }

    @Override
    public Object getMemberKeys() {
        return ProxyArray.fromArray();
    }

    @Override
    public boolean hasMember(String name) {
        return name.equals(MEMBER);
    }

    @Override
    public void putMember(String name, org.graalvm.polyglot.Value given) {
        throw new UnsupportedOperationException(name);
    }

    /** Fields or variables; they are read one by one, for JSON.stringify forgets each once it is written. */
    private final class Members implements ProxyObject {
        private final Map<String, Value> members;

        private Members(Map<String, Value> members) {
            this.members = members;
        }

        @Override
        public Object getMember(String name) {
            return members.containsKey(name) ? child(members.get(name)) : null;
        }

        @Override
        public Object getMemberKeys() {
            return ProxyArray.fromArray(members.keySet().toArray());
        }

        @Override
        public boolean hasMember(String name) {
            return members.containsKey(name);
        }

        @Override
        public void putMember(String name, org.graalvm.polyglot.Value given) {
            throw new UnsupportedOperationException(name);
        }
    }

    private final class Elements implements ProxyArray {
        private final long length;
        private final Reading.Elements elements;

        private Elements(long length, Reading.Elements elements) {
            this.length = length;
            this.elements = elements;
        }

        @Override
        public Object get(long index) {
            if (index < 0 || index >= length) {
                // undefined, to JavaScript
                throw new ArrayIndexOutOfBoundsException();
            }
            return child(elements.at(index));
        }

        @Override
        public long getSize() {
            return length;
        }

        @Override
        public void set(long index, org.graalvm.polyglot.Value given) {
            throw new UnsupportedOperationException();
        }
    }
}
