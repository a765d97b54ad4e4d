package gjdbg.script.bind;

import gjdbg.breakpoint.BreakpointLocation;
import gjdbg.breakpoint.Locator;
import gjdbg.breakpoint.Where;
import gjdbg.elf.FileAddress;
import gjdbg.error.NotFound;
import gjdbg.symbol.Function;
import gjdbg.symbol.LoadedModule;
import gjdbg.symbol.Position;
import gjdbg.target.Address;
import gjdbg.target.Mapping;
import gjdbg.target.amd64.DisassembledInstruction;
import gjdbg.target.amd64.Disassembler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.graalvm.polyglot.Value;

/** Functions, files and lines: {@code Symbols}. */
final class SymbolsObject extends Bound<SymbolsObject> {
    private static final int INSTRUCTIONS = 16;
    private static final int LONGEST_INSTRUCTION = 15;
    private static final Shape<SymbolsObject> SHAPE = new Shape<SymbolsObject>("symbols")
            .method("function", (self, a) -> self.function(Arguments.text(a, 0, "a function's name")))
            .method("functions", (self, a) -> self.functions(a))
            .method("at", (self, a) -> self.at(Arguments.address(Arguments.required(a, 0, "an address"))))
            .method("addressesOf", (self, a) -> self.addressesOf(a))
            .method("files", (self, a) -> self.files(a))
            .method("disassemble", (self, a) -> self.disassemble(a));

    SymbolsObject(Binding binding) {
        super(SHAPE, binding);
    }

    private Object function(String name) {
        for (LoadedModule module : binding.session().program().modules()) {
            List<Function> found = module.symbols().functionsNamed(name);
            if (!found.isEmpty()) {
                return describe(module, found.getFirst());
            }
        }
        throw new NotFound(
                "function", name, binding.session().program().main().symbols().closestFunctions(name));
    }

    private Object describe(LoadedModule module, Function function) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", function.name());
        members.put("address", word(module.toMemory(function.entry())));
        members.put("size", (double) function.size());
        List<Position> positions = module.symbols().positionsAt(function.entry());
        members.put("file", positions.isEmpty() ? "" : positions.getLast().file());
        members.put("line", positions.isEmpty() ? 0 : positions.getLast().line());
        return binding.js().record(members);
    }

    private Object functions(Value[] arguments) {
        Predicate<String> wanted = names(arguments);
        List<Object> found = new ArrayList<>();
        for (LoadedModule module : binding.session().program().modules()) {
            for (Function function : module.symbols().functions(wanted)) {
                found.add(describe(module, function));
            }
        }
        return binding.js().list(found);
    }

    /** By a regular expression or a part of the name; all without an argument. */
    private Predicate<String> names(Value[] arguments) {
        if (arguments.length == 0 || arguments[0].isNull()) {
            return name -> true;
        }
        return Arguments.names(binding.js(), arguments[0]);
    }

    private Object at(Address address) {
        Optional<LoadedModule> module = binding.session().program().moduleAt(address);
        if (module.isEmpty()) {
            return null;
        }
        FileAddress pc = module.get().toFile(address);
        Optional<Function> function = module.get().symbols().functionAt(pc);
        if (function.isEmpty()) {
            return null;
        }
        List<Position> positions = module.get().symbols().positionsAt(pc);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(
                "function",
                positions.isEmpty()
                        ? function.get().name()
                        : positions.getFirst().function());
        members.put("file", positions.isEmpty() ? "" : positions.getFirst().file());
        members.put("line", positions.isEmpty() ? 0 : positions.getFirst().line());
        members.put("offset", (double) (pc.value() - function.get().entry().value()));
        return binding.js().record(members);
    }

    private Object addressesOf(Value[] arguments) {
        String file = Arguments.text(arguments, 0, "a file");
        int line = Arguments.length(arguments, 1, "a line");
        List<Object> found = new ArrayList<>();
        for (LoadedModule module : binding.session().program().modules()) {
            for (FileAddress address : module.symbols().addressesOf(file, line)) {
                found.add(word(module.toMemory(address)));
            }
        }
        return binding.js().list(found);
    }

    private Object files(Value[] arguments) {
        Predicate<String> wanted = names(arguments);
        List<String> found = new ArrayList<>();
        for (LoadedModule module : binding.session().program().modules()) {
            found.addAll(module.symbols().files(wanted));
        }
        return binding.js().list(found);
    }

    /** A whole function by its name; from an address, as many instructions as {count} says. */
    private Object disassemble(Value[] arguments) {
        Where where = Arguments.where(binding.js(), arguments);
        int count = INSTRUCTIONS;
        boolean counted = false;
        if (arguments.length > 1) {
            Options.require(arguments[1], "disassemble()", "count");
        }
        if (arguments.length > 1 && arguments[1].hasMember("count")) {
            count = Arguments.count(arguments[1].getMember("count"), "count");
            counted = true;
        }
        Address start;
        long length;
        if (where instanceof Where.At at) {
            start = at.address();
            length = Math.min((long) LONGEST_INSTRUCTION * count, readable(start));
            counted = true;
        } else {
            BreakpointLocation location =
                    new Locator(binding.session().program()).resolve(where).getFirst();
            LoadedModule module =
                    binding.session().program().moduleAt(location.address()).orElseThrow();
            Function function = module.symbols()
                    .functionAt(module.toFile(location.address()))
                    .orElseThrow();
            start = where instanceof Where.Line ? location.address() : module.toMemory(function.entry());
            length = module.toMemory(function.end()).value() - start.value();
        }
        byte[] code = binding.session().target().memory().bytes(start, (int) Math.min(length, 1 << 20));
        List<Object> instructions = new ArrayList<>();
        for (DisassembledInstruction each : Disassembler.disassemble(code, start)) {
            if (counted && instructions.size() == count) {
                break;
            }
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("address", word(each.address()));
            members.put("bytes", binding.js().bytes(each.bytes()));
            members.put("text", each.text());
            instructions.add(binding.js().record(members));
        }
        return binding.js().list(instructions);
    }

    /** How much memory there is from the address on, up to the end of what is mapped there. */
    private long readable(Address start) {
        for (Mapping mapping : binding.session().target().mappings()) {
            long offset = start.value() - mapping.start().value();
            if (offset >= 0 && offset < mapping.size()) {
                return mapping.size() - offset;
            }
        }
        // reading it gives the error that names the address
        return LONGEST_INSTRUCTION;
    }

    private Object word(Address address) {
        return binding.js().unsigned(address.value());
    }

    @Override
    public String toString() {
        return "symbols of " + binding.session().program().main().file().path();
    }
}
