package gjdbg.blocking;

import gjdbg.symbol.Function;
import gjdbg.symbol.LoadedModule;
import gjdbg.symbol.Position;
import gjdbg.target.Address;
import gjdbg.target.amd64.Flow;
import gjdbg.target.amd64.Gpr;
import gjdbg.target.amd64.Instruction;
import gjdbg.target.amd64.OpcodeMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the code of one function takes and gives back locks, by calls of package sync's methods or by their inlined copies,
 * and which of those taken can still be held at a later call: some way through the code leads there past no giving back.
 */
final class LockCode {
    private static final int CMPXCHG = 0xb1;
    private static final int XADD = 0xc1;
    private static final int NEAR = 16;
    /** mutexLocked (sync/mutex.go), what a mutex that is free is set to. */
    private static final Expression LOCKED = new Expression.Constant(1);

    private final LoadedModule module;
    private final long readers;
    private final FunctionCode function;
    private final List<Instruction> code;
    private final Map<Integer, Site> sites = new HashMap<>();
    private final Set<String> called = new HashSet<>();

    /**
     * @param at how the address of the lock is computed; empty where that can't be told
     * @param caller the statement that takes or gives it
     */
    record Site(Locks lock, boolean takes, Optional<Expression> at, boolean inlined, Position caller) {}

    /**
     * @param bytes of the function, the whole of it
     * @param readers where sync.RWMutex has its count of readers
     */
    LockCode(LoadedModule module, Address entry, byte[] bytes, long readers) {
        this.module = module;
        this.readers = readers;
        function = new FunctionCode(bytes, entry.value());
        code = function.instructions();
        code.stream().filter(each -> each.flow() == Flow.CALL_RELATIVE).forEach(each -> called.add(name(each)));
        Receivers receivers = new Receivers(code);
        for (int i = 0; i < code.size(); i++) {
            int number = i;
            site(i, receivers).ifPresent(site -> sites.put(number, site));
        }
    }

    private Optional<Site> site(int number, Receivers receivers) {
        Instruction instruction = code.get(number);
        if (instruction.flow() == Flow.CALL_RELATIVE) {
            String name = name(instruction);
            for (Locks lock : Locks.values()) {
                if (name.equals(lock.take()) || name.equals(lock.give())) {
                    Position caller = positions(instruction.address()).getFirst();
                    boolean takes = name.equals(lock.take());
                    return Optional.of(new Site(lock, takes, receivers.register(number, Gpr.RAX), false, caller));
                }
            }
            return Optional.empty();
        }
        boolean exchanges = instruction.map() == OpcodeMap.MAP_0F
                && (instruction.opcode() == CMPXCHG || instruction.opcode() == XADD)
                && instruction.memory().isPresent();
        return exchanges ? inlined(number, receivers) : Optional.empty();
    }

    /**
     * The quick way of a lock's method that is inlined, one atomic instruction. Compilers do not always record that it is of
     * the inlined method: for a mutex it is known by its operand too, where the slow way is called in the same function.
     */
    private Optional<Site> inlined(int number, Receivers receivers) {
        Instruction instruction = code.get(number);
        List<Position> positions = positions(instruction.address());
        for (Locks lock : Locks.values()) {
            for (Position position : positions) {
                boolean takes = position.function().equals(lock.take());
                if (takes || position.function().equals(lock.give())) {
                    return Optional.of(inlined(number, lock, takes, receivers, positions));
                }
            }
        }
        Optional<Expression> operand = receivers.register(number, instruction.reg());
        boolean takes = instruction.opcode() == CMPXCHG && operand.equals(Optional.of(LOCKED)) && calls(".lockSlow");
        boolean gives = instruction.opcode() == XADD
                && operand.filter(LockCode::isMinusOne).isPresent()
                && calls(".unlockSlow");
        return takes || gives
                ? Optional.of(inlined(number, Locks.WRITE, takes, receivers, positions))
                : Optional.empty();
    }

    private static boolean isMinusOne(Expression expression) {
        return expression instanceof Expression.Constant(long value) && (int) value == -1;
    }

    private Site inlined(int number, Locks lock, boolean takes, Receivers receivers, List<Position> positions) {
        long offset = lock == Locks.READ_SHARED ? readers : 0;
        Optional<Expression> at = receivers
                .address(number, code.get(number).memory().orElseThrow())
                .map(each -> Receivers.plus(each, -offset));
        return new Site(lock, takes, at, true, caller(number, positions));
    }

    /** The statement in whose code an instruction stands, which may have the line of the method that is inlined there. */
    private Position caller(int number, List<Position> positions) {
        Position own = positions(code.getFirst().address()).getLast();
        for (int i = number; i >= 0 && i > number - NEAR; i--) {
            for (Position each : i == number ? positions : positions(code.get(i).address())) {
                boolean inlinedIn = each.inlined() || each.file().equals(own.file());
                if (!WaitReader.isBelow(each.function()) && inlinedIn) {
                    return each;
                }
            }
        }
        return positions.getLast();
    }

    private boolean calls(String slow) {
        return called.stream().anyMatch(each -> each.endsWith(slow));
    }

    /** Of the function that it calls. */
    private String name(Instruction call) {
        return module.symbols()
                .functionAt(module.toFile(new Address(call.directTarget().orElseThrow())))
                .map(Function::name)
                .orElse("");
    }

    /** Never empty. */
    private List<Position> positions(long pc) {
        List<Position> positions = module.symbols().positionsAt(module.toFile(new Address(pc)));
        return positions.isEmpty() ? List.of(new Position("", "", 0, false)) : positions;
    }

    /**
     * Those that may be held where the function stands.
     *
     * @param pc of the next instruction
     * @param called whether the function is in a call, which returns there
     */
    List<Site> heldAt(Address pc, boolean called) {
        if (sites.isEmpty()) {
            return List.of();
        }
        List<Position> here = positions(pc.value() - (called ? 1 : 0));
        List<Site> held = new ArrayList<>();
        sites.forEach((number, site) -> {
            // the slow part of taking a lock follows the quick one, which then has failed
            boolean own = site.inlined()
                    && here.contains(site.caller())
                    && !here.getFirst().equals(site.caller());
            if (site.takes() && site.at().isPresent() && !own && leads(number, site, pc.value(), called)) {
                held.add(site);
            }
        });
        return held;
    }

    private boolean leads(int from, Site site, long pc, boolean called) {
        boolean[] found = {false};
        function.walk(from + 1, number -> {
            Instruction instruction = code.get(number);
            found[0] |= called ? instruction.isCall() && instruction.next() == pc : instruction.address() == pc;
            return !found[0] && !gives(sites.get(number), site);
        });
        return found[0];
    }

    /** Whether it gives back what the other took, or may do so. */
    private static boolean gives(Site site, Site taken) {
        return site != null
                && !site.takes()
                && site.lock() == taken.lock()
                && (site.at().isEmpty() || site.at().equals(taken.at()));
    }
}
