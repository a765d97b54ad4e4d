package gjdbg.value;

import gjdbg.elf.FileAddress;
import gjdbg.symbol.Function;
import gjdbg.symbol.LoadedModule;
import gjdbg.target.Address;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;

/** Instructions of a function as objdump finds them. */
final class Returns {
    private Returns() {}

    static List<Address> of(LoadedModule module, Function function) throws IOException {
        List<Address> found = new ArrayList<>();
        for (String line : disassembled(module, function)) {
            if (line.contains("\tret")) {
                found.add(address(module, line));
            }
        }
        return found;
    }

    /** The instruction after the first call of another function. */
    static Address afterCall(LoadedModule module, Function function, String called) throws IOException {
        return call(module, function, called, 1);
    }

    static Address call(LoadedModule module, Function function, String called) throws IOException {
        return call(module, function, called, 0);
    }

    private static Address call(LoadedModule module, Function function, String called, int after) throws IOException {
        List<String> lines = disassembled(module, function);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("\tcall") && lines.get(i).contains("<" + called + ">")) {
                return address(module, lines.get(i + after));
            }
        }
        throw new AssertionError("no call of " + called);
    }

    private static Address address(LoadedModule module, String line) {
        return module.toMemory(new FileAddress(
                Long.parseLong(line.substring(0, line.indexOf(':')).trim(), 16)));
    }

    private static List<String> disassembled(LoadedModule module, Function function) throws IOException {
        Process process = new ProcessBuilder(
                        "objdump",
                        "-d",
                        "--no-show-raw-insn",
                        "--start-address=" + function.entry(),
                        "--stop-address=" + function.end(),
                        module.file().path().toString())
                .start();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
            return out.lines().filter(line -> line.contains(":\t")).toList();
        }
    }
}
