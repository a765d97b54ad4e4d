package gjdbg.script.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** gjdbg.d.ts declares what the objects of scripts have, no more and no less. */
class DeclaredMembersTest {
    /** Where the interface has another name than the class. */
    private static final Map<String, String> NAMES = Map.of(
            "HandleObject", "Value",
            "MachineObject", "SchedulerM",
            "ProcessorObject", "SchedulerP",
            "WaitObject", "WaitingOn");

    /** To come or being made: not declared until then. */
    private static final Set<String> LATER = Set.of("Target.watch", "Target.call");

    @Test
    void each_member_of_each_object_is_declared_and_the_other_way_round() throws Exception {
        Declarations declarations = Declarations.shipped();
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (Class<?> type : boundClasses()) {
            String simple = type.getSimpleName();
            String name = NAMES.getOrDefault(simple, simple.replace("Object", ""));
            Shape<?> shape = shape(type);
            Map<String, Declarations.Member> declared =
                    declarations.members(name).orElse(Map.of());
            Set<String> members = new TreeSet<>(shape.members());
            members.removeIf(member -> LATER.contains(name + "." + member));
            Set<String> names = new TreeSet<>(declared.keySet());
            names.remove("toString");
            names.removeIf(member -> LATER.contains(name + "." + member));
            compared += names.size();
            if (!members.equals(names)) {
                Set<String> missing = new TreeSet<>(members);
                missing.removeAll(names);
                names.removeAll(members);
                wrong.add(name + ": not declared " + missing + ", declared and not there " + names);
            }
            for (Declarations.Member member : declared.values()) {
                if (shape.canBeSet(member.name()) && member.readonly()) {
                    wrong.add(name + "." + member.name() + " can be set, and is declared readonly");
                }
            }
        }
        System.out.println("gjdbg.d.ts: " + compared + " members compared, " + wrong.size() + " disagreements");
        assertEquals("", String.join("\n", wrong));
        assertTrue(compared > 120, "only " + compared);
    }

    private static Shape<?> shape(Class<?> type) throws ReflectiveOperationException {
        Field field = type.getDeclaredField("SHAPE");
        field.setAccessible(true);
        return (Shape<?>) field.get(null);
    }

    private static List<Class<?>> boundClasses() throws IOException, URISyntaxException, ClassNotFoundException {
        Path folder = Path.of(Shape.class.getResource("Shape.class").toURI()).getParent();
        List<Class<?>> classes = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replace(".class", "");
                if (!name.contains("$") && file.toString().endsWith(".class")) {
                    Class<?> type = Class.forName("gjdbg.script.bind." + name);
                    if (type != Bound.class && Bound.class.isAssignableFrom(type)) {
                        classes.add(type);
                    }
                }
            }
        }
        return classes;
    }
}
