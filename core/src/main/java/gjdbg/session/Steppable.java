package gjdbg.session;

/** Which functions a step stops in. */
final class Steppable {
    private Steppable() {}

    /** Not the runtime's own, unless the step began there: {@code go}, channel operations and maps are one step. */
    static boolean named(String function, String from) {
        return !isRuntime(function) || isRuntime(from);
    }

    /** What stands between a goroutine's first function and nothing: returning there is the end of the goroutine. */
    static boolean endsStack(String function) {
        return function.equals("runtime.main") || function.startsWith("runtime.goexit");
    }

    private static boolean isRuntime(String function) {
        return function.startsWith("runtime.") || function.startsWith("internal/runtime/");
    }
}
