package gjdbg.testbins;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Hands the binaries that {@link GoProgramTest} asks for to its test. */
final class GoProgramExtension implements TestTemplateInvocationContextProvider {
    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return context.getRequiredTestMethod().isAnnotationPresent(GoProgramTest.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        GoProgramTest wanted = context.getRequiredTestMethod().getAnnotation(GoProgramTest.class);
        return Fixtures.versions().stream()
                .filter(version -> minor(version) >= minor(wanted.since()))
                .flatMap(version ->
                        Arrays.stream(wanted.modes()).map(mode -> new Invocation(wanted.program(), version, mode)));
    }

    private static int minor(String version) {
        return Integer.parseInt(version.substring(version.indexOf('.') + 1));
    }

    private record Invocation(String program, String version, Mode mode)
            implements TestTemplateInvocationContext, ParameterResolver {
        @Override
        public String getDisplayName(int index) {
            return version + " " + mode;
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == GoBinary.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return Fixtures.go(program, version, mode);
        }
    }
}
