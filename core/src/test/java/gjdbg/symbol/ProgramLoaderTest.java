package gjdbg.symbol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.built.GoProgram;
import gjdbg.built.GoProgram.Mode;
import gjdbg.built.Sources;
import gjdbg.elf.FileAddress;
import gjdbg.target.Address;
import gjdbg.target.linux.LaunchRequest;
import gjdbg.target.linux.LiveProcess;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProgramLoaderTest {
    @ParameterizedTest
    @EnumSource(Mode.class)
    void theCodeOfAFunctionIsInMemoryWhereTheProgramSays(Mode mode) {
        Path executable = GoProgram.build(Sources.CALLS, "1.26", mode);
        LiveProcess process = LiveProcess.launch(LaunchRequest.of(executable));
        try {
            Program program = ProgramLoader.load(process);
            LoadedModule main = program.main();
            assertEquals(mode == Mode.PIE || mode == Mode.CGO_PIE, main.bias() != 0);
            Function transfer = main.symbols().functionsNamed("main.transfer").getFirst();
            Address address = main.toMemory(transfer.entry());
            int size = (int) transfer.size();
            assertArrayEquals(
                    main.file().bytesAt(transfer.entry(), size).array(0, size),
                    process.memory().bytes(address, size));
            assertEquals(main, program.moduleAt(address).orElseThrow());
            assertEquals(transfer.entry(), main.toFile(address));
            assertTrue(program.goVersion().orElseThrow().startsWith("go1.26"));
            assertTrue(program.moduleAt(new Address(16)).isEmpty());
        } finally {
            process.kill();
        }
    }

    @Test
    void theDynamicLoaderIsAModuleOfItsOwn() {
        LiveProcess process =
                LiveProcess.launch(LaunchRequest.of(GoProgram.build(Sources.CALLS, "1.26", Mode.CGO_PIE)));
        try {
            Program program = ProgramLoader.load(process);
            List<LoadedModule> modules = program.modules();
            assertEquals(2, modules.size(), modules.toString());
            LoadedModule loader = modules.get(1);
            FileAddress entry = loader.file().entry();
            Address inMemory = loader.toMemory(entry);
            assertEquals(loader, program.moduleAt(inMemory).orElseThrow());
            assertArrayEquals(
                    loader.file().bytesAt(entry, 16).array(0, 16),
                    process.memory().bytes(inMemory, 16));
        } finally {
            process.kill();
        }
    }

    @Test
    void aProgramInCHasNoGoVersion() {
        LiveProcess process = LiveProcess.launch(LaunchRequest.of(Path.of("/bin/true")));
        try {
            Program program = ProgramLoader.load(process);
            assertFalse(program.isGo());
        } finally {
            process.kill();
        }
    }
}
