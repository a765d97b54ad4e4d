package gjdbg.session;

import gjdbg.breakpoint.Breakpoint;
import gjdbg.breakpoint.Locator;
import gjdbg.breakpoint.Sites;
import gjdbg.breakpoint.SlotPool;
import gjdbg.breakpoint.StepPastPlanner;
import gjdbg.breakpoint.Where;
import gjdbg.error.GjdbgException;
import gjdbg.symbol.Program;
import gjdbg.target.Mapping;
import gjdbg.target.Target;
import gjdbg.target.TargetThread;
import gjdbg.target.linux.LiveProcess;
import gjdbg.target.linux.LiveThread;
import gjdbg.unwind.Frame;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** The parts of a live session, and how they are put together. */
final class Engine {
    private final LiveProcess process;
    private final SlotPages pages;
    private final SlotPool slots;
    private final Sites<SiteUser> sites;
    private final MaskedTarget target;
    private final SiteBoard board;
    private final BreakpointTable breakpoints;
    private final EventListeners listeners = new EventListeners();
    private final InPlaceStep inPlace;
    private final Passing passing;
    private final Tracees tracees;
    private final Conductor conductor;
    private final SignalPolicy policy;
    private ProgramView view;
    private boolean panicStops;
    /** Of a process that was looked at before it was stopped. */
    private List<Mapping> files = List.of();

    Engine(LiveProcess process, Requests requests) {
        this.process = process;
        pages = new SlotPages(process);
        slots = new SlotPool(process.memory(), pages);
        sites = new Sites<>(process.memory(), new StepPastPlanner(slots));
        target = new MaskedTarget(process, new StillMemory(sites.memory(), this::still));
        view = new ProgramView(target);
        board = new SiteBoard(sites, this::innermost);
        breakpoints = new BreakpointTable(board, () -> new Locator(program()));
        policy = new SignalPolicy(process.pid());
        inPlace = new InPlaceStep(process, sites, policy);
        passing = new Passing(process, sites, slots, inPlace);
        tracees = new Tracees(process);
        EventDealer dealer = new EventDealer(
                process, tracees, passing, board, listeners, policy, new Children(process, sites), this::executed);
        conductor = new Conductor(process, tracees, passing, dealer, requests, inPlace, new IdleReading(() -> view));
        rest();
    }

    private boolean still() {
        return conductor != null && !conductor.busy();
    }

    /**
     * Reads ahead, from a process that still runs, what has to be read while it stands: symbols and layouts are then known,
     * and the code that reads has been run. What it finds may not go together, and is forgotten.
     */
    void rehearse(Duration most) {
        try {
            files = mappedFiles();
            view.readStacks(most);
        } catch (GjdbgException e) {
            // when it stands it is asked again, and says why
        }
    }

    /** The process stands, and may have loaded other files since the rehearsal. */
    void seized() {
        if (!mappedFiles().equals(files)) {
            view = new ProgramView(target);
        }
        rest();
    }

    private List<Mapping> mappedFiles() {
        return process.mappings().stream()
                .filter(mapping -> mapping.path().startsWith("/"))
                .toList();
    }

    Target target() {
        return target;
    }

    private Program program() {
        return view.program();
    }

    ProgramView view() {
        return view;
    }

    SignalPolicy signals() {
        return policy;
    }

    Conductor conductor() {
        return conductor;
    }

    BreakpointTable breakpoints() {
        return breakpoints;
    }

    EventListeners listeners() {
        return listeners;
    }

    Stop run() {
        if (!panicStops && program().isGo()) {
            panicStops = true;
            new PanicStops(listeners).stand(program().main(), board);
        }
        sites.arm();
        Stop stop;
        try {
            stop = conductor.run();
        } finally {
            rest();
        }
        process.invalidateMappings();
        if (!stop.ended() && listeners.any(EventKind.STOP)) {
            listeners.tell(new SessionEvent(
                    EventKind.STOP, stop.thread(), 0, stop.reason().toString()));
        }
        return stop;
    }

    Breakpoint addHook(Where where, HookHandler handler) {
        ReturnProbes probes = new ReturnProbes(board, view::goRuntime, view::variables, handler);
        return breakpoints.add(where, locations -> {
            if (handler.wantsReturn()) {
                probes.stand(locations, program(), target.memory());
            }
            return new HookTrigger(handler, probes);
        });
    }

    Stepper stepper(Supplier<Stop> resume) {
        return new Stepper(board, target.memory(), view::goRuntime, this::innermost, resume);
    }

    Stop stepInstruction(LiveThread thread) {
        Stop stop = new InstructionStep(sites, tracees, inPlace, conductor).step(thread);
        rest();
        return stop;
    }

    /**
     * While an attached process stands still nothing of ours is in its code and its registers: if gjdbg were killed now, the
     * kernel would let it run as it is.
     */
    private void rest() {
        if (!process.launched() && !process.liveThreads().isEmpty()) {
            sites.rest();
            process.flushRegisters();
        }
    }

    Frame innermost(TargetThread thread) {
        return view.unwinder().first(thread);
    }

    /** Takes everything out of a stopped target that was put into it. */
    void takeOut() {
        conductor.stopAll();
        conductor.forgetLateEvents();
        sites.liftAll();
        sites.clear();
        pages.unmap(slots.pages());
        slots.clear();
    }

    /** The target runs another program: what stood in the old one is gone with it. */
    private void executed() {
        sites.clear();
        slots.clear();
        process.invalidateMappings();
        view = new ProgramView(target);
        panicStops = false;
        breakpoints.moveToNewProgram();
    }
}
