package gjdbg.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the distribution's man page is made with. */
@Command(name = "man-page", hidden = true)
final class ManPageCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        System.out.print(ManPage.of(spec.root()));
        return Main.DONE;
    }
}
