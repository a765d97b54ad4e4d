package gjdbg.value;

import gjdbg.type.TypeKind;

/** Makes sense of the bytes of values of one kind of type. */
@FunctionalInterface
interface ValueReader {
    /**
     * @throws gjdbg.error.Unavailable when there are no bytes to read
     * @throws gjdbg.error.MemoryFault when they can't be read
     */
    Reading read(TypedValue value);

    static ValueReader of(TypeKind kind) {
        return switch (kind) {
            case BOOL -> ScalarReader::bool;
            case INT -> ScalarReader::signed;
            case UINT -> ScalarReader::unsigned;
            case ENUM -> ScalarReader::enumeration;
            case FLOAT -> ScalarReader::real;
            case COMPLEX -> ScalarReader::complex;
            case STRING -> StringReader::read;
            case POINTER -> PointerReader::read;
            case STRUCT, UNION -> StructReader::read;
            case ARRAY -> SequenceReader::array;
            case SLICE -> SequenceReader::slice;
            case MAP -> MapReader::read;
            case CHAN -> ChannelReader::read;
            case FUNC -> FuncReader::read;
            case INTERFACE -> InterfaceReader::read;
            case VOID -> value -> new Reading.Unreadable("it has no type, so its bytes have no meaning");
            case UNKNOWN -> value -> new Reading.Unreadable("the debug information does not tell its type");
        };
    }
}
