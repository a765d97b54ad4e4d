package gjdbg.goruntime;

import gjdbg.error.GjdbgException;
import gjdbg.symbol.ModuleSymbols;
import java.util.Objects;

/** The runtime's layout, found when it is first needed; where it can't be found, each question is answered by the same error. */
final class LazyLayout {
    private final String goVersion;
    private final ModuleSymbols symbols;
    private volatile RuntimeLayout layout;
    private GjdbgException failure;

    LazyLayout(String goVersion, ModuleSymbols symbols) {
        this.goVersion = Objects.requireNonNull(goVersion);
        this.symbols = Objects.requireNonNull(symbols);
    }

    RuntimeLayout get() {
        RuntimeLayout known = layout;
        return known != null ? known : find();
    }

    private synchronized RuntimeLayout find() {
        if (failure != null) {
            throw failure;
        }
        if (layout == null) {
            try {
                layout = RuntimeLayout.of(goVersion, symbols);
            } catch (GjdbgException e) {
                failure = e;
                throw e;
            }
        }
        return layout;
    }
}
