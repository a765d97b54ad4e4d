package gjdbg.expr;

import gjdbg.value.Evaluation;
import gjdbg.value.Value;
import gjdbg.value.Variables;
import java.util.LinkedHashMap;
import java.util.Map;

/** Go's and C's expressions; those used last stay parsed. For use by one thread. */
public final class Expressions implements Evaluation {
    private static final int KEPT = 256;

    private final Map<String, Expression> parsed = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Expression> eldest) {
            return size() > KEPT;
        }
    };

    @Override
    public Value evaluate(String expression, Variables variables) {
        return parsed.computeIfAbsent(expression, text -> Expression.parse(text, variables))
                .evaluate(variables);
    }

    @Override
    public Value assignable(String expression, Variables variables) {
        return parsed.computeIfAbsent(expression, text -> Expression.parse(text, variables))
                .assignable(variables);
    }
}
