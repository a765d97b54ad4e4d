package gjdbg.goruntime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.elf.ElfFile;
import gjdbg.error.Unavailable;
import gjdbg.gosym.BuildInfo;
import gjdbg.symbol.FileSymbols;
import gjdbg.testbins.Fixtures;
import gjdbg.testbins.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuntimeLayoutTest {
    static List<String> versions() {
        return Fixtures.versions();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void theTableOfReleasesSaysWhatTheDwarfOfABuildSays(String version) {
        ElfFile elf = program(version, Mode.OPT);
        RuntimeLayout expected =
                DebugLayout.of(FileSymbols.of(elf).dwarf().orElseThrow()).orElseThrow();
        String goVersion = BuildInfo.of(elf).orElseThrow().goVersion();
        assertEquals(expected, RuntimeLayout.ofRelease(goVersion).orElseThrow());
    }

    @Test
    void aReleaseThatIsNotInTheTableIsReadFromTheDwarf() {
        FileSymbols symbols = FileSymbols.of(program("1.26", Mode.OPT));
        RuntimeLayout expected = RuntimeLayout.ofRelease("go1.26").orElseThrow();
        for (String goVersion : List.of("go1.99.1", "devel go1.99-0123456789", "go1.26.1 X:something")) {
            assertEquals(expected, RuntimeLayout.of(goVersion, symbols));
        }
    }

    @Test
    void aStrippedProgramOfAReleaseThatIsNotInTheTableHasNoGoroutines() {
        FileSymbols symbols = FileSymbols.of(program("1.26", Mode.STRIPPED));
        Unavailable error = assertThrows(Unavailable.class, () -> RuntimeLayout.of("go1.99.1", symbols));
        assertTrue(error.getMessage().contains("go1.99.1"), error.getMessage());
    }

    private static ElfFile program(String version, Mode mode) {
        return ElfFile.open(Fixtures.go("bank", version, mode).path());
    }
}
