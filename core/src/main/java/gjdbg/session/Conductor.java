package gjdbg.session;

import gjdbg.error.BadRequest;
import gjdbg.error.TargetGone;
import gjdbg.target.linux.LiveProcess;
import gjdbg.target.linux.LiveThread;
import gjdbg.target.linux.WaitEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Lets the target run, deals with what happens there, and stops it again: between runs every thread stands still. */
final class Conductor {
    private static final long END_NANOS = 2_000_000_000L;

    private final LiveProcess process;
    private final Tracees tracees;
    private final Passing passing;
    private final EventDealer dealer;
    private final Requests requests;
    private final InPlaceStep inPlace;
    private final IdleReading idle;
    /** Events that came while the threads were being stopped, to be dealt with when they next run. */
    private final Deque<WaitEvent> late = new ArrayDeque<>();

    private boolean busy;

    Conductor(
            LiveProcess process,
            Tracees tracees,
            Passing passing,
            EventDealer dealer,
            Requests requests,
            InPlaceStep inPlace,
            IdleReading idle) {
        this.process = process;
        this.tracees = tracees;
        this.passing = passing;
        this.dealer = dealer;
        this.requests = requests;
        this.inPlace = inPlace;
        this.idle = idle;
    }

    /** Whether a run is under way, so that the caller is a handler within it. */
    boolean busy() {
        return busy;
    }

    /** Runs until something stops every thread, or the process has ended. */
    Stop run() {
        if (busy) {
            throw new BadRequest(
                    "the target can't be resumed from within a handler; return 'stop' and resume it after that");
        }
        busy = true;
        try {
            Stop stop = runToStop();
            return stop.ended() ? stop : stopAll().orElse(stop);
        } catch (Throwable e) {
            Optional<Stop> end = stopWhatIsLeft();
            if (e instanceof TargetGone) {
                // the target went away under a handler's hands: its end is the news
                end = end.isPresent() ? end : endToCome();
                if (end.isPresent()) {
                    return end.get();
                }
            }
            throw e;
        } finally {
            busy = false;
        }
    }

    /** As {@link #stopAll}, where the process may have ended already. */
    private Optional<Stop> stopWhatIsLeft() {
        try {
            return stopAll();
        } catch (TargetGone gone) {
            return Optional.empty();
        }
    }

    /** A thread may be known to have ended a moment before its process is. */
    private Optional<Stop> endToCome() {
        long limit = System.nanoTime() + END_NANOS;
        try {
            while (System.nanoTime() < limit) {
                Optional<WaitEvent> event = process.poll();
                if (event.isPresent() && event.get() instanceof WaitEvent.ProcessEnded ended) {
                    return dealer.deal(ended);
                }
                if (event.isPresent()) {
                    setAside(event.get());
                } else {
                    Thread.sleep(1);
                }
            }
        } catch (TargetGone gone) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private Stop runToStop() {
        while (true) {
            while (!late.isEmpty()) {
                Optional<Stop> stop = dealer.deal(late.poll());
                if (stop.isPresent()) {
                    return stop.get();
                }
            }
            Optional<Stop> asked = requests.check();
            if (asked.isPresent()) {
                return asked.get();
            }
            tracees.eachStopped(tracee -> dealer.letGo(tracee, tracee.thread().pendingSignal()));
            Optional<Stop> stop = followEvents();
            if (stop.isPresent()) {
                return stop.get();
            }
        }
    }

    /** Empty when threads were stopped for a step in place, so that they have to be let go again. */
    private Optional<Stop> followEvents() {
        while (true) {
            Optional<Stop> stop = dealer.deal(next());
            if (stop.isEmpty()) {
                stop = requests.check();
            }
            if (stop.isPresent()) {
                return stop;
            }
            if (inPlace.happened()) {
                inPlace.takeEvents().forEach(this::setAside);
                return Optional.empty();
            }
        }
    }

    private WaitEvent next() {
        while (idle.goesOn()) {
            Optional<WaitEvent> event = process.poll();
            if (event.isPresent()) {
                return event.get();
            }
            idle.step();
        }
        return process.await();
    }

    /** Stops every thread. Holds the process's end if that came first. */
    Optional<Stop> stopAll() {
        Optional<Stop> end = takeUp(process.stopAll());
        if (end.isPresent()) {
            return end;
        }
        tracees.eachStopped(passing::outOfSlot);
        return Optional.empty();
    }

    private void setAside(WaitEvent event) {
        switch (event) {
            case WaitEvent.Trapped(LiveThread thread, WaitEvent.Trap kind) -> {
                if (dealer.isForeign(thread) || !passing.settle(tracees.of(thread), kind)) {
                    late.add(event);
                }
            }
            case WaitEvent.ThreadEnded ended -> dealer.deal(ended);
            case WaitEvent.Interrupted interrupted -> {
                // it stands still, which is all that was wanted
            }
            case WaitEvent.GroupStopped stopped -> {
                // likewise; it goes back to its group stop when it is let go
            }
            case WaitEvent.Woken woken -> {
                // what it was woken for is asked for by the next run
            }
            case WaitEvent.Signalled signalled -> late.add(signalled);
            case WaitEvent.ThreadCreated created -> late.add(created);
            case WaitEvent.Forked forked -> late.add(forked);
            case WaitEvent.VforkDone done -> late.add(done);
            case WaitEvent.Execed execed -> late.add(execed);
            case WaitEvent.SyscallStopped stopped -> late.add(stopped);
            case WaitEvent.ProcessEnded ended -> late.add(ended);
            case WaitEvent.ForeignEnded ended -> late.add(ended);
        }
    }

    /** Keeps events that came outside of a run for the next one. Holds the process's end if it is among them. */
    Optional<Stop> takeUp(List<WaitEvent> events) {
        for (WaitEvent event : events) {
            if (event instanceof WaitEvent.ProcessEnded ended) {
                return dealer.deal(ended);
            }
            setAside(event);
        }
        return Optional.empty();
    }

    /** For the end of the session: what was set aside is no longer of interest, the threads keep their signals. */
    void forgetLateEvents() {
        late.clear();
    }
}
