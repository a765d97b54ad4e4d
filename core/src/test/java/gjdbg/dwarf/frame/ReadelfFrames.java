package gjdbg.dwarf.frame;

import gjdbg.built.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of call frame information as readelf(1) interprets them. */
final class ReadelfFrames {
    private static final List<String> NAMES = List.of(
            "rax", "rdx", "rcx", "rbx", "rsi", "rdi", "rbp", "rsp", "r8", "r9", "r10", "r11", "r12", "r13", "r14",
            "r15", "ra");

    /** @param cells CFA and registers by readelf's names of the columns */
    record Row(long address, Map<String, String> cells) {
        Optional<String> differsFrom(Optional<UnwindRow> found) {
            Map<String, String> ours = new HashMap<>();
            found.ifPresent(row -> {
                ours.put("CFA", cfa(row.cfa()));
                for (String name : cells.keySet()) {
                    if (!name.equals("CFA")) {
                        ours.put(name, rule(row.rule(NAMES.indexOf(name))));
                    }
                }
            });
            return ours.equals(cells)
                    ? Optional.empty()
                    : Optional.of("0x" + Long.toHexString(address) + " " + cells + " read as " + ours);
        }
    }

    private ReadelfFrames() {}

    private static String cfa(CfaRule rule) {
        return switch (rule) {
            case CfaRule.RegisterPlus(int number, long offset) -> String.format("%s%+d", NAMES.get(number), offset);
            case CfaRule.Expression(var expression) -> "exp";
        };
    }

    private static String rule(Optional<RegisterRule> rule) {
        if (rule.isEmpty()) {
            return "u";
        }
        return switch (rule.get()) {
            case RegisterRule.Undefined() -> "u";
            case RegisterRule.SameValue() -> "s";
            case RegisterRule.AtOffset(long offset) -> String.format("c%+d", offset);
            case RegisterRule.CfaPlus(long offset) -> String.format("v%+d", offset);
            case RegisterRule.InRegister(int number) -> NAMES.get(number);
            case RegisterRule.AtExpression(var expression) -> "exp";
            case RegisterRule.ExpressionValue(var expression) -> "vexp";
        };
    }

    static List<Row> of(Path file) {
        Reader reader = new Reader();
        Command.lines(reader::line, "readelf", "-W", "--debug-dump=frames-interp", file.toString());
        reader.finish();
        return reader.rows;
    }

    private static final class Reader {
        private final List<Row> rows = new ArrayList<>();
        private final List<Row> pending = new ArrayList<>();
        private long end;
        private List<String> columns = List.of();

        void line(String text) {
            String[] words = text.trim().split(" +");
            int pc = text.indexOf("pc=");
            if (text.contains(" CIE ") || pc >= 0) {
                finish();
                if (pc >= 0) {
                    end = Long.parseUnsignedLong(
                            text.substring(text.indexOf("..", pc) + 2).trim(), 16);
                }
            } else if (words[0].equals("LOC")) {
                columns = List.of(words).subList(1, words.length);
            } else if (end != 0 && words.length == columns.size() + 1 && words[0].matches("[0-9a-f]{16}")) {
                Map<String, String> cells = new HashMap<>();
                for (int i = 1; i < words.length; i++) {
                    cells.put(columns.get(i - 1), words[i]);
                }
                pending.add(new Row(Long.parseUnsignedLong(words[0], 16), cells));
            }
        }

        /** A row of no bytes counts for no PC: the one after it, or none, does. */
        void finish() {
            for (int i = 0; i < pending.size(); i++) {
                long address = pending.get(i).address();
                long next = i + 1 < pending.size() ? pending.get(i + 1).address() : end;
                if (address != next) {
                    rows.add(pending.get(i));
                }
            }
            pending.clear();
            end = 0;
        }
    }
}
