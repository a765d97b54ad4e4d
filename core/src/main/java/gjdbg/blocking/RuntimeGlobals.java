package gjdbg.blocking;

import gjdbg.error.Unavailable;
import gjdbg.target.Address;
import java.util.Optional;

/** Where the runtime's variables are. */
final class RuntimeGlobals {
    private RuntimeGlobals() {}

    static Optional<Address> find(Scene scene, String name) {
        return scene.program().main().symbol(name);
    }

    /** @throws Unavailable in a program without symbols */
    static Address address(Scene scene, String name) {
        return find(scene, name).orElseThrow(() -> new Unavailable("the heap", "the executable has no symbol " + name));
    }
}
