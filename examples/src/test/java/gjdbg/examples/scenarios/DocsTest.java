package gjdbg.examples.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gjdbg.testbins.Fixtures;
import gjdbg.testbins.Mode;
import gjdbg.testbins.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All scenarios that docs/scenarios.md shows are run as they stand there, in the folder of a program named bank. */
class DocsTest {
    private static final Pattern CODE = Pattern.compile("```js\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void the_scenarios_of_the_page_pass() throws IOException {
        Files.copy(Fixtures.go("bank", "1.26", Mode.NOOPT).path(), folder.resolve("bank"));
        List<String> files = new ArrayList<>();
        Matcher code = CODE.matcher(Files.readString(Path.of("../docs/scenarios.md")));
        while (code.find()) {
            String name = "page" + files.size() + ".js";
            Files.writeString(folder.resolve(name), code.group(1));
            files.add(name);
        }
        assertEquals(3, files.size());
        Run run = ScenarioRun.command(folder, List.of(), files.toArray(String[]::new));
        assertEquals(0, run.status(), run.out() + run.err());
    }
}
