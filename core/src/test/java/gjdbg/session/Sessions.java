package gjdbg.session;

import gjdbg.target.linux.LaunchRequest;
import gjdbg.unwind.Frame;
import java.nio.file.Path;

/** What tests do with sessions again and again. */
final class Sessions {
    private Sessions() {}

    /** On a program whose output nobody reads. */
    static LiveSession launched(Path program) {
        return LiveSession.launch(LaunchRequest.of(program).withStdout(Path.of("/dev/null")));
    }

    static Frame innermost(Session session, Stop stop) {
        return session.frames(stop.thread().orElseThrow()).iterator().next();
    }
}
