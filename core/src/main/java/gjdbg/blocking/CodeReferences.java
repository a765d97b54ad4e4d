package gjdbg.blocking;

import gjdbg.symbol.Function;
import gjdbg.symbol.LoadedModule;
import gjdbg.target.Address;
import gjdbg.target.amd64.Flow;
import gjdbg.target.amd64.Instruction;
import gjdbg.target.amd64.MemoryOperand;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** Which functions, variables and constants the code of the executable's functions refers to. */
final class CodeReferences {
    private static final int LARGEST_FUNCTION = 1 << 22;
    /** pkg.T.M, pkg.(*T).M, also with type arguments; function literals look alike, and end in a number. */
    private static final Pattern METHOD = Pattern.compile("[^.]+\\.(\\(.*\\)|[^.(]+(\\[.*\\])?)\\.[^.]+");

    private static final Pattern LITERAL = Pattern.compile(".*\\.(func|gowrap|deferwrap|init\\.)\\d+");

    private static final Pattern ENDLESS =
            Pattern.compile("runtime\\.(gopanic|(goP|p)anic[^.]*|throw|fatal[^.]*|block|Goexit|morestack[^.]*)");

    private final LoadedModule program;
    private final Map<Long, long[]> byFunction = new HashMap<>();
    private final Map<Long, long[]> byPc = new HashMap<>();
    private boolean unclear;

    CodeReferences(LoadedModule program) {
        this.program = program;
    }

    /**
     * The addresses that the function which begins there refers to; empty where none does, or where it is one of the
     * runtime's, which know of no variable of the program's.
     */
    Optional<long[]> ofFunction(long entry) {
        long[] known = byFunction.get(entry);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Function> function = function(entry)
                .filter(each -> program.toMemory(each.entry()).value() == entry)
                .filter(each -> !isRuntime(each.name()));
        function.ifPresent(
                each -> byFunction.put(entry, references(each, code(each).instructions())));
        return function.map(each -> byFunction.get(entry));
    }

    /** As {@link #ofFunction}, of the code that may run after a function goes on at that address. */
    long[] from(long pc, boolean afterCall) {
        return byPc.computeIfAbsent(
                pc,
                key -> function(afterCall ? pc - 1 : pc)
                        .filter(each -> !isRuntime(each.name()))
                        .map(each -> references(each, code(each).from(pc, this::isEndless)))
                        .orElse(new long[0]));
    }

    /** Whether some code that was asked for is not understood, so that it may refer to anything. */
    boolean isUnclear() {
        return unclear;
    }

    /** The entries of methods, and of what C may call. */
    long[] methods() {
        return entries(name -> isMethod(name) || isExported(name));
    }

    /** The entries of what C may call. */
    long[] exported() {
        return entries(CodeReferences::isExported);
    }

    private long[] entries(Predicate<String> names) {
        return program.symbols().functions(names).stream()
                .mapToLong(each -> program.toMemory(each.entry()).value())
                .toArray();
    }

    private static boolean isExported(String name) {
        return name.startsWith("_cgoexp_");
    }

    private static boolean isMethod(String name) {
        String local = name.substring(slash(name) + 1);
        return !isRuntime(name)
                && METHOD.matcher(local).matches()
                && !LITERAL.matcher(local).matches();
    }

    /** The last slash of the package's path: those of type arguments come after a bracket. */
    private static int slash(String name) {
        int bracket = name.indexOf('[');
        return name.lastIndexOf('/', bracket < 0 ? name.length() : bracket);
    }

    private static boolean isRuntime(String function) {
        return function.startsWith("runtime.")
                || function.startsWith("internal/runtime/")
                || function.startsWith("runtime/internal/");
    }

    /** What the compiler puts behind such calls is the code of other branches; morestack's goes back to the beginning. */
    private boolean isEndless(long called) {
        return function(called)
                .filter(each -> ENDLESS.matcher(each.name()).matches())
                .isPresent();
    }

    private Optional<Function> function(long address) {
        return program.symbols().functionAt(program.toFile(new Address(address)));
    }

    private FunctionCode code(Function function) {
        long size = Math.min(function.size(), LARGEST_FUNCTION);
        byte[] bytes = program.file().bytesAt(function.entry(), (int) size).array(0, size);
        FunctionCode code =
                new FunctionCode(bytes, program.toMemory(function.entry()).value());
        // what is written in assembly computes, and what is written in C knows nothing of Go's variables
        boolean compiled = program.symbols()
                .goLineTable()
                .flatMap(lines -> lines.functionAt(function.entry()))
                .filter(each -> !each.isAsm())
                .isPresent();
        unclear |= compiled && (!code.isWhole() || size < function.size());
        return code;
    }

    private long[] references(Function function, List<Instruction> instructions) {
        long start = program.toMemory(function.entry()).value();
        long end = program.toMemory(function.end()).value();
        return instructions.stream()
                .flatMapToLong(CodeReferences::operands)
                .filter(each -> (each < start || each >= end) && program.contains(new Address(each)))
                .distinct()
                .toArray();
    }

    /** The addresses that an instruction may mean. */
    private static LongStream operands(Instruction instruction) {
        LongStream target = instruction.directTarget().stream();
        LongStream immediate = instruction.flow() == Flow.NEXT && instruction.immediateSize() >= 4
                ? LongStream.of(instruction.immediate())
                : LongStream.empty();
        LongStream memory = instruction.memory().stream().mapToLong(each -> address(each, instruction));
        return LongStream.concat(LongStream.concat(target, immediate), memory);
    }

    private static long address(MemoryOperand operand, Instruction instruction) {
        return operand.displacement() + (operand.ripRelative() ? instruction.next() : 0);
    }
}
