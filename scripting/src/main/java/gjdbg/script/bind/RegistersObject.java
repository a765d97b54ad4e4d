package gjdbg.script.bind;

import gjdbg.error.BadRequest;
import gjdbg.error.GjdbgException;
import gjdbg.target.Register;
import gjdbg.target.Registers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyIterable;
import org.graalvm.polyglot.proxy.ProxyObject;

/** {@code Registers}: general registers as BigInts, {@code xmm0} to {@code xmm15} as 16 bytes. */
final class RegistersObject implements ProxyObject, ProxyIterable {
    private static final Map<String, Register> BY_NAME = new HashMap<>();

    static {
        for (Register register : Register.values()) {
            BY_NAME.put(register.name().toLowerCase(Locale.ROOT), register);
        }
    }

    private final Binding binding;
    private final Registers registers;

    RegistersObject(Binding binding, Registers registers) {
        this.binding = binding;
        this.registers = registers;
    }

    @Override
    public Object getMember(String name) {
        try {
            Register register = BY_NAME.get(name);
            if (register != null) {
                return binding.js().unsigned(registers.get(register));
            }
            int vector = vector(name);
            if (vector >= 0) {
                return binding.js().bytes(registers.vector(vector));
            }
            return name.equals("toString") ? (org.graalvm.polyglot.proxy.ProxyExecutable) ignored -> toString() : null;
        } catch (GjdbgException e) {
            throw binding.errors().raise(e);
        }
    }

    @Override
    public void putMember(String name, Value value) {
        try {
            Register register = BY_NAME.get(name);
            if (register != null) {
                registers.set(register, Arguments.word(value));
                return;
            }
            int vector = vector(name);
            if (vector < 0) {
                throw new gjdbg.error.NotFound("register", name, List.of());
            }
            byte[] bytes = Arguments.bytes(value);
            if (bytes.length != 16) {
                throw new BadRequest(name + " takes 16 bytes, not " + bytes.length);
            }
            registers.setVector(vector, bytes);
        } catch (GjdbgException e) {
            throw binding.errors().raise(e);
        }
    }

    private static int vector(String name) {
        if (!name.startsWith("xmm") || name.length() > 5 || !name.substring(3).matches("[0-9]|1[0-5]")) {
            return -1;
        }
        return Integer.parseInt(name.substring(3));
    }

    @Override
    public boolean hasMember(String name) {
        return BY_NAME.containsKey(name) || vector(name) >= 0 || name.equals("toString");
    }

    @Override
    public Object getMemberKeys() {
        return ProxyArray.fromList(new ArrayList<>(known()));
    }

    private List<String> known() {
        List<String> names = new ArrayList<>();
        for (Register register : Register.values()) {
            if (registers.has(register)) {
                names.add(register.name().toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    @Override
    public Object getIterator() {
        List<Object> pairs = new ArrayList<>();
        for (String name : known()) {
            pairs.add(ProxyArray.fromArray(name, getMember(name)));
        }
        return org.graalvm.polyglot.proxy.ProxyIterator.from(pairs.iterator());
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (String name : known()) {
            text.append(text.isEmpty() ? "" : " ")
                    .append(name)
                    .append("=0x")
                    .append(Long.toHexString(registers.get(BY_NAME.get(name))));
        }
        return text.toString();
    }
}
