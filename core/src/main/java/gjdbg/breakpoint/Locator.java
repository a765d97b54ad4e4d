package gjdbg.breakpoint;

import gjdbg.elf.FileAddress;
import gjdbg.error.BadRequest;
import gjdbg.error.NotFound;
import gjdbg.symbol.Function;
import gjdbg.symbol.LoadedModule;
import gjdbg.symbol.ModuleSymbols;
import gjdbg.symbol.Position;
import gjdbg.symbol.Program;
import gjdbg.target.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/** Turns what a user said into the addresses at which a breakpoint has to stand. */
public final class Locator {
    /** More places than this are a mistake of the pattern: each one costs a write into the target. */
    private static final int MOST_LOCATIONS = 50_000;

    private final Program program;

    public Locator(Program program) {
        this.program = Objects.requireNonNull(program);
    }

    /**
     * At least one location, in the order of the addresses.
     *
     * @throws NotFound when nothing matches, with the closest names
     * @throws BadRequest for a line without code or an address outside of the program's code
     */
    public List<BreakpointLocation> resolve(Where where) {
        List<BreakpointLocation> found =
                switch (where) {
                    case Where.FunctionNamed named -> named(named.name());
                    case Where.Line line -> line(line);
                    case Where.At at -> List.of(describe(at.address()));
                    case Where.FunctionsMatching matching -> matching(matching);
                };
        if (found.size() > MOST_LOCATIONS) {
            throw new BadRequest(where + " matches " + found.size() + " places, more than " + MOST_LOCATIONS
                    + "; narrow the pattern");
        }
        return found;
    }

    /** The location at an address, with what is known of it. */
    public BreakpointLocation describe(Address address) {
        LoadedModule module =
                program.moduleAt(address).orElseThrow(() -> new BadRequest("no code of the program is at " + address));
        List<Position> positions = module.symbols().positionsAt(module.toFile(address));
        return positions.isEmpty()
                ? new BreakpointLocation(address, "", "", 0)
                : new BreakpointLocation(
                        address,
                        positions.getFirst().function(),
                        positions.getFirst().file(),
                        positions.getFirst().line());
    }

    private List<BreakpointLocation> named(String name) {
        List<BreakpointLocation> found = called(name);
        if (found.isEmpty()) {
            throw new NotFound("function", name, program.main().symbols().closestFunctions(name));
        }
        return found;
    }

    private List<BreakpointLocation> called(String name) {
        TreeMap<Address, BreakpointLocation> found = new TreeMap<>();
        for (LoadedModule module : program.modules()) {
            ModuleSymbols symbols = module.symbols();
            for (Function function : symbols.functionsNamed(name)) {
                add(found, module, symbols.afterPrologue(function));
            }
            for (FileAddress copy : symbols.inlinedCopies(name)) {
                add(found, module, copy);
            }
            if (!found.isEmpty()) {
                // the executable comes first: a library's function of the same name is not what was meant
                return List.copyOf(found.values());
            }
        }
        return List.of();
    }

    private List<BreakpointLocation> matching(Where.FunctionsMatching where) {
        TreeMap<Address, BreakpointLocation> found = new TreeMap<>();
        for (LoadedModule module : program.modules()) {
            ModuleSymbols symbols = module.symbols();
            List<Function> functions =
                    symbols.functions(name -> where.pattern().matcher(name).find());
            if (functions.size() > MOST_LOCATIONS) {
                throw new BadRequest(where + " matches " + functions.size() + " functions, more than " + MOST_LOCATIONS
                        + "; narrow the pattern");
            }
            for (Function function : functions) {
                add(found, module, symbols.afterPrologue(function));
                for (FileAddress copy : symbols.inlinedCopies(function.name())) {
                    add(found, module, copy);
                }
            }
        }
        if (found.isEmpty()) {
            throw new NotFound("function that matches", where.pattern().toString(), List.of());
        }
        return List.copyOf(found.values());
    }

    private List<BreakpointLocation> line(Where.Line where) {
        TreeMap<Address, BreakpointLocation> found = new TreeMap<>();
        boolean fileKnown = false;
        for (LoadedModule module : program.modules()) {
            for (FileAddress address : module.symbols().addressesOf(where.file(), where.line())) {
                add(found, module, address);
            }
            if (!found.isEmpty()) {
                return List.copyOf(found.values());
            }
            fileKnown |= !module.symbols()
                    .files(path -> isOrEndsWith(path, where.file()))
                    .isEmpty();
        }
        if (fileKnown) {
            throw new BadRequest("no code at line " + where.line() + " of " + where.file() + nearest(where));
        }
        throw new NotFound("source file", where.file(), similarFiles(where.file()));
    }

    private String nearest(Where.Line where) {
        for (int distance = 1; distance <= 20; distance++) {
            for (int line : new int[] {where.line() + distance, where.line() - distance}) {
                for (LoadedModule module : program.modules()) {
                    if (line > 0
                            && !module.symbols().addressesOf(where.file(), line).isEmpty()) {
                        return "; the nearest line with code is " + line;
                    }
                }
            }
        }
        return "";
    }

    private List<String> similarFiles(String file) {
        String base = file.substring(file.lastIndexOf('/') + 1);
        List<String> similar = new ArrayList<>();
        for (String path : program.main().symbols().files(path -> isOrEndsWith(path, base))) {
            if (similar.size() < 5) {
                similar.add(path);
            }
        }
        return similar;
    }

    private static boolean isOrEndsWith(String path, String end) {
        return path.equals(end) || path.endsWith("/" + end);
    }

    private void add(TreeMap<Address, BreakpointLocation> found, LoadedModule module, FileAddress place) {
        Address address = module.toMemory(place);
        found.computeIfAbsent(address, this::describe);
    }
}
