package gjdbg.target.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class GoProgramTest {
    private static final int SIGURG = 23;

    /** Runs another program (by vfork), allocates in several goroutines while the collector runs, then exits with 17. */
    private static final String BUSY = """
            package main

            import (
            	"os"
            	"os/exec"
            	"runtime"
            	"sync"
            )

            var sink [4][]byte

            func main() {
            	if len(os.Args) > 1 {
            		os.Exit(4)
            	}
            	var all sync.WaitGroup
            	for g := range 4 {
            		all.Add(1)
            		go func() {
            			defer all.Done()
            			for i := 0; i < 20000; i++ {
            				sink[g] = make([]byte, 2000)
            			}
            		}()
            	}
            	for i := 0; i < 20; i++ {
            		runtime.GC()
            	}
            	all.Wait()
            	err := exec.Command("/proc/self/exe", "child").Run()
            	os.Exit(13 + err.(*exec.ExitError).ExitCode())
            }
            """;

    @TempDir
    Path directory;

    private LiveProcess process;

    @AfterEach
    void nothingStaysBehind() {
        if (process != null) {
            process.kill();
        }
    }

    @Test
    void aGoProgramThatIsStoppedAllTheTimeEndsAsItShould() throws Exception {
        Path source = Files.writeString(directory.resolve("busy.go"), BUSY);
        Path program = directory.resolve("busy");
        assertEquals(
                0,
                CProgram.start("go", "build", "-o", program.toString(), source.toString())
                        .waitFor());
        process = LiveProcess.launch(LaunchRequest.of(program));
        process.resume(process.liveThreads().getFirst(), 0);
        int stops = 0;
        boolean forked = false;
        for (; ; ) {
            WaitEvent event = process.await();
            if (event instanceof WaitEvent.ProcessEnded ended) {
                assertEquals(17, ended.exitStatus().orElseThrow());
                break;
            }
            if (event instanceof WaitEvent.Forked) {
                forked = true;
            }
            goOn(process, event);
            if (event instanceof WaitEvent.Signalled(LiveThread _, int signal) && signal == SIGURG && stops++ < 50) {
                List<WaitEvent> happened = process.stopAll();
                for (LiveThread thread : process.liveThreads()) {
                    assertTrue(thread.registers().programCounter() != 0);
                }
                List<LiveThread> quiet = new ArrayList<>(process.liveThreads());
                for (WaitEvent other : happened) {
                    goOn(process, other);
                }
                quiet.stream().filter(LiveThread::stopped).forEach(thread -> process.resume(thread, 0));
            }
        }
        assertTrue(forked);
        assertEquals(Optional.empty(), process.thread(process.pid()));
    }

    private static void goOn(LiveProcess process, WaitEvent event) {
        switch (event) {
            case WaitEvent.Forked(LiveThread parent, ForeignProcess child) -> {
                process.resume(parent, 0);
                process.childThreads(child).forEach(thread -> process.resume(thread, 0));
            }
            case WaitEvent.Execed(LiveThread thread, int _) ->
                process.detachChild(thread.foreign().orElseThrow());
            case WaitEvent.VforkDone(LiveThread thread) -> process.resume(thread, 0);
            case WaitEvent.ProcessEnded _, WaitEvent.ForeignEnded _ -> {}
            default -> AttachTest.goOnAfter(process, event);
        }
    }
}
