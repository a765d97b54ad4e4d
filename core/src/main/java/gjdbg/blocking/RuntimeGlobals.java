package gjdbg.blocking;

import gjdbg.error.Unavailable;
import gjdbg.target.Address;
import java.util.Optional;

/** Where the runtime's variables are. */
final class RuntimeGlobals {
    private RuntimeGlobals() {}

    static Optional<Address> find(Scene scene, String name) {
        var program = scene.program().main();
        return program.file().symbol(name).map(symbol -> program.toMemory(symbol.address()));
    }

    /** @throws Unavailable in a program without symbols */
    static Address address(Scene scene, String name) {
        return find(scene, name).orElseThrow(() -> new Unavailable("the heap", "the executable has no symbol " + name));
    }
}
