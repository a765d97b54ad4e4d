package gjdbg.type;

import gjdbg.dwarf.Die;
import gjdbg.dwarf.DwAt;
import gjdbg.dwarf.DwTag;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A type as an entry of the debugging information describes it. Its parts are made when they are asked for, so types may
 * refer to themselves. A typedef has its own name, and all else from the type it names.
 */
final class DwarfType implements Type {
    private final TypeReader reader;
    private final Die die;
    /** The entry behind typedefs and qualifiers. */
    private final Die definition;

    private final TypeKind kind;
    private final String name;
    private final boolean ofPackage;
    /** -1 until it is first asked for. */
    private long size = -1;

    private List<Field> fields;
    private Optional<Type> element;

    DwarfType(TypeReader reader, Die die, Die definition, TypeKind kind) {
        this.reader = reader;
        this.die = die;
        this.definition = definition;
        this.kind = kind;
        name = TypeNames.of(die);
        ofPackage = Type.super.isOfPackage();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public TypeKind kind() {
        return kind;
    }

    @Override
    public boolean isOfPackage() {
        return ofPackage;
    }

    @Override
    public long size() {
        if (size < 0) {
            size = Math.max(0, readSize());
        }
        return size;
    }

    private long readSize() {
        return switch (kind) {
            case POINTER, MAP, CHAN -> 8;
            case INTERFACE -> 16;
            case BOOL, INT, UINT, FLOAT, COMPLEX, STRING, STRUCT, UNION, ARRAY, SLICE, FUNC, ENUM, VOID, UNKNOWN ->
                definition.number(DwAt.BYTE_SIZE).orElseGet(this::sizeOfElements);
        };
    }

    /** 0 for an array that damaged debugging information makes an array of itself. */
    private long sizeOfElements() {
        long count = 1;
        Type at = this;
        for (int hops = 0; hops < TypeReader.MAX_HOPS; hops++) {
            if (!(at instanceof DwarfType array) || array.kind != TypeKind.ARRAY) {
                return at == this ? 0 : count * at.size();
            }
            OptionalLong known = array.definition.number(DwAt.BYTE_SIZE);
            if (known.isPresent()) {
                return count * known.getAsLong();
            }
            Optional<Type> next = array.element();
            if (next.isEmpty()) {
                return 0;
            }
            count *= array.length().orElse(0);
            at = next.get();
        }
        return 0;
    }

    @Override
    public synchronized List<Field> fields() {
        if (kind != TypeKind.STRUCT && kind != TypeKind.UNION) {
            return List.of();
        }
        if (fields == null) {
            fields = MemberFields.of(definition, reader);
        }
        return fields;
    }

    @Override
    public Optional<String> enumerator(long value) {
        if (kind == TypeKind.INT || kind == TypeKind.UINT) {
            return reader.constant(die, name, value);
        }
        if (kind != TypeKind.ENUM) {
            return Optional.empty();
        }
        String[] found = new String[1];
        definition.forEachChild(child -> {
            OptionalLong constant =
                    child.tag() == DwTag.ENUMERATOR ? child.number(DwAt.CONST_VALUE) : OptionalLong.empty();
            if (constant.isPresent() && constant.getAsLong() == value) {
                found[0] = child.name().orElse(null);
            }
            return found[0] == null;
        });
        return Optional.ofNullable(found[0]);
    }

    @Override
    public synchronized Optional<Type> element() {
        if (element == null) {
            element = switch (kind) {
                case POINTER -> reader.typeOf(definition);
                case ENUM -> reader.typeOf(definition).or(this::integerOfEnum);
                case ARRAY -> arrayElement();
                case SLICE, MAP, CHAN -> reader.type(holder(DwAt.GO_ELEM), DwAt.GO_ELEM);
                case BOOL, INT, UINT, FLOAT, COMPLEX, STRING, STRUCT, UNION, FUNC, INTERFACE, VOID, UNKNOWN ->
                    Optional.empty();
            };
        }
        return element;
    }

    /** DWARF 2 does not record it: the compiler takes an unsigned one where no enumerator is negative. */
    private Optional<Type> integerOfEnum() {
        boolean[] negative = new boolean[1];
        definition.forEachChild(child -> {
            negative[0] |= child.tag() == DwTag.ENUMERATOR
                    && child.number(DwAt.CONST_VALUE).orElse(0) < 0;
            return !negative[0];
        });
        return CTypeNames.integer(size(), !negative[0]);
    }

    /** C's arrays of several dimensions are one entry with a subrange for each. */
    private Optional<Type> arrayElement() {
        List<OptionalLong> dimensions = TypeReader.dimensions(definition);
        Optional<Type> inner = reader.typeOf(definition);
        for (int i = dimensions.size() - 1; i > 0 && inner.isPresent(); i--) {
            long length = dimensions.get(i).orElse(0);
            inner = Optional.of(new ArrayPart(inner.get(), length));
        }
        return inner;
    }

    @Override
    public Optional<Type> key() {
        return kind == TypeKind.MAP ? reader.type(holder(DwAt.GO_KEY), DwAt.GO_KEY) : Optional.empty();
    }

    @Override
    public OptionalLong length() {
        if (kind != TypeKind.ARRAY) {
            return OptionalLong.empty();
        }
        List<OptionalLong> dimensions = TypeReader.dimensions(definition);
        return dimensions.isEmpty() ? OptionalLong.empty() : dimensions.getFirst();
    }

    @Override
    public Optional<Type> representation() {
        return switch (kind) {
            case INTERFACE -> Optional.of(new DwarfType(reader, definition, definition, TypeKind.STRUCT));
            case MAP, CHAN -> reader.typeOf(definition);
            case BOOL,
                    INT,
                    UINT,
                    FLOAT,
                    COMPLEX,
                    STRING,
                    POINTER,
                    STRUCT,
                    UNION,
                    ARRAY,
                    SLICE,
                    FUNC,
                    ENUM,
                    VOID,
                    UNKNOWN -> Optional.empty();
        };
    }

    /** The entry on the way from the name to the definition that has the attribute. */
    private Die holder(int attribute) {
        Die at = die;
        for (int hops = 0; hops < TypeReader.MAX_HOPS && !at.has(attribute); hops++) {
            Optional<Die> next = at.reference(DwAt.TYPE);
            if (next.isEmpty()) {
                break;
            }
            at = next.get();
        }
        return at;
    }

    @Override
    public String toString() {
        return name;
    }

    /** One of the inner dimensions of a C array. */
    private record ArrayPart(Type of, long count) implements Type {
        @Override
        public String name() {
            return Declarators.arrayOf(of.name(), count);
        }

        @Override
        public TypeKind kind() {
            return TypeKind.ARRAY;
        }

        @Override
        public long size() {
            return count * of.size();
        }

        @Override
        public Optional<Type> element() {
            return Optional.of(of);
        }

        @Override
        public OptionalLong length() {
            return OptionalLong.of(count);
        }
    }
}
