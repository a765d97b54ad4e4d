package gjdbg.testbins;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test that runs once for each Go release and build mode, with the {@link GoBinary} as its parameter. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(GoProgramExtension.class)
public @interface GoProgramTest {
    String program();

    Mode[] modes() default {Mode.NOOPT, Mode.OPT, Mode.PIE, Mode.STRIPPED};

    /** The first Go release that can build the program. */
    String since() default "1.17";
}
