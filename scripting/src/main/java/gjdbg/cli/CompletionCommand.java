package gjdbg.cli;

import gjdbg.error.BadRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Prints what makes bash or zsh complete gjdbg's commands and options.",
        customSynopsis = "gjdbg completion bash|zsh",
        footerHeading = "%nExamples:%n",
        footer = {
            "  source <(gjdbg completion bash)                   for this shell; in ~/.bashrc for all",
            "  gjdbg completion zsh > ~/.zsh/functions/_gjdbg    in a folder of zsh's fpath"
        },
        exitCodeListHeading = ExitStatus.HEADING,
        exitCodeList = {"0:it was printed", ExitStatus.UNUSABLE})
final class CompletionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(hidden = true)
    private List<String> shells = new ArrayList<>();

    @Override
    public Integer call() {
        if (shells.size() != 1 || !List.of("bash", "zsh").contains(shells.getFirst())) {
            throw new BadRequest("a shell is wanted: gjdbg completion bash|zsh");
        }
        // Scripts, programs and cores are files, which picocli would not offer for a parameter that is text.
        String script = AutoComplete.bash("gjdbg", spec.root().commandLine())
                .replace("  type compopt &>/dev/null && compopt +o default\n", "");
        System.out.print(shells.getFirst().equals("zsh") ? forZsh(script) : script);
        return Main.DONE;
    }

    /** zsh reads bash's; a file in its fpath begins with the command's name and completes when it is first called. */
    private static String forZsh(String script) {
        return "#compdef gjdbg\n" + script + """

                if [[ ${funcstack[1]-} = _gjdbg ]]; then
                  _bash_complete -o default -F _complete_gjdbg
                fi
                """;
    }
}
