package gjdbg.target.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.target.Address;
import gjdbg.target.Register;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RemoteSystemCallTest {
    private static final int GETPID = 39;
    private static final int MMAP = 9;
    private static final int TGKILL = 234;
    private static final int SIGUSR1 = 10;

    /** Reads a line in one blocking call, with a handler that counts and does not restart it. */
    private static final String READER = """
            #include <signal.h>
            #include <stdio.h>
            #include <unistd.h>
            static volatile int signals;
            static void count(int s) { signals++; }
            int main(void) {
                char line[8];
                struct sigaction action = {.sa_handler = count, .sa_flags = SA_RESTART};
                sigaction(SIGUSR1, &action, 0);
                puts("ready");
                fflush(stdout);
                long got = read(0, line, sizeof line);
                return got == 4 ? 40 + signals : 1;
            }
            """;

    @Test
    void aCallInABlockedThreadGivesItsResultAndTheBlockedOneGoesOn() throws Exception {
        CProgram.Running program = CProgram.run(CProgram.build(READER));
        assertEquals("ready", program.output().readLine());
        while (ProcessFiles.state(program.pid(), program.pid()).orElseThrow() != 'S') {
            Thread.sleep(1);
        }
        LiveProcess process = LiveProcess.attach(program.pid());
        LiveThread thread = process.liveThreads().getFirst();
        long pc = thread.registers().programCounter();
        assertEquals(0, thread.registers().get(Register.ORIG_RAX), "it should be in read(2)");
        assertEquals(program.pid(), process.systemCall(thread, GETPID));
        long page = process.systemCall(thread, MMAP, 0, 4096, 7, 0x22, -1, 0);
        assertTrue(page > 0);
        process.memory().writeU64(new Address(page), 42);
        assertEquals(42, process.memory().u64(new Address(page)));
        // A signal that comes while the call runs is held, and delivered once and after.
        assertEquals(0, process.systemCall(thread, TGKILL, program.pid(), program.pid(), SIGUSR1));
        assertEquals(0, process.systemCall(thread, TGKILL, program.pid(), program.pid(), SIGUSR1));
        assertEquals(pc, thread.registers().programCounter());
        process.resume(thread, 0);
        Thread.sleep(20);
        process.stopAll();
        process.detachAll();
        program.say("abc");
        int status = program.exitStatus();
        assertTrue(status == 41 || status == 42, "status " + status);
    }

    @Test
    void aCallRightAfterTheLaunchWorksToo() {
        LiveProcess process = LiveProcess.launch(LaunchRequest.of(CProgram.build(READER)));
        LiveThread thread = process.liveThreads().getFirst();
        long pc = thread.registers().programCounter();
        assertEquals(process.pid(), process.systemCall(thread, GETPID));
        assertEquals(-22, process.systemCall(thread, MMAP, 0, 0, 7, 0x22, -1, 0));
        assertEquals(pc, thread.registers().programCounter());
        process.kill();
    }

    @Test
    void theStopIsAsItWasBeforeTheCall() throws Exception {
        LiveProcess process = LiveProcess.launch(LaunchRequest.of(CProgram.build("""
                #include <signal.h>
                #include <unistd.h>
                static volatile int value;
                static void take(int s, siginfo_t *info, void *c) { value = info->si_value.sival_int; }
                int main(void) {
                    struct sigaction action = {.sa_sigaction = take, .sa_flags = SA_SIGINFO};
                    sigaction(SIGUSR1, &action, 0);
                    sigqueue(getpid(), SIGUSR1, (union sigval){.sival_int = 77});
                    raise(SIGSTOP);
                    return value;
                }
                """)));
        LiveThread thread = process.liveThreads().getFirst();
        process.resume(thread, 0);
        assertEquals(new WaitEvent.Signalled(thread, SIGUSR1), process.await());
        assertEquals(process.pid(), process.systemCall(thread, GETPID));
        assertEquals(SIGUSR1, thread.pendingSignal());
        process.resume(thread, SIGUSR1);
        assertEquals(new WaitEvent.Signalled(thread, SystemCalls.SIGSTOP), process.await());
        process.resume(thread, SystemCalls.SIGSTOP);
        assertEquals(new WaitEvent.GroupStopped(thread, SystemCalls.SIGSTOP), process.await());
        assertEquals(process.pid(), process.systemCall(thread, GETPID));
        assertTrue(thread.inGroupStop());
        process.listen(thread);
        SystemCalls.kill(process.pid(), SystemCalls.SIGCONT);
        assertEquals(new WaitEvent.Signalled(thread, SystemCalls.SIGCONT), process.await());
        process.resume(thread, SystemCalls.SIGCONT);
        assertEquals(new WaitEvent.ThreadEnded(thread.id()), process.await());
        assertEquals(77, ((WaitEvent.ProcessEnded) process.await()).exitStatus().orElseThrow());
    }
}
