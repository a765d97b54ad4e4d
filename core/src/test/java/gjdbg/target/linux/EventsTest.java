package gjdbg.target.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.target.Address;
import gjdbg.target.Register;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventsTest {
    private static final int SIGUSR1 = 10;
    private static final int SIGSEGV = 11;

    private static final String HEAD = """
            #define _GNU_SOURCE
            #include <pthread.h>
            #include <signal.h>
            #include <stdio.h>
            #include <stdlib.h>
            #include <sys/wait.h>
            #include <unistd.h>
            """;

    private LiveProcess process;

    @AfterEach
    void nothingStaysBehind() {
        if (process != null) {
            process.kill();
            assertFalse(ProcessFiles.isThreadOf(process.pid(), process.pid()));
        }
    }

    private LiveThread launch(String main, String... arguments) {
        process = LiveProcess.launch(LaunchRequest.of(CProgram.build(HEAD + main), arguments));
        return process.liveThreads().getFirst();
    }

    private WaitEvent resumeAndAwait(LiveThread thread) {
        process.resume(thread, 0);
        return process.await();
    }

    @Test
    void aSignalReachesItsHandlerOnlyWhenPassedOnAndWithItsOwnInfo() {
        LiveThread thread = launch("""
                static volatile int seen, value;
                static void handler(int s, siginfo_t *info, void *c) { seen++; value = info->si_value.sival_int; }
                int main(void) {
                    struct sigaction action = {.sa_sigaction = handler, .sa_flags = SA_SIGINFO};
                    sigaction(SIGUSR1, &action, 0);
                    for (int i = 1; i <= 3; i++) sigqueue(getpid(), SIGUSR1, (union sigval){.sival_int = 30 + i});
                    return seen * 100 + value;
                }
                """);
        assertEquals(new WaitEvent.Signalled(thread, SIGUSR1), resumeAndAwait(thread));
        assertEquals(process.pid(), process.getSignalInfo(thread).sender());
        assertEquals(new WaitEvent.Signalled(thread, SIGUSR1), resumeAndAwait(thread));
        process.holdSignal(thread);
        process.singleStep(thread, 0);
        assertInstanceOf(WaitEvent.Trapped.class, process.await());
        process.resume(thread, 0);
        assertEquals(new WaitEvent.Signalled(thread, SIGUSR1), process.await());
        process.resume(thread, SIGUSR1);
        assertEquals(new WaitEvent.ThreadEnded(process.pid()), process.await());
        assertEquals(new WaitEvent.ProcessEnded(OptionalInt.of(2 * 100 + 33), OptionalInt.empty()), process.await());
    }

    @Test
    void aFatalSignalEndsTheProcessWithThatSignal() {
        LiveThread thread = launch("int main(void) { *(volatile int *)8 = 1; return 0; }");
        assertEquals(new WaitEvent.Signalled(thread, SIGSEGV), resumeAndAwait(thread));
        assertEquals(8, process.getSignalInfo(thread).address());
        process.resume(thread, SIGSEGV);
        assertEquals(new WaitEvent.ProcessEnded(OptionalInt.empty(), OptionalInt.of(SIGSEGV)), lastEvent());
    }

    @Test
    void theProcessOutlivesItsFirstThread() {
        LiveThread first = launch("""
                static void *other(void *main) { pthread_join(*(pthread_t *)main, 0); __asm__("int3"); exit(9); }
                int main(void) {
                    static pthread_t self;
                    pthread_t thread;
                    self = pthread_self();
                    pthread_create(&thread, 0, other, &self);
                    pthread_exit(0);
                }
                """);
        WaitEvent.ThreadCreated created = (WaitEvent.ThreadCreated) resumeAndAwait(first);
        LiveThread other = created.child();
        process.resume(first, 0);
        process.resume(other, 0);
        assertEquals(new WaitEvent.ThreadEnded(first.id()), process.await());
        assertEquals(new WaitEvent.Trapped(other, WaitEvent.Trap.BREAKPOINT), process.await());
        assertEquals(List.of(other), process.threads());
        assertEquals(0xcc, process.memory().u8(new Address(other.registers().programCounter() - 1)));
        assertFalse(process.mappings().isEmpty());
        assertTrue(process.stopAll().isEmpty());
        assertEquals(new WaitEvent.ThreadEnded(other.id()), resumeAndAwait(other));
        assertEquals(new WaitEvent.ProcessEnded(OptionalInt.of(9), OptionalInt.empty()), process.await());
    }

    @Test
    void aForkedChildHasMemoryOfItsOwnAndRunsOnWhenLetGo() {
        LiveThread thread = launch("""
                static volatile long number = 1;
                int main(void) {
                    register volatile long *where __asm__("r12") = &number;
                    __asm__ volatile("int3" :: "r"(where));
                    pid_t child = fork();
                    if (child == 0) _exit(number);
                    int status;
                    waitpid(child, &status, 0);
                    return WEXITSTATUS(status) + 100 * number;
                }
                """);
        assertEquals(new WaitEvent.Trapped(thread, WaitEvent.Trap.BREAKPOINT), resumeAndAwait(thread));
        Address number = new Address(thread.registers().get(Register.R12));
        WaitEvent.Forked forked = (WaitEvent.Forked) resumeAndAwait(thread);
        assertFalse(forked.child().sharesMemory());
        forked.child().memory().writeU64(number, 42);
        assertEquals(1, process.memory().u64(number));
        process.detachChild(forked.child());
        process.resume(thread, 0);
        assertEquals(142, exitStatus());
    }

    @Test
    void aVforkChildIsTracedUntilItsExecAndItsParentCanBeStoppedMeanwhile() {
        LiveThread thread = launch("""
                int main(int argc, char **argv) {
                    if (argc > 1) return 5;
                    pid_t child = vfork();
                    if (child == 0) { execl("/proc/self/exe", "child", "1", (char *)0); _exit(99); }
                    int status;
                    waitpid(child, &status, 0);
                    return 10 + WEXITSTATUS(status);
                }
                """);
        WaitEvent.Forked forked = (WaitEvent.Forked) resumeAndAwait(thread);
        ForeignProcess child = forked.child();
        assertTrue(child.sharesMemory());
        process.resume(thread, 0);
        assertEquals(List.of(), process.stopAll());
        assertTrue(thread.registers().programCounter() != 0);
        process.resume(thread, 0);
        process.resume(process.childThreads(child).getFirst(), 0);
        WaitEvent.Execed execed = (WaitEvent.Execed) process.await();
        assertEquals(child, execed.thread().foreign().orElseThrow());
        process.detachChild(child);
        assertEquals(new WaitEvent.VforkDone(thread), process.await());
        process.resume(thread, 0);
        assertEquals(15, exitStatus());
    }

    @Test
    void anExecByAnotherThreadLeavesTheFirstThreadsIdAlone() {
        LiveThread first = launch("""
                static void *other(void *arg) { execl("/proc/self/exe", "again", "1", (char *)0); return 0; }
                int main(int argc, char **argv) {
                    if (argc > 1) return 21;
                    pthread_t thread;
                    pthread_create(&thread, 0, other, 0);
                    for (;;) pause();
                }
                """);
        WaitEvent.ThreadCreated created = (WaitEvent.ThreadCreated) resumeAndAwait(first);
        process.resume(first, 0);
        process.resume(created.child(), 0);
        WaitEvent event = process.await();
        while (event instanceof WaitEvent.ThreadEnded) {
            event = process.await();
        }
        WaitEvent.Execed execed = (WaitEvent.Execed) event;
        assertEquals(created.child().id(), execed.formerTid());
        assertEquals(process.pid(), execed.thread().id());
        assertEquals(List.of(execed.thread()), process.threads());
        assertEquals(List.of("again", "1"), process.arguments());
        process.resume(execed.thread(), 0);
        assertEquals(21, exitStatus());
    }

    @Test
    void aGroupStopLastsUntilSigcontWhenListenedTo() throws Exception {
        LiveThread thread = launch("int main(void) { raise(SIGSTOP); return 3; }");
        assertEquals(new WaitEvent.Signalled(thread, SystemCalls.SIGSTOP), resumeAndAwait(thread));
        process.resume(thread, SystemCalls.SIGSTOP);
        assertEquals(new WaitEvent.GroupStopped(thread, SystemCalls.SIGSTOP), process.await());
        process.listen(thread);
        Thread.sleep(30);
        assertTrue(process.poll().isEmpty());
        assertEquals(List.of(), process.stopAll());
        assertTrue(thread.inGroupStop());
        process.listen(thread);
        assertTrue(process.poll().isEmpty());
        SystemCalls.kill(process.pid(), SystemCalls.SIGCONT);
        assertEquals(new WaitEvent.Signalled(thread, SystemCalls.SIGCONT), process.await());
        process.resume(thread, SystemCalls.SIGCONT);
        assertEquals(3, exitStatus());
    }

    @Test
    void systemCallsStopAtEntryAndExit() {
        LiveThread thread = launch("int main(void) { __asm__(\"int3\"); getppid(); return 0; }");
        assertInstanceOf(WaitEvent.Trapped.class, resumeAndAwait(thread));
        process.resumeToSyscall(thread, 0);
        assertEquals(new WaitEvent.SyscallStopped(thread, true, 110), process.await());
        process.resumeToSyscall(thread, 0);
        assertEquals(new WaitEvent.SyscallStopped(thread, false, 110), process.await());
        assertEquals(ProcessHandle.current().pid(), thread.registers().get(Register.RAX));
        process.resume(thread, 0);
        assertEquals(0, exitStatus());
    }

    @Test
    void wakingEndsAWaitAndNoWakeIsLost() {
        LiveThread thread = launch("int main(void) { for (;;) pause(); }");
        process.resume(thread, 0);
        for (int i = 0; i < 200; i++) {
            CompletableFuture<Void> other = CompletableFuture.runAsync(process::wake);
            assertEquals(new WaitEvent.Woken(), process.await());
            other.join();
        }
        process.interrupt(thread);
        assertEquals(new WaitEvent.Interrupted(thread), process.await());
    }

    @Test
    void aKillFromOutsideDuringWaitsAndStopsIsReportedAsTheEnd() {
        LiveThread thread = launch("int main(void) { for (;;) pause(); }");
        CompletableFuture.runAsync(() -> SystemCalls.kill(process.pid(), SystemCalls.SIGKILL))
                .join();
        process.resume(thread, 0);
        assertEquals(new WaitEvent.ProcessEnded(OptionalInt.empty(), OptionalInt.of(SystemCalls.SIGKILL)), lastEvent());
    }

    @Test
    void requestsToAThreadThatIsBeingKilledAreWithoutEffect() throws Exception {
        LiveThread thread = launch("int main(void) { for (;;) pause(); }");
        SystemCalls.kill(process.pid(), SystemCalls.SIGKILL);
        Thread.sleep(20);
        process.interrupt(thread);
        process.singleStep(thread, 0);
        assertInstanceOf(WaitEvent.ProcessEnded.class, lastEvent());
    }

    private WaitEvent lastEvent() {
        WaitEvent event = process.await();
        while (event instanceof WaitEvent.ThreadEnded) {
            event = process.await();
        }
        return event;
    }

    @Test
    void anInterruptOfAThreadThatHasJustStoppedDoesNotComeBackLater() throws Exception {
        LiveThread thread = launch("int main(void) { __asm__(\"int3\"); __asm__(\"int3\"); return 8; }");
        process.resume(thread, 0);
        while (ProcessFiles.state(process.pid(), process.pid()).orElseThrow() != 't') {
            Thread.sleep(1);
        }
        process.interrupt(thread);
        assertEquals(new WaitEvent.Trapped(thread, WaitEvent.Trap.BREAKPOINT), process.await());
        assertEquals(new WaitEvent.Trapped(thread, WaitEvent.Trap.BREAKPOINT), resumeAndAwait(thread));
        process.resume(thread, 0);
        assertEquals(8, exitStatus());
    }

    @Test
    void allThreadsAreStoppedAndGoOnAgainAndAgain() {
        LiveThread first = launch("""
                static void *spin(void *arg) { for (volatile long i = 0; i < 300000000; i++); return 0; }
                int main(void) {
                    pthread_t threads[3];
                    for (int i = 0; i < 3; i++) pthread_create(&threads[i], 0, spin, 0);
                    for (int i = 0; i < 3; i++) pthread_join(threads[i], 0);
                    return 6;
                }
                """);
        process.resume(first, 0);
        List<LiveThread> children = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            WaitEvent.ThreadCreated created = (WaitEvent.ThreadCreated) process.await();
            children.add(created.child());
            process.resume(created.parent(), 0);
            process.resume(created.child(), 0);
        }
        for (int round = 0; round < 20; round++) {
            assertEquals(List.of(), process.stopAll());
            assertEquals(4, process.liveThreads().size());
            assertTrue(process.liveThreads().stream().allMatch(LiveThread::stopped));
            process.liveThreads().forEach(thread -> process.resume(thread, 0));
        }
        assertEquals(6, exitStatus());
    }

    private int exitStatus() {
        for (; ; ) {
            switch (process.await()) {
                case WaitEvent.ProcessEnded ended -> {
                    return ended.exitStatus().orElseThrow(() -> new AssertionError(ended));
                }
                case WaitEvent.ThreadEnded _ -> {}
                case WaitEvent.Signalled(LiveThread thread, int signal) -> process.resume(thread, signal);
                case WaitEvent event -> throw new AssertionError(event);
            }
        }
    }
}
