package gjdbg.script.bind;

import gjdbg.breakpoint.Breakpoint;
import gjdbg.error.BadRequest;
import gjdbg.error.GjdbgException;
import gjdbg.session.Session;
import gjdbg.session.Stop;
import gjdbg.session.StopReason;
import gjdbg.symbol.Position;
import gjdbg.target.TargetThread;
import gjdbg.unwind.Frame;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What the objects of one script share: the session, JavaScript's own functions, and how things become objects. */
public final class Binding {
    private final Session session;
    private final Js js;
    private final Errors errors;
    private final ValueBinder values;
    private final Blocking blocking;
    private final Runnable beforeRun;
    private Texts texts = Texts.PLAIN;
    private final Map<Breakpoint, BreakpointObject> breakpoints = new IdentityHashMap<>();
    /** Counts the times that the target may have run: frames of an earlier time are gone. */
    private long moment;

    private Optional<Stop> troubled = Optional.empty();

    /** @param beforeRun is called before the target runs: what the script printed has to come first */
    public Binding(Session session, Js js, Runnable beforeRun) {
        this.session = session;
        this.js = js;
        this.beforeRun = beforeRun;
        errors = new Errors(js);
        values = new ValueBinder(this);
        blocking = new Blocking(session);
    }

    /** For a script without a target. */
    public Binding(Js js, Runnable beforeRun) {
        this(NoSession.get(), js, beforeRun);
    }

    void showWith(Texts shown) {
        texts = shown;
    }

    /** As console.log shows it. */
    String show(Object object) {
        return texts.of(object);
    }

    Texts texts() {
        return texts;
    }

    public Session session() {
        return session;
    }

    public Js js() {
        return js;
    }

    Errors errors() {
        return errors;
    }

    /** Never returns: throws the JavaScript error that stands for this one. */
    public RuntimeException raise(GjdbgException error) {
        return errors.raise(error);
    }

    ValueBinder values() {
        return values;
    }

    Blocking blocking() {
        return blocking;
    }

    /** A line of a function: {@code Place}; null where it is not known. */
    Object place(Optional<Position> position) {
        if (position.isEmpty()) {
            return null;
        }
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("function", position.get().function());
        place.put("file", position.get().file());
        place.put("line", position.get().line());
        return js.record(place);
    }

    /** Does something for the script: what goes wrong becomes JavaScript's error. */
    public <T> T guarded(Supplier<T> body) {
        try {
            return body.get();
        } catch (GjdbgException e) {
            throw raise(e);
        }
    }

    /** The same object for the same breakpoint, so that scripts can compare {@code stop.breakpoint} with theirs. */
    Object breakpoint(Breakpoint breakpoint) {
        return breakpoints.computeIfAbsent(breakpoint, each -> new BreakpointObject(this, each));
    }

    void run(Runnable resumption) {
        beforeRun.run();
        troubled = Optional.empty();
        moment++;
        try {
            resumption.run();
        } finally {
            moment++;
        }
    }

    /** Where the target stands: at its last stop, or where a handler or condition threw since. */
    Stop lastStop() {
        return troubled.orElseGet(session::lastStop);
    }

    /** A handler or condition threw there, which stops the target. */
    void threw(StopReason reason, Frame frame) {
        troubled = Optional.of(Stop.of(reason, frame.thread()));
    }

    /** A handler's frames hold for as long as the handler runs. */
    void handlerEnded() {
        beforeRun.run();
        moment++;
    }

    long moment() {
        return moment;
    }

    void requireMoment(long made) {
        if (made != moment) {
            throw new BadRequest(
                    "this frame is gone, for the target has run since; ask the new stop or the thread for its frames");
        }
    }

    /** For what was read at one stop and does not hold after it. */
    void requireStill(long made, String name) {
        if (made != moment) {
            throw new BadRequest("the target has run since this was read; ask " + name + " again");
        }
    }

    /** A thread's innermost frame. */
    Optional<Frame> innermost(TargetThread thread) {
        return Optional.of(session.frames(thread).iterator().next());
    }
}
