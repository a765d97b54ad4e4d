package gjdbg.script.bind;

import gjdbg.value.Reading;
import gjdbg.value.Value;
import org.graalvm.polyglot.proxy.ProxyArray;

/** A complex number: {@code { real, imag }}. */
final class ComplexObject extends ValueObject {
    private final Reading.Complex complex;

    ComplexObject(Binding binding, Value whole, Reading.Complex complex) {
        super(binding, whole);
        this.complex = complex;
    }

    @Override
    Object member(String name) {
        return switch (name) {
            case "real" -> complex.real();
            case "imag" -> complex.imaginary();
            default -> null;
        };
    }

    @Override
    boolean has(String name) {
        return name.equals("real") || name.equals("imag");
    }

    @Override
    public Object getMemberKeys() {
        return ProxyArray.fromArray("real", "imag");
    }
}
