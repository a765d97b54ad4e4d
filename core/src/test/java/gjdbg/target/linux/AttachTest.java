package gjdbg.target.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.error.BadRequest;
import gjdbg.error.SystemCallFailed;
import gjdbg.target.Register;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class AttachTest {
    /** Eight threads that are born and die all the time, until a line comes in; then how many ran, and status 5. */
    private static final String CHURN = """
            #include <pthread.h>
            #include <stdatomic.h>
            #include <stdio.h>
            #include <unistd.h>
            static atomic_int stop;
            static atomic_long born;
            static void *life(void *arg) { born++; usleep(200); return arg; }
            static void *maker(void *arg) {
                while (!stop) {
                    pthread_t thread;
                    if (pthread_create(&thread, 0, life, 0) != 0) return (void *)1;
                    pthread_join(thread, 0);
                }
                return 0;
            }
            int main(void) {
                pthread_t makers[8];
                char line[16];
                for (int i = 0; i < 8; i++) pthread_create(&makers[i], 0, maker, 0);
                puts("ready");
                fflush(stdout);
                if (!fgets(line, sizeof line, stdin)) return 1;
                stop = 1;
                for (int i = 0; i < 8; i++) {
                    void *failed;
                    pthread_join(makers[i], &failed);
                    if (failed) return 2;
                }
                return born > 0 ? 5 : 3;
            }
            """;

    @Test
    void attachingFiftyTimesWhileThreadsComeAndGoStopsThemAllAndHarmsNone() throws Exception {
        CProgram.Running program = CProgram.run(CProgram.build(CHURN));
        assertEquals("ready", program.output().readLine());
        int pid = program.pid();
        for (int round = 0; round < 50; round++) {
            LiveProcess process = LiveProcess.attach(pid);
            for (int tid : ProcessFiles.threads(pid)) {
                // One that is just ending may take a moment to be gone; one that runs never stops by itself.
                long deadline = System.nanoTime() + 5_000_000_000L;
                while ("tZX".indexOf(ProcessFiles.state(pid, tid).orElse('X')) < 0) {
                    assertTrue(System.nanoTime() < deadline, "thread " + tid + " runs");
                }
            }
            assertTrue(process.liveThreads().size() >= 9);
            for (LiveThread thread : process.liveThreads()) {
                assertTrue(thread.registers().get(Register.RSP) != 0);
                process.resume(thread, 0);
            }
            for (int events = 0; events < 20; events++) {
                goOnAfter(process, process.await());
            }
            process.stopAll();
            process.detachAll();
        }
        program.say("end");
        assertEquals(5, program.exitStatus());
    }

    static void goOnAfter(LiveProcess process, WaitEvent event) {
        switch (event) {
            case WaitEvent.ThreadCreated(LiveThread parent, LiveThread child) -> {
                process.resume(parent, 0);
                process.resume(child, 0);
            }
            case WaitEvent.Signalled(LiveThread thread, int signal) -> process.resume(thread, signal);
            case WaitEvent.Interrupted(LiveThread thread) -> process.resume(thread, 0);
            case WaitEvent.GroupStopped(LiveThread thread, int _) -> process.listen(thread);
            case WaitEvent.ThreadEnded _ -> {}
            default -> throw new AssertionError(event);
        }
    }

    @Test
    void aProcessWhoseFirstThreadHasEndedCanBeAttachedTo() throws Exception {
        CProgram.Running program = CProgram.run(CProgram.build("""
                        #include <pthread.h>
                        #include <stdio.h>
                        #include <stdlib.h>
                        static pthread_t first;
                        static void *other(void *arg) {
                            char line[16];
                            pthread_join(first, 0);
                            puts("ready");
                            fflush(stdout);
                            exit(fgets(line, sizeof line, stdin) ? 12 : 1);
                        }
                        int main(void) {
                            pthread_t thread;
                            first = pthread_self();
                            pthread_create(&thread, 0, other, 0);
                            pthread_exit(0);
                        }
                        """));
        assertEquals("ready", program.output().readLine());
        LiveProcess process = LiveProcess.attach(program.pid());
        LiveThread only = process.liveThreads().getFirst();
        assertEquals(1, process.liveThreads().size());
        assertTrue(only.id() != program.pid());
        assertTrue(process.auxiliary(9).isPresent());
        assertTrue(process.systemCall(only, 39) == program.pid());
        process.detachAll();
        program.say("end");
        assertEquals(12, program.exitStatus());
    }

    @Test
    void aProcessThatIsStoppedStaysSoWhenAttachedToAndLetGo() throws Exception {
        CProgram.Running program = CProgram.run(CProgram.build(CHURN));
        assertEquals("ready", program.output().readLine());
        SystemCalls.kill(program.pid(), SystemCalls.SIGSTOP);
        while (!ProcessFiles.threads(program.pid()).stream()
                .allMatch(tid -> ProcessFiles.state(program.pid(), tid).orElse('X') == 'T')) {
            Thread.sleep(1);
        }
        LiveProcess process = LiveProcess.attach(program.pid());
        assertTrue(process.liveThreads().stream().allMatch(LiveThread::inGroupStop));
        process.liveThreads().forEach(process::listen);
        process.stopAll();
        process.detachAll();
        // The kernel wakes a thread that is let go of in a group stop, to stop it again by itself.
        long deadline = System.nanoTime() + 5_000_000_000L;
        while (ProcessFiles.state(program.pid(), program.pid()).orElseThrow() != 'T') {
            assertTrue(System.nanoTime() < deadline, "the process runs");
        }
        SystemCalls.kill(program.pid(), SystemCalls.SIGCONT);
        program.say("end");
        assertEquals(5, program.exitStatus());
    }

    @Test
    void whatCannotBeAttachedToIsNamedWithTheReason() throws Exception {
        assertTrue(refused(BadRequest.class, 0x3ff_fff0).contains("no process"));
        assertTrue(
                refused(BadRequest.class, (int) ProcessHandle.current().pid()).contains("gjdbg itself"));
        assertTrue(refused(BadRequest.class, SystemCalls.gettid()).contains("is a thread of process"));
        LiveProcess traced = LiveProcess.launch(LaunchRequest.of(CProgram.build(CHURN)));
        String message = refused(SystemCallFailed.class, traced.pid());
        assertTrue(message.contains("traces it already"), message);
        traced.kill();
    }

    private static String refused(Class<? extends RuntimeException> kind, int pid) {
        return assertThrows(kind, () -> LiveProcess.attach(pid)).getMessage();
    }
}
