package gjdbg.script.bind;

import gjdbg.error.BadRequest;
import gjdbg.error.GjdbgException;
import gjdbg.error.TargetGone;
import gjdbg.type.BasicType;
import gjdbg.type.Type;
import gjdbg.value.ComputedValue;
import gjdbg.value.Reading;
import gjdbg.value.Variable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.Proxy;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;

/**
 * How things are shown: the same for console.log and gjdbg.format. What is JavaScript's own inspect.js shows; this tells it
 * about the objects that are not.
 */
public final class Display {
    private static final int MOST_POINTERS = 16;

    private final Binding binding;
    private final Supplier<Value> source;
    private final Function<String, Optional<Value>> shipped;
    private Value inspector;
    /** Whether the script has registered a printer, which may be for any type. */
    private boolean ownPrinters;

    /**
     * @param source gives the value of inspect.js, which is not read before something is shown that is no string
     * @param shipped gives the value of one of the scripts with printers
     */
    public Display(Binding binding, Supplier<Value> source, Function<String, Optional<Value>> shipped) {
        this.binding = binding;
        this.source = source;
        this.shipped = shipped;
        binding.displayWith(
                object -> inspector().getMember("format").execute(object).asString());
    }

    /** One of inspect.js's functions: format, line, printer. */
    public ProxyExecutable function(String name) {
        return arguments -> inspector().getMember(name).execute((Object[]) arguments);
    }

    private Value inspector() {
        if (inspector == null) {
            Map<String, Object> host = Map.of(
                    "kind", (ProxyExecutable) arguments -> kind(arguments[0]),
                    "text", (ProxyExecutable) arguments -> text(arguments[0]),
                    "types", (ProxyExecutable) arguments -> types(arguments[0]),
                    "parts", (ProxyExecutable) arguments -> parts(arguments[0], arguments[1].asInt()),
                    "js", (ProxyExecutable) arguments -> js(arguments[0]),
                    "handle", (ProxyExecutable) arguments -> new HandleObject(binding, program(arguments[0])),
                    "identity", (ProxyExecutable) arguments -> identity(arguments[0]),
                    "shipped",
                            (ProxyExecutable) arguments ->
                                    shipped.apply(arguments[0].asString()).orElse(null),
                    "registered",
                            (ProxyExecutable) ignored -> {
                                ownPrinters = true;
                                return null;
                            },
                    "badRequest",
                            (ProxyExecutable) arguments -> {
                                throw binding.raise(new BadRequest(arguments[0].asString()));
                            });
            inspector = source.get().execute(ProxyObject.fromMap(host));
        }
        return inspector;
    }

    /** Whether it is one of gjdbg's own objects, and no value of the program. */
    public static boolean isObject(Value value) {
        return "object".equals(kind(value));
    }

    private static Object kind(Value value) {
        if (!value.isProxyObject()) {
            return null;
        }
        Proxy proxy = value.asProxyObject();
        boolean program = proxy instanceof ValueObject
                || proxy instanceof HandleObject
                || proxy instanceof VariablesObject
                || proxy instanceof ResultsObject;
        return program ? "value" : "object";
    }

    private String text(Value value) {
        Proxy proxy = value.asProxyObject();
        return proxy instanceof ProxyExecutable ? "[Function]" : binding.guarded(proxy::toString);
    }

    private static gjdbg.value.Value program(Value value) {
        Proxy proxy = value.asProxyObject();
        if (proxy instanceof ValueObject object) {
            return object.whole;
        }
        return proxy instanceof HandleObject handle ? handle.value() : null;
    }

    private Object js(Value value) {
        return value.asProxyObject() instanceof HandleObject handle
                ? binding.guarded(() -> binding.values().of(handle.value()))
                : value;
    }

    /** Tells structs in memory apart, to find what holds itself; null for what can't. */
    private String identity(Value value) {
        gjdbg.value.Value each = program(value);
        for (int i = 0; each != null && i < MOST_POINTERS; i++) {
            Reading reading = each.read();
            if (reading instanceof Reading.Struct struct) {
                if (struct.members().stream()
                        .allMatch(member -> isScalar(member.value().type()))) {
                    return null;
                }
                String type = each.type().name();
                return each.place()
                        .inMemory()
                        .map(address -> type + "@" + address)
                        .orElse(null);
            }
            each = next(reading);
        }
        return null;
    }

    /** Names of the value's types, from that of the interface or pointer to that of what it leads to; alone where it is one. */
    private Object types(Value value) {
        gjdbg.value.Value each = program(value);
        List<Object> names = new ArrayList<>();
        for (int i = 0; each != null && i < MOST_POINTERS; i++) {
            names.add(each.type().name());
            each = next(each.read());
        }
        return names.size() == 1 ? names.getFirst() : binding.js().list(names);
    }

    private static gjdbg.value.Value next(Reading reading) {
        return switch (reading) {
            case Reading.Interface dynamic -> dynamic.dynamic();
            case Reading.Pointer pointer -> pointer.target().orElse(null);
            default -> null;
        };
    }

    private Object parts(Value value, int most) {
        Proxy proxy = value.asProxyObject();
        return binding.guarded(() -> {
            if (proxy instanceof VariablesObject variables) {
                return variables(variables.all());
            }
            return proxy instanceof ResultsObject results ? results(results.results()) : parts(program(value), most);
        });
    }

    private Object variables(List<Variable> variables) {
        List<Object> entries = new ArrayList<>();
        for (Variable variable : variables) {
            add(variable.name(), variable.value(), entries);
        }
        return parts("{ ", " }", entries, 0);
    }

    private Object results(List<gjdbg.value.Value> results) {
        List<Object> entries = new ArrayList<>();
        for (gjdbg.value.Value result : results) {
            add(null, result, entries);
        }
        return parts("[ ", " ]", entries, 0);
    }

    private Object parts(gjdbg.value.Value whole, int most) {
        gjdbg.value.Value value = whole;
        StringBuilder stars = new StringBuilder();
        Reading reading = value.read();
        for (int i = 0; next(reading) != null && i < MOST_POINTERS; i++) {
            stars.append(reading instanceof Reading.Pointer ? "*" : "");
            value = next(reading);
            reading = value.read();
        }
        String open = stars + value.type().name() + " {";
        String close = "}";
        List<Object> entries = new ArrayList<>();
        long left = 0;
        switch (reading) {
            case Reading.Struct struct -> {
                for (Reading.Member member : struct.members()) {
                    add(member.name(), member.value(), entries);
                }
            }
            case Reading.Sequence sequence -> {
                long shown = Math.min(most, sequence.length());
                for (long i = 0; i < shown; i++) {
                    add(null, sequence.elements().at(i), entries);
                }
                left = sequence.length() - shown;
            }
            case Reading.Mapping map -> {
                left = map.size() - addEntries(map, most, entries);
            }
            case Reading.Channel channel -> {
                open = stars + value.type().name() + " (" + channel.length() + "/" + channel.capacity()
                        + (channel.closed() ? ", closed) [" : ") [");
                close = "]";
                long shown = Math.min(most, channel.length());
                for (long i = 0; i < shown; i++) {
                    add(null, channel.buffer().at(i), entries);
                }
                left = channel.length() - shown;
            }
            default -> {
                return null;
            }
        }
        return parts(open, close, entries, left);
    }

    /** The names of a map's entries are values themselves. What ends the walk early stands as the last entry. */
    private long addEntries(Reading.Mapping map, int most, List<Object> entries) {
        long shown = 0;
        try {
            Iterator<Reading.Entry> walk = map.entries().iterator();
            while (shown < most && walk.hasNext()) {
                Reading.Entry entry = walk.next();
                add(
                        isPlain(entry.key().type()) ? entry.key().toString() : new HandleObject(binding, entry.key()),
                        entry.value(),
                        entries);
                shown++;
            }
        } catch (TargetGone e) {
            throw e;
        } catch (GjdbgException e) {
            add(null, new ComputedValue(BasicType.VOID, new Reading.Unreadable(e.getMessage())), entries);
        }
        return shown;
    }

    private void add(Object name, gjdbg.value.Value value, List<Object> entries) {
        boolean plain = isPlain(value.type());
        entries.add(name);
        entries.add(plain ? null : new HandleObject(binding, value));
        entries.add(plain ? value.toString() : null);
    }

    private Object parts(String open, String close, List<Object> entries, long left) {
        return binding.js()
                .batch(java.util.Arrays.asList(open, close, binding.js().items(entries), (double) left));
    }

    /** What no printer of those that ship can be for: its text need not be asked for part by part. */
    private boolean isPlain(Type type) {
        return !ownPrinters && isScalar(type) && type.name().indexOf('.') < 0;
    }

    private static boolean isScalar(Type type) {
        return switch (type.kind()) {
            case BOOL, INT, UINT, FLOAT, STRING -> true;
            default -> false;
        };
    }
}
