package gjdbg.script.bind;

import gjdbg.value.Reading;
import gjdbg.value.Value;
import java.util.List;

/** A complex number: {@code { real, imag }}. */
final class ComplexObject extends MembersObject {
    private final Reading.Complex complex;

    ComplexObject(Binding binding, Value whole, Reading.Complex complex) {
        super(binding, whole, List.of("real", "imag"));
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
}
