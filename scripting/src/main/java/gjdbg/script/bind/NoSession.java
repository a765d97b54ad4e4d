package gjdbg.script.bind;

import gjdbg.error.Unavailable;
import gjdbg.session.Session;
import java.lang.reflect.Proxy;

/** Stands where a session is wanted and no target is there: every method throws {@link Unavailable}. */
final class NoSession {
    private NoSession() {}

    static Session get() {
        return (Session) Proxy.newProxyInstance(
                Session.class.getClassLoader(), new Class<?>[] {Session.class}, (self, method, arguments) -> {
                    throw new Unavailable("the target", "this script runs without one");
                });
    }
}
