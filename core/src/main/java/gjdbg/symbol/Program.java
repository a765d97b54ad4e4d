package gjdbg.symbol;

import gjdbg.target.Address;
import java.util.List;
import java.util.Optional;

/** The modules of a process; the executable is the first. */
public interface Program {
    List<LoadedModule> modules();

    LoadedModule main();

    Optional<LoadedModule> moduleAt(Address address);

    /** As runtime.buildVersion tells: {@code go1.22.12}; empty for a program that is not Go's. */
    Optional<String> goVersion();

    /** Whether it was built by Go 1.MINOR or later; a development version counts as the release that it leads to. */
    default boolean isGoAtLeast(int minor) {
        String version = goVersion().orElse("");
        int start = version.indexOf("go1.") + "go1.".length();
        int end = start;
        while (end < version.length() && end < start + 4 && Character.isDigit(version.charAt(end))) {
            end++;
        }
        return version.contains("go1.") && end > start && Integer.parseInt(version.substring(start, end)) >= minor;
    }

    default boolean isGo() {
        return goVersion().isPresent();
    }
}
