package gjdbg.script.bind;

import gjdbg.error.BadRequest;
import gjdbg.error.GjdbgException;
import gjdbg.error.NotFound;
import gjdbg.type.TypeSpelling;
import gjdbg.type.Types;
import gjdbg.value.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.Proxy;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;

/**
 * How things are shown: the same for console.log and gjdbg.format. What is JavaScript's own inspect.js shows; this tells it
 * about the objects that are not.
 */
public final class Display implements Texts {
    static final int MOST_POINTERS = 16;
    /** Unless the script says otherwise: inspect.js has the same. */
    private static final int MOST_ITEMS = 100;
    /** Of showing something while something is shown: the smallest stack holds some fifty. */
    private static final int MOST_NESTED = 32;

    private final Binding binding;
    private final Function<String, Value> source;
    private final Function<String, Optional<Value>> shipped;
    private final PlainText plain = new PlainText();
    private final ValueParts parts;
    private Value inspector;
    private Value printers;
    private int nested;

    /**
     * @param source gives the value of inspect.js or printers.js, not read before something is shown that is no string
     * @param shipped gives the value of one of the scripts with printers
     */
    public Display(Binding binding, Function<String, Value> source, Function<String, Optional<Value>> shipped) {
        this.binding = binding;
        this.source = source;
        this.shipped = shipped;
        parts = new ValueParts(binding, plain);
        binding.showWith(this);
    }

    @Override
    public String of(Object object) {
        return plainProxy(object).orElseGet(() -> inspected("format", object).asString());
    }

    @Override
    public boolean append(gjdbg.value.Value value, StringBuilder out) {
        int start = out.length();
        if (plain.append(value, MOST_ITEMS, out)) {
            return true;
        }
        out.setLength(start);
        return false;
    }

    /** printers.js's register(). */
    public ProxyExecutable printer() {
        return arguments -> printers().getMember("register").execute((Object[]) arguments);
    }

    /** gjdbg.format(). */
    public ProxyExecutable format() {
        return arguments -> shown("format", arguments.length == 1, arguments);
    }

    /** The line that console.log prints. */
    public ProxyExecutable line() {
        // directives such as %d in the first of several items are inspect.js's
        return arguments -> shown(
                "line",
                arguments.length == 1
                        || arguments.length > 1
                                && !(arguments[0].isString()
                                        && arguments[0].asString().indexOf('%') >= 0),
                arguments);
    }

    private Object shown(String function, boolean maybePlain, Value... items) {
        List<String> texts = new ArrayList<>(items.length);
        for (Value item : items) {
            Optional<String> text = maybePlain ? plain(item) : Optional.empty();
            if (text.isEmpty()) {
                return inspected(function, (Object[]) items);
            }
            texts.add(text.get());
        }
        return String.join(" ", texts);
    }

    /** A printer may show the very value that it is to print, as {@code `${value}`}, for ever. */
    private Value inspected(String function, Object... items) {
        if (nested >= MOST_NESTED) {
            throw binding.raise(new BadRequest("printers show values within values " + MOST_NESTED
                    + " times: does one show the value that it prints? context.format(part) shows its parts"));
        }
        nested++;
        try {
            return inspector().getMember(function).execute(items);
        } catch (PolyglotException e) {
            if (e.isResourceExhausted()) {
                // no script can catch it where it happened, nor does it tell where that was; this one has the line of
                // the print
                throw binding.raise(
                        new BadRequest("a printer or the print itself took more than there is: " + e.getMessage()));
            }
            throw e;
        } finally {
            nested--;
        }
    }

    private Optional<String> plain(Value item) {
        return item.isString()
                ? Optional.of(item.asString())
                : item.isProxyObject() ? plainProxy(item.asProxyObject()) : Optional.empty();
    }

    /** The text of what needs none of inspect.js, which takes longer to load than most scripts take. */
    private Optional<String> plainProxy(Object proxy) {
        return binding.guarded(() -> {
            if (proxy instanceof VariablesObject variables) {
                return plain.of(variables.all(), MOST_ITEMS);
            }
            gjdbg.value.Value value = program(proxy);
            return value == null ? Optional.<String>empty() : plain.of(value, MOST_ITEMS);
        });
    }

    private Value inspector() {
        if (inspector == null) {
            inspector = source.apply("inspect.js").execute(ProxyObject.fromMap(host()), printers());
        }
        return inspector;
    }

    private Value printers() {
        if (printers == null) {
            printers = source.apply("printers.js").execute(ProxyObject.fromMap(hostOfPrinters()));
        }
        return printers;
    }

    /** What inspect.js calls. */
    private Map<String, Object> host() {
        Map<String, ProxyExecutable> host = new HashMap<>();
        host.put("kind", arguments -> kind(arguments[0]));
        host.put("text", arguments -> text(arguments[0]));
        host.put("folded", arguments -> folded(arguments[0]));
        host.put("parts", arguments -> partsOf(arguments[0], arguments[1].asInt()));
        host.put("js", arguments -> js(arguments[0]));
        host.put("handle", arguments -> new HandleObject(binding, program(arguments[0])));
        host.put("identity", arguments -> Identity.ofHolder(arguments[0].asProxyObject()));
        host.put("links", arguments -> binding.js().list(Identity.links(arguments[0].asProxyObject())));
        refuse(host);
        return new HashMap<>(host);
    }

    /** What printers.js calls. */
    private Map<String, Object> hostOfPrinters() {
        Map<String, ProxyExecutable> host = new HashMap<>();
        host.put("types", arguments -> types(arguments[0]));
        host.put("normal", arguments -> TypeSpelling.normal(arguments[0].asString()));
        host.put("bare", arguments -> TypeSpelling.bare(arguments[0].asString()));
        host.put("unknown", arguments -> unknown(arguments[0].asString()));
        host.put("shipped", arguments -> shipped.apply(arguments[0].asString()).orElse(null));
        // both are CLOCK_MONOTONIC
        host.put("nanotime", ignored -> (double) System.nanoTime());
        host.put("registered", ignored -> {
            plain.giveUp();
            return null;
        });
        refuse(host);
        return new HashMap<>(host);
    }

    private void refuse(Map<String, ProxyExecutable> host) {
        host.put("badRequest", arguments -> {
            throw binding.raise(new BadRequest(arguments[0].asString()));
        });
        host.put("misspelt", arguments -> {
            throw binding.raise(Options.unknown(
                    arguments[0].asString(), arguments[1].asString(), List.of(arguments[2].as(String[].class))));
        });
    }

    /** That the program has no such type; null where it has, or where that can't be told. */
    private Object unknown(String type) {
        try {
            Types types = binding.session().types();
            return types.has(type) ? null : new NotFound("type", type, types.closest(type)).getMessage();
        } catch (GjdbgException e) {
            return null;
        }
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

    private String folded(Value value) {
        gjdbg.value.Value program = program(value);
        return program == null ? text(value) : binding.guarded(() -> ValueParts.folded(program));
    }

    private static gjdbg.value.Value program(Value value) {
        return program((Object) value.asProxyObject());
    }

    /** Null for what is no value of the program. */
    static gjdbg.value.Value program(Object proxy) {
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

    static gjdbg.value.Value next(Reading reading) {
        return switch (reading) {
            case Reading.Interface dynamic -> dynamic.dynamic();
            case Reading.Pointer pointer -> pointer.target().orElse(null);
            default -> null;
        };
    }

    private Object partsOf(Value value, int most) {
        Proxy proxy = value.asProxyObject();
        return binding.guarded(() -> {
            if (proxy instanceof VariablesObject variables) {
                return parts.ofVariables(variables.all(), most);
            }
            return proxy instanceof ResultsObject results
                    ? parts.ofResults(results.results(), most)
                    : parts.of(program(value), most);
        });
    }
}
