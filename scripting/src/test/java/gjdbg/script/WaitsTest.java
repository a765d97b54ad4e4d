package gjdbg.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gjdbg.testbins.GoBinary;
import gjdbg.testbins.GoProgramTest;
import gjdbg.testbins.Mode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** goroutine.waitingOn, on a program that has one goroutine for each way to wait. */
class WaitsTest {
    @TempDir
    Path folder;

    @GoProgramTest(
            program = "parked",
            modes = {Mode.NOOPT, Mode.OPT})
    void each_wait_tells_what_it_is_for_and_where(GoBinary parked) {
        assertEquals(
                List.of(
                        "lock: mutex lock in main.lock",
                        "readLock: rwmutex rlock in main.readLock",
                        "writeLock: rwmutex lock in main.writeLock",
                        "waitGroup: waitgroup wait in main.waitGroup",
                        "waitCond: cond wait in main.waitCond",
                        "sleep: timer sleep in main.sleep",
                        "send: channel send in main.send",
                        "1 receive,send true true",
                        "true true true"),
                Scripts.run(parked, folder, """
                                import { target } from 'gjdbg';
                                target.breakpoint('main.checkpoint');
                                target.continue();
                                const by = name => target.goroutines.find(each => each.entry?.function.startsWith(`main.${name}`)
                                  || each.frames().some(frame => frame.function === `main.${name}`));
                                for (const name of ['lock', 'readLock', 'writeLock', 'waitGroup', 'waitCond', 'sleep', 'send']) {
                                  const { kind, operation, place } = by(name).waitingOn;
                                  console.log(`${name}: ${kind} ${operation} in ${place.function}`);
                                }
                                const { due } = by('sleep').waitingOn;
                                console.log(by('waitGroup').waitingOn.counter,
                                  `${by('choose').waitingOn.cases.map(({ operation }) => operation).sort()}`,
                                  by('waitCond').waitingOn.address > 0n, due > 3500e3 && due <= 3600e3);
                                const reads = by('readSocket').waitingOn.socket, accepts = by('acceptSocket').waitingOn.socket;
                                console.log(reads.peer === accepts.local, accepts.peer === null, reads.local !== reads.peer);
                                """).lines());
    }
}
