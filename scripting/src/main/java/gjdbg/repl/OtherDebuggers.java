package gjdbg.repl;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Commands of Delve and gdb that are no words here, with what does the same. */
final class OtherDebuggers {
    private static final Map<String, String> ADVICE = new HashMap<>();

    static {
        put(
                "restart r rerun rebuild run start",
                "a program begins afresh with gjdbg: leave and start it again; tb main.main and c go to its main function");
        put(
                "attach core core-file file exec",
                "the target is named at the start: gjdbg repl ./target, --pid PID or --core CORE");
        put("nexti ni next-instruction", "not yet; si runs one instruction, into calls too");
        put("step-instruction", "here it is si");
        put("watch rwatch awatch hbreak", "not yet; b WHERE if EXPRESSION stops where a value is what is looked for");
        put("call", "not yet");
        put("condition cond ignore", "a breakpoint has its condition from the beginning: b WHERE if EXPRESSION");
        put(
                "on commands display",
                "target.hook('main.work', { onEnter(f) { console.log(f.args) } }) tells at each call");
        put("trace t", "import { trace } from 'gjdbg/stdlib/trace', and then trace('main.work')");
        put("toggle", "here it is enable NUMBER and disable NUMBER");
        put("rbreak", "here it is b /PATTERN/");
        put("deferred", "frame.deferred has them");
        put("dump gcore generate-core-file", "target.dump('program.core') writes a core, if --allow-write=. was given");
        put("restore", "target.memory.write(address, [1, 2]) writes bytes");
        put("examinemem", "here it is x/8xg ADDRESS");
        put("find", "target.memory.search('text') finds it");
        put(
                "jump j",
                "thread.registers.rip = target.symbols.addressesOf('main.go', 42)[0] sets where the thread goes on");
        put("config", "there are no settings; gjdbg.format(frame.locals, { depth: 5, items: 500 }) shows more");
        put("edit ed", "not yet; frame.file and frame.line tell the place");
        put("packages", "not yet; functions main. lists those of a package");
        put(
                "source define python",
                "scripts are JavaScript: gjdbg run script.js ./program, or functions declared here");
        put("transcript", "gjdbg repl ./program < lines > file keeps what is printed");
        put(
                "signal handle catch",
                "target.on('signal', event => 'stop') stops at signals; there are 'fork', 'exec', 'syscall' too");
        put("reverse-continue record tui dap connect", "not yet");
    }

    private OtherDebuggers() {}

    private static void put(String names, String advice) {
        Arrays.stream(names.split(" ")).forEach(name -> ADVICE.put(name, advice));
    }

    /** What to do here instead of that line. */
    static Optional<String> advice(String said) {
        String name = said.strip().split("[\\s/]", 2)[0];
        return Optional.ofNullable(ADVICE.get(name)).map(advice -> name + " is no word here: " + advice);
    }
}
