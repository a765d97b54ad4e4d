package gjdbg.value;

import gjdbg.bytes.Bytes;
import gjdbg.error.GjdbgException;
import gjdbg.error.TargetGone;
import gjdbg.symbol.LoadedModule;
import gjdbg.target.Address;
import gjdbg.type.Type;
import gjdbg.unwind.Frame;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which instantiation of generic code a frame runs: its dictionary has the runtime descriptors of the real types (the
 * compiler's noder/reader.go). Where it is not known, a variable keeps its shape type.
 */
final class Instantiation {
    private final Frame frame;
    private final ScopePlan plan;
    private final LoadedModule module;
    private final FrameContext expressions;
    private final ValueContext context;
    private Optional<Address> dictionary;

    Instantiation(Frame frame, ScopePlan plan, LoadedModule module, FrameContext expressions, ValueContext context) {
        this.frame = frame;
        this.plan = plan;
        this.module = module;
        this.expressions = expressions;
        this.context = context;
    }

    /** The real type where it is known, else the shape. */
    Type of(Type shape, OptionalLong entry) {
        if (entry.isEmpty()) {
            return shape;
        }
        if (dictionary == null) {
            dictionary = recorded().or(this::onlyPossible);
        }
        return dictionary
                .flatMap(found -> type(found, entry.getAsLong()))
                .filter(real -> fits(real, shape))
                .orElse(shape);
    }

    private Optional<Type> type(Address of, long entry) {
        try {
            return Optional.of(context.runtimeTypes().at(context.memory().pointer(of.plus(8 * entry))));
        } catch (TargetGone e) {
            throw e;
        } catch (GjdbgException e) {
            return Optional.empty();
        }
    }

    private static boolean fits(Type real, Type shape) {
        return real.size() == shape.size() && real.kind() == shape.kind();
    }

    /** Empty where it is nowhere, or where two places do not agree. */
    private Optional<Address> recorded() {
        Optional<Address> found = Optional.empty();
        Storage storage = new Storage(context.memory(), Optional.of(frame.registers()));
        for (Bytes location : plan.dictionaries().recorded()) {
            try {
                Address here = new Address(storage.word(Placement.of(location, expressions), 0, 8));
                if (here.value() == 0
                        || found.filter(other -> !other.equals(here)).isPresent()) {
                    return Optional.empty();
                }
                found = Optional.of(here);
            } catch (TargetGone e) {
                throw e;
            } catch (GjdbgException e) {
                return Optional.empty();
            }
        }
        return found;
    }

    /** Of all instantiations the one with which all variables agree; empty where there are several. */
    private Optional<Address> onlyPossible() {
        List<Address> possible = plan.dictionaries().instantiations().stream()
                .map(module::toMemory)
                .filter(this::isPossible)
                .limit(2)
                .toList();
        return possible.size() == 1 ? Optional.of(possible.getFirst()) : Optional.empty();
    }

    private boolean isPossible(Address candidate) {
        return agree(candidate, plan.arguments()) && agree(candidate, plan.locals());
    }

    private boolean agree(Address candidate, List<PlannedVariable> variables) {
        for (PlannedVariable variable : variables) {
            if (variable.entry().isPresent()
                    && type(candidate, variable.entry().getAsLong())
                            .filter(real -> !fits(real, variable.type()))
                            .isPresent()) {
                return false;
            }
        }
        return true;
    }
}
