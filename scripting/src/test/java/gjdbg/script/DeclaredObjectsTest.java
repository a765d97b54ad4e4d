package gjdbg.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.script.bind.Declarations;
import gjdbg.testbins.Fixtures;
import gjdbg.testbins.Mode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As a script meets them: objects that have their members by name only, and the module itself, against gjdbg.d.ts. */
class DeclaredObjectsTest {
    @TempDir
    Path folder;

    /** Objects made of the members that a listing shows, and those whose members can only be asked for. */
    private static final String SCRIPT = """
            const { target } = gjdbg;
            const where = target.breakpoint('main.show');
            const stop = target.continue();
            const { jobs, stock } = stop.frame.args;
            const symbol = target.symbols.function('main.show');
            const listed = {
              Location: where.locations[0],
              Region: target.memory.regions[0],
              FunctionSymbol: symbol,
              Instruction: target.symbols.disassemble('main.show')[0],
              Place: stop.goroutine.entry,
              GoChannel: jobs,
              GoFunc: target.eval('main.main'),
            };
            const asked = { GoMap: stock, GoChannel: jobs, GoFunc: listed.GoFunc, Registers: stop.thread.registers };
            for (const [name, object] of Object.entries(listed)) console.log(`listed ${name} ${Object.keys(object).join()}`);
            for (const [name, object] of Object.entries(asked)) {
              console.log(`asked ${name} ${MEMBERS[name].filter(member => object[member] === undefined).join()}`);
            }
            console.log(`exports x ${Object.keys(gjdbg).join()}`);
            """;

    @Test
    void what_a_script_meets_is_declared() throws IOException {
        Declarations declarations = Declarations.shipped();
        String members = List.of("GoMap", "GoChannel", "GoFunc", "Registers").stream()
                .map(name -> name + ": ["
                        + declarations.members(name).orElseThrow().keySet().stream()
                                .map(member -> "'" + member + "'")
                                .collect(Collectors.joining(","))
                        + "]")
                .collect(Collectors.joining(", ", "const MEMBERS = {", "};\n"));
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (String line : Scripts.run(Fixtures.go("gallery", "1.26", Mode.NOOPT), folder, members + SCRIPT)
                .lines()) {
            String[] parts = line.split(" ", 3);
            Set<String> found = new TreeSet<>(Arrays.asList(parts[2].split(",")));
            Set<String> declared =
                    switch (parts[0]) {
                        case "listed" ->
                            new TreeSet<>(
                                    declarations.members(parts[1]).orElseThrow().keySet());
                        case "exports" -> new TreeSet<>(declarations.exports());
                        default -> new TreeSet<>(Set.of(""));
                    };
            declared.removeAll(Set.of("toString", "$value"));
            compared += declared.size();
            if (!found.equals(declared)) {
                wrong.add(parts[0] + " " + parts[1] + ": has " + found + ", declared are " + declared);
            }
        }
        assertEquals("", String.join("\n", wrong));
        assertTrue(compared > 40, "only " + compared);
    }
}
