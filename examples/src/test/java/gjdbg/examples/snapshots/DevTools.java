package gjdbg.examples.snapshots;

import gjdbg.testing.Json;
import gjdbg.testing.JsonReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The Chrome DevTools protocol over its WebSocket: commands with answers, and all events that came. */
final class DevTools implements AutoCloseable, WebSocket.Listener {
    private static final int SECONDS = 60;

    private final HttpClient client = HttpClient.newHttpClient();
    private final StringBuilder message = new StringBuilder();
    private final AtomicInteger last = new AtomicInteger();
    private final Map<Integer, CompletableFuture<Map<String, Object>>> waiting = new ConcurrentHashMap<>();
    private final List<Map<String, Object>> events = Collections.synchronizedList(new ArrayList<>());
    private WebSocket socket;

    static DevTools connect(URI address) throws Exception {
        DevTools tools = new DevTools();
        tools.socket =
                tools.client.newWebSocketBuilder().buildAsync(address, tools).get(SECONDS, TimeUnit.SECONDS);
        return tools;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
        message.append(part);
        if (isLast) {
            received(members(JsonReader.read(message.toString())));
            message.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void received(Map<String, Object> data) {
        if (data.get("id") instanceof Number id) {
            CompletableFuture<Map<String, Object>> answer = waiting.remove(id.intValue());
            if (data.containsKey("error")) {
                answer.completeExceptionally(new IllegalStateException("" + data.get("error")));
            } else {
                answer.complete(members(data.get("result")));
            }
        } else {
            events.add(data);
        }
    }

    /** @param session empty for the browser itself */
    Map<String, Object> command(String session, String method, Map<String, Object> parameters) throws Exception {
        int id = last.incrementAndGet();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", id);
        data.put("method", method);
        data.put("params", parameters);
        if (!session.isEmpty()) {
            data.put("sessionId", session);
        }
        CompletableFuture<Map<String, Object>> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        socket.sendText(Json.write(data), true).get(SECONDS, TimeUnit.SECONDS);
        return answer.get(SECONDS, TimeUnit.SECONDS);
    }

    /** The parameters of all events of that name so far. */
    List<Map<String, Object>> events(String method) {
        synchronized (events) {
            return events.stream()
                    .filter(each -> method.equals(each.get("method")))
                    .map(each -> members(each.get("params")))
                    .toList();
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> members(Object object) {
        return (Map<String, Object>) object;
    }

    @Override
    public void close() {
        socket.abort();
        client.shutdownNow();
    }
}
