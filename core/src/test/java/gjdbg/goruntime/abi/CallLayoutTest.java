package gjdbg.goruntime.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import gjdbg.type.BasicType;
import gjdbg.type.DerivedType;
import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Against the examples of Go's internal ABI specification and layouts that the compiler's listings show. */
class CallLayoutTest {
    private record Made(
            String name, TypeKind kind, long size, List<Field> fields, Optional<Type> element, OptionalLong length)
            implements Type {
        @Override
        public Optional<Type> key() {
            return Optional.empty();
        }
    }

    private static Type struct(Type... types) {
        List<Type.Field> fields = new ArrayList<>();
        long offset = 0;
        long most = 1;
        for (Type type : types) {
            long alignment = Layout.alignment(type);
            offset = Layout.aligned(offset, alignment);
            most = Math.max(most, alignment);
            fields.add(new Type.Field("f" + fields.size(), type, offset, false));
            offset += type.size();
        }
        return new Made(
                "struct",
                TypeKind.STRUCT,
                Layout.aligned(offset, most),
                fields,
                Optional.empty(),
                OptionalLong.empty());
    }

    private static Type array(long length, Type element) {
        return new Made(
                "array",
                TypeKind.ARRAY,
                length * element.size(),
                List.of(),
                Optional.of(element),
                OptionalLong.of(length));
    }

    private static final Type UINTPTR = BasicType.named("uintptr").orElseThrow();
    private static final Type FLOAT32 = BasicType.named("float32").orElseThrow();

    private static Slot inIntegers(int first, int count) {
        List<Slot.Part> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(new Slot.Part(false, first + i, 8L * i, 8));
        }
        return new Slot.InRegisters(parts);
    }

    @Test
    void theExampleOfTheSpecificationComesOutAsItSays() {
        CallLayout layout = CallLayout.of(
                List.of(BasicType.UINT8, array(2, UINTPTR), BasicType.UINT8),
                List.of(struct(UINTPTR, array(2, UINTPTR)), BasicType.STRING),
                Convention.INTERNAL);
        assertEquals(
                new Slot.InRegisters(List.of(new Slot.Part(false, 0, 0, 1))),
                layout.arguments().get(0));
        assertEquals(new Slot.OnStack(0), layout.arguments().get(1));
        assertEquals(
                new Slot.InRegisters(List.of(new Slot.Part(false, 1, 0, 1))),
                layout.arguments().get(2));
        assertEquals(new Slot.OnStack(16), layout.results().get(0));
        assertEquals(inIntegers(0, 2), layout.results().get(1));
    }

    @Test
    void aValueThatDoesNotFitWholeGoesToTheStackAndLeavesTheRegisters() {
        Type slice = DerivedType.sliceOf(BasicType.INT);
        CallLayout layout = CallLayout.of(
                List.of(), List.of(slice, slice, BasicType.STRING, slice, BasicType.INT), Convention.INTERNAL);
        assertEquals(inIntegers(0, 3), layout.results().get(0));
        assertEquals(inIntegers(3, 3), layout.results().get(1));
        assertEquals(inIntegers(6, 2), layout.results().get(2));
        assertEquals(new Slot.OnStack(0), layout.results().get(3));
        assertEquals(inIntegers(8, 1), layout.results().get(4));
    }

    @Test
    void floatsAndComplexNumbersHaveRegistersOfTheirOwn() {
        CallLayout layout = CallLayout.of(
                List.of(), List.of(FLOAT32, BasicType.COMPLEX128, struct(BasicType.INT, FLOAT32)), Convention.INTERNAL);
        assertEquals(
                new Slot.InRegisters(List.of(new Slot.Part(true, 0, 0, 4))),
                layout.results().get(0));
        assertEquals(
                new Slot.InRegisters(List.of(new Slot.Part(true, 1, 0, 8), new Slot.Part(true, 2, 8, 8))),
                layout.results().get(1));
        assertEquals(
                new Slot.InRegisters(List.of(new Slot.Part(false, 0, 0, 8), new Slot.Part(true, 3, 8, 4))),
                layout.results().get(2));
    }

    @Test
    void assemblyFunctionsHaveAllOnTheStack() {
        CallLayout layout = CallLayout.of(
                List.of(BasicType.UINT8, BasicType.INT), List.of(BasicType.BOOL, BasicType.STRING), Convention.ABI0);
        assertEquals(List.of(new Slot.OnStack(0), new Slot.OnStack(8)), layout.arguments());
        assertEquals(List.of(new Slot.OnStack(16), new Slot.OnStack(24)), layout.results());
    }

    @Test
    void valuesWithoutSizeStandOnTheStackAndArraysOfOneInRegisters() {
        CallLayout layout = CallLayout.of(
                List.of(struct(), array(1, BasicType.STRING), array(0, BasicType.INT)),
                List.of(BasicType.INT),
                Convention.INTERNAL);
        assertInstanceOf(Slot.OnStack.class, layout.arguments().get(0));
        assertEquals(inIntegers(0, 2), layout.arguments().get(1));
        assertInstanceOf(Slot.OnStack.class, layout.arguments().get(2));
        assertEquals(inIntegers(0, 1), layout.results().get(0));
    }
}
