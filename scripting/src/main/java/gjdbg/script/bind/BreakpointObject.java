package gjdbg.script.bind;

import gjdbg.breakpoint.Breakpoint;
import gjdbg.breakpoint.BreakpointLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A breakpoint or hook: {@code Breakpoint}. */
final class BreakpointObject extends Bound<BreakpointObject> {
    private static final Shape<BreakpointObject> SHAPE = new Shape<BreakpointObject>("breakpoint")
            .property("id", self -> self.breakpoint.id())
            .property("where", self -> self.breakpoint.where().toString())
            .property("locations", BreakpointObject::locations)
            .property("hits", self -> self.binding.js().integer(self.breakpoint.hits(), false))
            .property("enabled", self -> self.breakpoint.enabled())
            .setter("enabled", (self, value) -> self.breakpoint.enable(Arguments.flag(value, "enabled")))
            .property("mechanism", self -> self.breakpoint.mechanism())
            .action("remove", (self, arguments) -> {
                self.breakpoint.remove();
            });

    private final Breakpoint breakpoint;

    BreakpointObject(Binding binding, Breakpoint breakpoint) {
        super(SHAPE, binding);
        this.breakpoint = breakpoint;
    }

    private Object locations() {
        return binding.js()
                .list(breakpoint.locations().stream().map(this::location).toList());
    }

    private Object location(BreakpointLocation location) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("address", binding.js().unsigned(location.address().value()));
        members.put("function", location.function());
        members.put("file", location.file());
        members.put("line", location.line());
        return binding.js().record(members);
    }

    @Override
    public String toString() {
        List<BreakpointLocation> places = breakpoint.locations();
        String place = places.size() == 1
                ? places.getFirst().function() + " (" + places.getFirst().file() + ":"
                        + places.getFirst().line() + ")"
                : places.size() + " places";
        return "breakpoint " + breakpoint.id() + " at " + breakpoint.where() + ": " + place + ", hit "
                + breakpoint.hits() + (breakpoint.hits() == 1 ? " time" : " times")
                + (breakpoint.enabled() ? "" : ", disabled");
    }
}
