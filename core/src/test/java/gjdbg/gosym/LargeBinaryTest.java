package gjdbg.gosym;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.built.Command;
import gjdbg.elf.ElfFile;
import gjdbg.elf.FileAddress;
import gjdbg.testbins.Delve;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every function and ten thousand places of a real program of more than 20 MB, against Go's own tools. */
class LargeBinaryTest {
    private static final int SAMPLES = 10_000;

    /** The linker aligns functions to 32 bytes; the gap belongs to the function before. */
    private static final int ALIGNMENT = 32;

    private static ElfFile elf;
    private static GoLineTable table;

    @BeforeAll
    static void open() {
        elf = ElfFile.open(Delve.command());
        table = GoLineTable.of(elf).orElseThrow();
        assertTrue(elf.bytes().size() > 20_000_000);
    }

    @Test
    void everyFunctionAgreesWithGoToolNm() {
        List<String> disagreements = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        Command.lines(
                line -> {
                    String[] fields = line.trim().split("\\s+", 4);
                    if (fields.length == 4 && fields[2].equalsIgnoreCase("t") && isFunction(fields[3])) {
                        long address = Long.parseUnsignedLong(fields[0], 16);
                        seen.add(address);
                        check(address, Long.parseLong(fields[1]), PackagePaths.plain(fields[3]), disagreements);
                    }
                },
                "go",
                "tool",
                "nm",
                "-size",
                elf.path().toString());
        for (int i = 0; i < table.functionCount(); i++) {
            if (!seen.contains(table.function(i).entry().value())) {
                disagreements.add("nm does not know " + table.function(i));
            }
        }
        System.out.println("functions: " + seen.size() + ", disagreements: " + disagreements.size());
        assertTrue(seen.size() > 10_000);
        assertEquals(List.of(), disagreements);
    }

    @Test
    void filesAndLinesOfTenThousandPlacesAgreeWithGoToolObjdump() {
        Random random = new Random(20);
        List<String> disagreements = new ArrayList<>();
        int[] places = new int[1];
        Command.lines(
                line -> {
                    int hex = line.indexOf("\t0x");
                    int file = line.lastIndexOf(':', hex < 0 ? 0 : hex);
                    // the whole listing has about two million instructions
                    if (hex < 0 || file < 0 || random.nextInt(150) != 0) {
                        return;
                    }
                    places[0]++;
                    int end = line.indexOf('\t', hex + 1);
                    FileAddress pc = new FileAddress(Long.decode(line.substring(hex + 1, end)));
                    String expected = line.substring(0, hex).trim().replaceFirst(":-\\d+$", ":0");
                    GoFunction function = table.functionAt(pc).orElseThrow();
                    String path = function.file(pc);
                    String found = path.substring(path.lastIndexOf('/') + 1) + ":" + function.line(pc);
                    if (!found.equals(expected)) {
                        disagreements.add(pc + " is " + expected + ", not " + found);
                    }
                },
                "go",
                "tool",
                "objdump",
                elf.path().toString());
        System.out.println("places: " + places[0] + ", disagreements: " + disagreements.size());
        assertTrue(places[0] >= SAMPLES);
        assertEquals(List.of(), disagreements);
    }

    @Test
    void everyHundredthFunctionIsFoundByItsName() {
        for (int i = 0; i < table.functionCount(); i += 100) {
            GoFunction function = table.function(i);
            assertTrue(
                    table.functionsNamed(function.name()).stream()
                            .anyMatch(found -> found.entry().equals(function.entry())),
                    function.toString());
        }
    }

    /** nm also lists the bounds of the text and, for each C object file, its section. */
    private static boolean isFunction(String name) {
        return !name.equals("runtime.text") && !name.equals("runtime.etext") && !name.contains("(.text");
    }

    private static void check(long address, long size, String name, List<String> disagreements) {
        Optional<GoFunction> function = table.functionAt(new FileAddress(address));
        if (function.isEmpty() || function.get().entry().value() != address) {
            disagreements.add(name + " is not at 0x" + Long.toHexString(address));
            return;
        }
        // in ELF symbols the linker marks the ABI of assembly and writes a plain dot for the middle dot of local types
        String found = function.get().name().replace('\u00b7', '.');
        if (!found.equals(name.replaceFirst("\\.abi(0|internal)$", ""))) {
            disagreements.add("0x" + Long.toHexString(address) + " is " + name + ", not " + found);
        }
        long gap = function.get().end().value() - address - size;
        if (size > 0 && (gap < 0 || gap >= ALIGNMENT)) {
            disagreements.add(name + " has " + size + " bytes and a gap of " + gap);
        }
    }
}
