package gjdbg.value;

import gjdbg.expr.Expressions;
import gjdbg.symbol.Function;
import gjdbg.symbol.LoadedModule;
import gjdbg.symbol.Program;
import gjdbg.symbol.ProgramLoader;
import gjdbg.target.Address;
import gjdbg.target.Register;
import gjdbg.target.linux.LaunchRequest;
import gjdbg.target.linux.LiveProcess;
import gjdbg.target.linux.LiveThread;
import gjdbg.target.linux.WaitEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Runs a Go program and hands over the variables where it was told to stop, once at each place. */
final class StopDriver implements AutoCloseable {
    private record Site(byte original, Consumer<StoppedFrame> handler) {}

    final LiveProcess process;
    final Program program;
    final VariablesFactory factory;
    private final Map<Address, Site> sites = new HashMap<>();

    StopDriver(Path binary) {
        this(binary, Path.of("/dev/null"));
    }

    StopDriver(Path binary, Path output) {
        process = LiveProcess.launch(LaunchRequest.of(binary).withStdout(output));
        program = ProgramLoader.load(process);
        factory = new VariablesFactory(program, process.memory(), process.room(), new Expressions());
    }

    private LoadedModule module() {
        return program.main();
    }

    private Function function(String name) {
        return module().symbols().functionsNamed(name).getFirst();
    }

    void afterPrologue(String name, Consumer<Variables> handler) {
        Address address = module().toMemory(module().symbols().afterPrologue(function(name)));
        insert(address, frame -> handler.accept(factory.of(frame)));
    }

    void atReturns(String name, Consumer<Variables> handler) throws IOException {
        for (Address address : Returns.of(module(), function(name))) {
            insert(address, frame -> handler.accept(factory.of(frame)));
        }
    }

    void afterCall(String name, String called, Consumer<Variables> handler) throws IOException {
        insert(Returns.afterCall(module(), function(name), called), frame -> handler.accept(factory.of(frame)));
    }

    void frameAtCall(String name, String called, Consumer<StoppedFrame> handler) throws IOException {
        insert(Returns.call(module(), function(name), called), handler);
    }

    private void insert(Address address, Consumer<StoppedFrame> handler) {
        byte original = (byte) process.memory().u8(address);
        process.memory().write(address, new byte[] {(byte) 0xcc});
        sites.put(address, new Site(original, handler));
    }

    void runToEnd() {
        process.resume(process.liveThreads().getFirst(), 0);
        while (true) {
            WaitEvent event = process.await();
            if (event instanceof WaitEvent.ProcessEnded) {
                return;
            } else if (event instanceof WaitEvent.Trapped trapped) {
                trapped(trapped.thread());
            } else if (event instanceof WaitEvent.Signalled signalled) {
                process.resume(signalled.thread(), signalled.signal());
            } else if (event instanceof WaitEvent.ThreadCreated created) {
                process.resume(created.parent(), 0);
                process.resume(created.child(), 0);
            } else if (!(event instanceof WaitEvent.ThreadEnded)) {
                throw new AssertionError("unexpected " + event);
            }
        }
    }

    private void trapped(LiveThread thread) {
        Address pc = new Address(thread.registers().get(Register.RIP) - 1);
        Site site = sites.remove(pc);
        if (site != null) {
            process.memory().write(pc, new byte[] {site.original()});
            thread.registers().set(Register.RIP, pc.value());
            site.handler().accept(StoppedFrame.of(thread, program));
        }
        process.resume(thread, 0);
    }

    @Override
    public void close() {
        process.kill();
    }
}
