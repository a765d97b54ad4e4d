package gjdbg.script.bind;

import gjdbg.error.BadRequest;
import gjdbg.error.GjdbgException;
import gjdbg.error.MalformedFile;
import gjdbg.error.MemoryFault;
import gjdbg.error.NotFound;
import gjdbg.error.SystemCallFailed;
import gjdbg.error.TargetGone;
import gjdbg.error.Unavailable;
import java.util.HashMap;
import java.util.Map;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyObject;

/** Turns gjdbg's errors into JavaScript's. */
final class Errors {
    private final Js js;

    Errors(Js js) {
        this.js = js;
    }

    /** Never returns: throws the JavaScript error that stands for this one. */
    RuntimeException raise(GjdbgException error) {
        Map<String, Object> data = new HashMap<>();
        String kind =
                switch (error) {
                    case MalformedFile file -> {
                        data.put("file", file.file());
                        data.put("section", file.section());
                        yield "MalformedFile";
                    }
                    case MemoryFault fault -> {
                        data.put("address", js.unsigned(fault.address()));
                        data.put("length", (double) fault.length());
                        yield "MemoryFault";
                    }
                    case SystemCallFailed failed -> {
                        data.put("call", failed.call());
                        data.put("errno", failed.errno());
                        yield "SystemCallFailed";
                    }
                    case NotFound missing -> {
                        data.put("kind", missing.kind());
                        data.put("missing", missing.name());
                        data.put("closest", js.list(missing.closest()));
                        yield "NotFound";
                    }
                    case Unavailable unavailable -> {
                        data.put("why", unavailable.why());
                        yield "Unavailable";
                    }
                    case TargetGone gone -> {
                        data.put("status", gone.status());
                        yield "TargetGone";
                    }
                    case BadRequest request -> "BadRequest";
                };
        throw withStack(
                js.error(kind, error.getMessage(), ProxyObject.fromMap(data)), kind + ": " + error.getMessage());
    }

    /** The engine leaves the frames beyond a call of the host out of an error's stack; they are the script's own. */
    private static RuntimeException withStack(Value error, String headline) {
        try {
            throw error.throwException();
        } catch (PolyglotException e) {
            error.putMember("stack", headline + ScriptStack.of(e));
            return e;
        }
    }
}
