package gjdbg.cli;

import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.IParamLabelRenderer;
import picocli.CommandLine.IHelpFactory;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The help of a command: a short option's argument stands behind a space. */
final class HelpText implements IHelpFactory {
    static final int WIDTH = 100;

    @Override
    public Help create(CommandSpec command, ColorScheme colours) {
        return new Help(command, colours) {
            @Override
            public IParamLabelRenderer parameterLabelRenderer() {
                return new Labels(super.parameterLabelRenderer());
            }
        };
    }

    private record Labels(IParamLabelRenderer other) implements IParamLabelRenderer {
        @Override
        public Ansi.Text renderParameterLabel(ArgSpec argument, Ansi ansi, List<Ansi.IStyle> styles) {
            boolean isShort = argument instanceof OptionSpec option
                    && option.longestName().length() == 2
                    && option.arity().max() > 0;
            return isShort
                    ? ansi.new Text(" " + argument.paramLabel())
                    : other.renderParameterLabel(argument, ansi, styles);
        }

        @Override
        public String separator() {
            // asked for only of options that have no long name
            return " ";
        }
    }
}
