package gjdbg.script.bind;

import gjdbg.error.BadRequest;
import gjdbg.target.Address;
import gjdbg.target.Mapping;
import gjdbg.target.Memory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;

/** The target's memory: {@code Memory}. */
final class MemoryObject extends Bound<MemoryObject> {
    private static final int LONGEST_STRING = 1 << 20;
    /** It is held three times over on its way into the script. */
    private static final int MOST_AT_ONCE = 1 << 26;

    private static final Shape<MemoryObject> SHAPE = new Shape<MemoryObject>("memory")
            .property("regions", MemoryObject::regions)
            .method("read", (self, a) -> self.binding.js().bytes(self.memory().bytes(address(a), length(a))))
            .action("write", (self, a) -> {
                self.memory().write(address(a), Arguments.bytes(Arguments.required(a, 1, "bytes")));
            })
            .method("readU8", (self, a) -> self.memory().u8(address(a)))
            .method("readU16", (self, a) -> self.memory().u16(address(a)))
            .method(
                    "readU32",
                    (self, a) -> self.binding.js().integer(self.memory().u32(address(a)), true))
            .method(
                    "readU64",
                    (self, a) -> self.binding.js().unsigned(self.memory().u64(address(a))))
            .method(
                    "readPointer",
                    (self, a) -> self.binding.js().unsigned(self.memory().u64(address(a))))
            .method("readCString", (self, a) -> self.cString(address(a)))
            .method("search", (self, a) -> self.search(a));

    MemoryObject(Binding binding) {
        super(SHAPE, binding);
    }

    private Memory memory() {
        return binding.session().target().memory();
    }

    private static Address address(Value[] arguments) {
        return Arguments.address(Arguments.required(arguments, 0, "an address"));
    }

    private static int length(Value[] arguments) {
        int length = Arguments.length(arguments, 1, "a length in bytes");
        if (length > MOST_AT_ONCE) {
            throw new BadRequest(length + " bytes are too many to read at once; read " + MOST_AT_ONCE + " at a time");
        }
        return length;
    }

    private String cString(Address start) {
        // read in small pieces that stay within a page, for the next one may not be there
        java.io.ByteArrayOutputStream text = new java.io.ByteArrayOutputStream();
        Address at = start;
        while (text.size() < LONGEST_STRING) {
            int toPageEnd = (int) (4096 - (at.value() & 4095));
            byte[] piece = memory().bytes(at, Math.min(toPageEnd, 256));
            for (byte each : piece) {
                if (each == 0) {
                    return text.toString(StandardCharsets.UTF_8);
                }
                text.write(each);
            }
            at = at.plus(piece.length);
        }
        throw new BadRequest("no end of the string at " + start + " within " + LONGEST_STRING + " bytes");
    }

    private Object regions() {
        List<Object> regions = new ArrayList<>();
        for (Mapping mapping : binding.session().target().mappings()) {
            Map<String, Object> region = new LinkedHashMap<>();
            region.put("start", binding.js().unsigned(mapping.start().value()));
            region.put("end", binding.js().unsigned(mapping.end().value()));
            region.put("size", (double) mapping.size());
            region.put("readable", mapping.readable());
            region.put("writable", mapping.writable());
            region.put("executable", mapping.executable());
            region.put("path", mapping.path());
            regions.add(binding.js().record(region));
        }
        return binding.js().list(regions);
    }

    /** Addresses of the pattern, in the range {start, end} or in all readable memory. */
    private Object search(Value[] arguments) {
        BytePattern pattern = BytePattern.of(Arguments.required(arguments, 0, "a pattern"));
        long low = 0;
        long high = Long.MAX_VALUE;
        if (arguments.length > 1 && !arguments[1].isNull()) {
            Options.require(arguments[1], "a range", "start", "end");
            low = bound(arguments[1], "start");
            high = bound(arguments[1], "end");
        }
        List<Object> found = new ArrayList<>();
        for (Mapping mapping : binding.session().target().readableMappings()) {
            if (mapping.end().value() > low && mapping.start().value() < high) {
                pattern.findIn(
                        memory(),
                        Math.max(low, mapping.start().value()),
                        Math.min(high, mapping.end().value()),
                        address -> found.add(binding.js().unsigned(address)));
            }
        }
        return binding.js().list(found);
    }

    private static long bound(Value range, String name) {
        return Arguments.word(Arguments.member(range, name)
                .orElseThrow(() ->
                        new BadRequest("a range is { start, end }, of two addresses, not " + Arguments.told(range))));
    }

    @Override
    public String toString() {
        return "memory of process " + binding.session().target().pid();
    }
}
