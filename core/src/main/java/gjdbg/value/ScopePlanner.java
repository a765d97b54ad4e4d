package gjdbg.value;

import gjdbg.bytes.Bytes;
import gjdbg.dwarf.Die;
import gjdbg.dwarf.DwAt;
import gjdbg.dwarf.DwTag;
import gjdbg.dwarf.InlinedCalls;
import gjdbg.dwarf.expr.LocationExpression;
import gjdbg.dwarf.list.Locations;
import gjdbg.elf.FileAddress;
import gjdbg.symbol.Position;
import gjdbg.type.BasicType;
import gjdbg.type.Type;
import gjdbg.value.PlannedVariable.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** Finds what is in scope at a PC: parameters, and the variables of the blocks around it (DWARF 5, sections 3.3 to 3.5). */
final class ScopePlanner {
    private static final int LANGUAGE_GO = 22;
    private static final int MAX_DEPTH = 256;

    /** A variable before shadowing is settled; order is that of the declaration, among parameters of one function. */
    private record Candidate(PlannedVariable variable, int depth, long line, long order) {}

    /**
     * Where the plan is for.
     *
     * @param resumesAt where the frame goes on
     * @param baseIsCfa whether the function's frame base is the CFA, as Go's all are
     * @param moved asked for optimised code only
     * @param stored asked for arguments in registers only
     * @param declarations that have been made
     */
    private record Here(
            FileAddress pc,
            FileAddress resumesAt,
            boolean baseIsCfa,
            ShapeTypes shapes,
            Supplier<MovedAssignments> moved,
            Supplier<StoredArguments> stored,
            Declarations declarations) {}

    private final ModuleDebug debug;

    ScopePlanner(ModuleDebug debug) {
        this.debug = debug;
    }

    Optional<ScopePlan> plan(FileAddress pc, FileAddress resumesAt, int level, Position position) {
        Optional<Die> physical = debug.dwarf().functionAt(pc);
        if (physical.isEmpty()) {
            return Optional.empty();
        }
        Die function = physical.get();
        for (int i = 0; i < level; i++) {
            Optional<Die> inlined = InlinedCalls.within(function, pc);
            if (inlined.isEmpty()) {
                return Optional.empty();
            }
            function = inlined.get();
        }
        boolean go = function.unit().root().number(DwAt.LANGUAGE).orElse(0) == LANGUAGE_GO;
        ShapeTypes shapes = new ShapeTypes(debug, function);
        List<Candidate> candidates = new ArrayList<>();
        Optional<Bytes> frameBase = Locations.frameBase(physical.get(), pc);
        boolean baseIsCfa = frameBase.filter(LocationExpression::isCfa).isPresent();
        FileAddress entry = physical.get().ranges().isEmpty()
                ? pc
                : physical.get().ranges().getFirst().start();
        Here here = new Here(
                pc,
                resumesAt,
                baseIsCfa,
                shapes,
                once(() -> new MovedAssignments(debug, pc, resumesAt, level, position.line())),
                once(() -> new StoredArguments(debug, entry, pc)),
                new Declarations(debug, pc, level, position.line(), declaredLine(function)));
        addForgotten(function, here, candidates);
        collect(function, here, go ? position.line() : 0, 0, candidates);
        return Optional.of(new ScopePlan(
                function.unit(),
                go,
                function,
                frameBase,
                shapes.dictionaries(pc),
                withRole(inOrder(candidates, Candidate::order), true),
                // Go's compiler records them in the order of their places on the stack
                withRole(inOrder(candidates, Candidate::line), false)));
    }

    private static <T> Supplier<T> once(Supplier<T> make) {
        return new Supplier<>() {
            private T made;

            @Override
            public T get() {
                if (made == null) {
                    made = make.get();
                }
                return made;
            }
        };
    }

    /** Parameters that the optimiser kept nowhere are recorded with the abstract function only. */
    private void addForgotten(Die function, Here here, List<Candidate> candidates) {
        Optional<Die> origin = function.reference(DwAt.ABSTRACT_ORIGIN);
        if (origin.isEmpty()) {
            return;
        }
        Set<Die> kept = new HashSet<>();
        function.forEachChild(child -> {
            child.reference(DwAt.ABSTRACT_ORIGIN).ifPresent(kept::add);
            return true;
        });
        origin.get().forEachChild(child -> {
            if (child.tag() == DwTag.FORMAL_PARAMETER && !kept.contains(child)) {
                add(child, child.name().orElse(""), here, 0, 0, candidates);
            }
            return true;
        });
    }

    /** @param line of the PC; 0 where it does not tell what is declared yet */
    private void collect(Die scope, Here here, int line, int depth, List<Candidate> candidates) {
        scope.forEachChild(child -> {
            switch (child.tag()) {
                case DwTag.FORMAL_PARAMETER, DwTag.VARIABLE -> {
                    Optional<Die> named = child.holder(DwAt.NAME);
                    if (named.isPresent()) {
                        add(child, named.get().name().orElse(""), here, line, depth, candidates);
                    }
                }
                case DwTag.LEXICAL_BLOCK -> {
                    if (depth < MAX_DEPTH
                            && (!child.has(DwAt.LOW_PC) && !child.has(DwAt.RANGES) || child.contains(here.pc()))) {
                        collect(child, here, line, depth + 1, candidates);
                    }
                }
                default -> {
                    // inlined calls have scopes of their own; types and labels hold no variables
                }
            }
            return true;
        });
    }

    private void add(Die die, String fullName, Here here, int line, int depth, List<Candidate> candidates) {
        boolean parameter = die.tag() == DwTag.FORMAL_PARAMETER;
        long declared = declaredLine(die);
        boolean result = parameter
                && die.holder(DwAt.VARIABLE_PARAMETER)
                        .filter(holder -> holder.flag(DwAt.VARIABLE_PARAMETER))
                        .isPresent();
        boolean escaped = fullName.startsWith("&");
        String name = escaped ? fullName.substring(1) : fullName;
        if (name.isEmpty() || name.startsWith(".") || name.startsWith("~") || name.equals("_")) {
            return;
        }
        Optional<Die> typed = die.holder(DwAt.TYPE);
        Type declaredType = typed.flatMap(holder -> debug.typeReader().typeOf(holder))
                .orElse(BasicType.unknown("variable of unknown type"));
        Type type = escaped ? declaredType.element().orElse(declaredType) : declaredType;
        OptionalLong entry =
                typed.isEmpty() ? OptionalLong.empty() : here.shapes().entry(typed.get(), type, escaped);
        RecordedLocation location = die.holder(DwAt.LOCATION)
                .map(holder -> {
                    RecordedLocation recorded = RecordedLocation.of(holder, declaredType, here.pc(), here.resumesAt())
                            .unlessPending(holder, declared, here.moved());
                    return parameter && !escaped && here.pc().equals(here.resumesAt())
                            ? recorded.ofArgument(holder, declaredType.size(), here.stored())
                            : recorded;
                })
                .orElse(RecordedLocation.NONE);
        OptionalLong slot = location.fromCfa(here.baseIsCfa());
        if (!parameter
                && line != 0
                && declared != 0
                && !here.declarations().made(die, declared, slot, declaredType.size(), escaped)) {
            return;
        }
        Role role = !parameter ? Role.LOCAL : result ? Role.RESULT : Role.ARGUMENT;
        long order = die.reference(DwAt.ABSTRACT_ORIGIN).orElse(die).offset();
        OptionalLong fromCfa = escaped ? OptionalLong.empty() : slot;
        PlannedVariable variable = new PlannedVariable(name, role, type, entry, escaped, fromCfa, location);
        // what a closure has captured is declared outside of it, maybe on the same line as its own variables
        long since = die.has(DwAt.GO_CLOSURE_OFFSET) ? 0 : declared;
        candidates.add(new Candidate(variable, depth, since, order));
    }

    private static long declaredLine(Die die) {
        return die.holder(DwAt.DECL_LINE)
                .map(holder -> holder.number(DwAt.DECL_LINE).orElse(0))
                .orElse(0L);
    }

    private static List<Candidate> inOrder(List<Candidate> candidates, ToLongFunction<Candidate> by) {
        return candidates.stream().sorted(Comparator.comparingLong(by)).toList();
    }

    private static List<PlannedVariable> withRole(List<Candidate> candidates, boolean arguments) {
        Map<String, Candidate> innermost = new HashMap<>();
        for (Candidate candidate : candidates) {
            innermost.merge(candidate.variable().name(), candidate, ScopePlanner::inner);
        }
        List<PlannedVariable> chosen = new ArrayList<>();
        for (Candidate candidate : candidates) {
            PlannedVariable variable = candidate.variable();
            if ((variable.role() == Role.ARGUMENT) == arguments) {
                // An argument stays one when a local shadows its name.
                Candidate named = innermost.get(variable.name());
                if (arguments ? named == candidate : named == candidate && !isMovedArgument(candidate, candidates)) {
                    chosen.add(variable);
                } else if (arguments) {
                    chosen.add(sameVariable(candidate, candidates).orElse(variable));
                }
            }
        }
        return List.copyOf(chosen);
    }

    private static boolean isMovedArgument(Candidate local, List<Candidate> candidates) {
        for (Candidate candidate : candidates) {
            if (candidate.variable().role() == Role.ARGUMENT
                    && sameVariable(candidate, List.of(local)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static Candidate inner(Candidate one, Candidate other) {
        return Comparator.comparingInt(Candidate::depth)
                                .thenComparingLong(Candidate::line)
                                .compare(one, other)
                        > 0
                ? one
                : other;
    }

    /** A parameter that was moved to the heap is recorded twice: as it came, and as a pointer to where it is now. */
    private static Optional<PlannedVariable> sameVariable(Candidate parameter, List<Candidate> candidates) {
        for (Candidate candidate : candidates) {
            if (candidate.variable().escaped()
                    && candidate.depth() == parameter.depth()
                    && candidate.line() == parameter.line()
                    && candidate.variable().name().equals(parameter.variable().name())) {
                return Optional.of(candidate.variable());
            }
        }
        return Optional.empty();
    }
}
