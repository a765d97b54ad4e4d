package gjdbg.value;

import gjdbg.bytes.Bytes;
import gjdbg.dwarf.expr.ExpressionContext;
import gjdbg.dwarf.expr.Location;
import gjdbg.dwarf.expr.LocationExpression;
import gjdbg.error.GjdbgException;
import gjdbg.error.TargetGone;
import gjdbg.error.Unavailable;
import gjdbg.target.Address;
import java.util.ArrayList;
import java.util.List;

/** Turns what a location expression says into a place. */
final class Placement {
    static final String OPTIMISED_OUT = "it was optimised out at this point";

    private Placement() {}

    /** Never throws for what can't be had: that is {@link Place.Nowhere}, with the reason. */
    static Place of(Bytes expression, ExpressionContext context) {
        try {
            return of(LocationExpression.evaluate(expression, context));
        } catch (Unavailable e) {
            return new Place.Nowhere(e.why());
        } catch (TargetGone e) {
            throw e;
        } catch (GjdbgException e) {
            return new Place.Nowhere(e.getMessage());
        }
    }

    /**
     * The place of a value of that size. Go 1.17 lists each part of an interface, string or slice that came in registers twice;
     * other pieces of more bytes than the value has tell nothing.
     */
    static Place ofSize(long size, Place place) {
        if (!(place instanceof Place.Pieces(List<Place.Piece> pieces))) {
            return place;
        }
        long total = 0;
        for (Place.Piece piece : pieces) {
            total += piece.size();
        }
        if (total <= size) {
            return place;
        }
        List<Place.Piece> once = new ArrayList<>();
        for (int i = 0; i + 1 < pieces.size(); i += 2) {
            if (pieces.get(i).equals(pieces.get(i + 1))) {
                once.add(pieces.get(i));
            }
        }
        return total == 2 * size && 2 * once.size() == pieces.size()
                ? new Place.Pieces(List.copyOf(once))
                : new Place.Nowhere("the compiler recorded places for " + total + " bytes of it, where it has " + size);
    }

    static Place optimisedOut() {
        return new Place.Nowhere(OPTIMISED_OUT);
    }

    private static Place of(Location location) {
        return switch (location) {
            case Location.InMemory memory -> new Place.InMemory(new Address(memory.address()));
            case Location.InRegister register -> Machine.place(register.number());
            case Location.Known known -> new Place.Constant(known.bytes());
            case Location.ImplicitPointer pointer ->
                new Place.Nowhere("the pointer was optimised out; only what it points at is known");
            case Location.Nowhere nowhere -> optimisedOut();
            case Location.Composite composite -> pieces(composite.parts());
        };
    }

    private static Place pieces(List<Location.Part> parts) {
        List<Place.Piece> pieces = new ArrayList<>(parts.size());
        boolean any = false;
        for (Location.Part part : parts) {
            Place place = of(part.place());
            if (part.bits() % 8 != 0 || part.bitOffset() % 8 != 0) {
                return new Place.Nowhere("it is spread over parts of bytes, which gjdbg does not read");
            }
            if (part.bitOffset() != 0 && !(place instanceof Place.Nowhere)) {
                place = new Place.Part(place, (int) Math.min(part.bitOffset() / 8, Integer.MAX_VALUE));
            }
            any |= !(place instanceof Place.Nowhere);
            pieces.add(new Place.Piece(place, (int) Math.min(part.bits() / 8, Integer.MAX_VALUE)));
        }
        return any ? new Place.Pieces(List.copyOf(pieces)) : optimisedOut();
    }
}
