package gjdbg.script.bind;

import gjdbg.blocking.Holders;
import gjdbg.blocking.Scene;
import gjdbg.blocking.StuckFinder;
import gjdbg.blocking.WaitReader;
import gjdbg.error.Unavailable;
import gjdbg.session.Session;

/** What tells of goroutines' waits, made when it is first asked for. */
final class Blocking {
    private final Session session;
    private Scene scene;
    private WaitReader waits;
    private Holders holders;

    Blocking(Session session) {
        this.session = session;
    }

    Scene scene() {
        if (scene == null) {
            scene = new Scene(
                    session.target().memory(),
                    session.program(),
                    session.goRuntime()
                            .orElseThrow(() -> new Unavailable("what goroutines wait on", "the program is not Go's")),
                    session.types(),
                    session::frames,
                    session::variables);
        }
        return scene;
    }

    WaitReader waits() {
        if (waits == null) {
            waits = new WaitReader(scene());
        }
        return waits;
    }

    Holders holders() {
        if (holders == null) {
            holders = new Holders(scene());
        }
        return holders;
    }

    StuckFinder.Found stuck() {
        return new StuckFinder(scene(), waits(), holders()).find();
    }
}
