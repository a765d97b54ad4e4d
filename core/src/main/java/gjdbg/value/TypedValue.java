package gjdbg.value;

import gjdbg.error.BadRequest;
import gjdbg.error.GjdbgException;
import gjdbg.error.MemoryFault;
import gjdbg.error.TargetGone;
import gjdbg.error.Unavailable;
import gjdbg.target.Address;
import gjdbg.target.Registers;
import gjdbg.type.Type;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** A value by its type and place; a {@link ValueReader} for the type's kind makes sense of its bytes. */
public final class TypedValue implements Value {
    private static final long LARGEST = 64 << 20;

    private final Type type;
    private final ValueContext context;
    private final Storage storage;
    private final Supplier<Place> placing;
    /** Where the same bytes have to be written too; null where they stand in one place. */
    private final Copies copies;

    private Place place;

    private TypedValue(Type type, ValueContext context, Storage storage, Supplier<Place> placing, Place place) {
        this(type, context, storage, placing, place, null);
    }

    private TypedValue(
            Type type, ValueContext context, Storage storage, Supplier<Place> placing, Place place, Copies copies) {
        this.type = Objects.requireNonNull(type);
        this.context = Objects.requireNonNull(context);
        this.storage = storage;
        this.placing = placing;
        this.place = place;
        this.copies = copies;
    }

    /** A value in memory. */
    public static TypedValue inMemory(Type type, Address address, ValueContext context) {
        return new TypedValue(
                type, context, context.inMemory(), null, new Place.InMemory(Objects.requireNonNull(address)));
    }

    /** A value that can't be had. */
    static TypedValue nowhere(Type type, Place place, ValueContext context) {
        return new TypedValue(type, context, context.inMemory(), null, place);
    }

    /** A value of one frame. */
    public static TypedValue of(Type type, Place place, Registers registers, ValueContext context) {
        return new TypedValue(
                type,
                context,
                new Storage(context.memory(), Optional.of(registers)),
                null,
                Objects.requireNonNull(place));
    }

    /** A value of one frame, whose place is worked out when it is first needed. */
    static TypedValue lazily(Type type, Supplier<Place> placing, Registers registers, ValueContext context) {
        return new TypedValue(type, context, new Storage(context.memory(), Optional.of(registers)), placing, null);
    }

    /** A value that is in no place of the program. */
    public static TypedValue constant(Type type, byte[] bytes, ValueContext context) {
        return new TypedValue(type, context, context.inMemory(), null, new Place.Constant(bytes));
    }

    @Override
    public Type type() {
        return type;
    }

    @Override
    public Place place() {
        if (place == null) {
            place = placing.get();
        }
        return place;
    }

    ValueContext context() {
        return context;
    }

    /** An unsigned number of 1 to 8 of its bytes. */
    long word(long offset, int size) {
        return storage.word(place(), offset, size);
    }

    void write(long offset, byte[] bytes) {
        storage.write(place(), offset, bytes);
        if (copies != null) {
            copies.write(context.memory(), offset, bytes);
        }
    }

    /** @throws Unavailable when it is, or some of it, in no place that can be written */
    void requireWritable() {
        storage.requireWritable(place(), 0, type.size());
    }

    /** The same, kept in slots of its frame too, which only writing takes notice of. */
    TypedValue copiedAt(List<StoredCopy> slots, Supplier<Address> cfa) {
        return new TypedValue(type, context, storage, placing, place, new Copies(slots, cfa, 0));
    }

    /** A part of it, of another type. */
    TypedValue part(Type partType, long offset) {
        Place partPlace = Storage.part(place(), offset, partType.size());
        return new TypedValue(partType, context, storage, null, partPlace, copies == null ? null : copies.from(offset));
    }

    /** Something of the same process that its bytes lead to. */
    TypedValue elsewhere(Type otherType, Address address) {
        return inMemory(otherType, address, context);
    }

    /** What this pointer points at; nowhere when it is nil or can't be read itself. */
    TypedValue dereferenced(Type element) {
        Place target;
        try {
            long address = word(0, 8);
            target = address == 0
                    ? new Place.Nowhere("the " + type.name() + " that leads to it is nil")
                    : new Place.InMemory(new Address(address));
        } catch (Unavailable e) {
            target = new Place.Nowhere(e.why());
        } catch (MemoryFault e) {
            target = new Place.Nowhere(e.getMessage());
        }
        return new TypedValue(element, context, storage, null, target);
    }

    /** The zero value of another type, of the same process. */
    public TypedValue zero(Type otherType) {
        if (otherType.size() > LARGEST) {
            throw new BadRequest(
                    "a zero " + otherType.name() + " of " + otherType.size() + " bytes is too large to make");
        }
        return constant(otherType, new byte[(int) otherType.size()], context);
    }

    /** The same bytes as another type. */
    public TypedValue as(Type otherType) {
        return new TypedValue(otherType, context, storage, null, place(), copies);
    }

    @Override
    public Reading read() {
        if (place() instanceof Place.Nowhere(String why)) {
            return new Reading.Unreadable(why);
        }
        try {
            return ValueReader.of(type.kind()).read(this);
        } catch (Unavailable e) {
            return new Reading.Unreadable(e.why());
        } catch (TargetGone e) {
            throw e;
        } catch (GjdbgException e) {
            return new Reading.Unreadable(e.getMessage());
        }
    }

    @Override
    public Optional<Value> field(String name) {
        return FieldSearch.find(this, Objects.requireNonNull(name)).map(Value.class::cast);
    }

    @Override
    public boolean hasField(String name) {
        return FieldSearch.has(type, Objects.requireNonNull(name));
    }

    /**
     * The raw bytes.
     *
     * @throws Unavailable when they, or some of them, are nowhere
     * @throws MemoryFault when memory can't be read
     */
    @Override
    public byte[] bytes() {
        if (type.size() > LARGEST) {
            throw new BadRequest("a value of type " + type.name() + " has " + type.size()
                    + " bytes: too many to read at once; read its parts");
        }
        return storage.bytes(place(), 0, (int) type.size());
    }

    @Override
    public void set(Object newValue) {
        ValueWriter.set(this, Objects.requireNonNull(newValue));
    }

    @Override
    public String toString() {
        return ValuePrinter.print(this);
    }
}
