package gjdbg.examples.snapshots;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gjdbg.testing.Json;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A page that a person would look at: it is clicked and typed into as by mouse and keyboard. */
final class Page {
    private static final long PATIENCE_MILLIS = 10_000;

    private final DevTools tools;
    private final String session;

    private Page(DevTools tools, String session) {
        this.tools = tools;
        this.session = session;
    }

    static Page open(DevTools tools, Path file) throws Exception {
        Object target = tools.command("", "Target.createTarget", Map.of("url", "about:blank"))
                .get("targetId");
        Object session = tools.command("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .get("sessionId");
        Page page = new Page(tools, (String) session);
        for (String domain : List.of("Runtime", "Log", "Page", "Network")) {
            page.command(domain + ".enable", Map.of());
        }
        URI address = file.toUri();
        page.command("Page.navigate", Map.of("url", address.toString()));
        page.until("document.readyState", "complete");
        return page;
    }

    Map<String, Object> command(String method, Map<String, Object> parameters) throws Exception {
        return tools.command(session, method, parameters);
    }

    /** What a JavaScript expression gives in the page. */
    Object evaluate(String expression) throws Exception {
        Map<String, Object> answer =
                command("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
        if (answer.containsKey("exceptionDetails")) {
            throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
        }
        return DevTools.members(answer.get("result")).get("value");
    }

    String text(String selector) throws Exception {
        return (String) evaluate("document.querySelector(" + Json.write(selector) + ").textContent");
    }

    int number(String expression) throws Exception {
        return ((Number) evaluate(expression)).intValue();
    }

    int count(String selector) throws Exception {
        return number("document.querySelectorAll(" + Json.write(selector) + ").length");
    }

    /** Waits for the page to get there. */
    void until(String expression, Object expected) throws Exception {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        Object value = evaluate(expression);
        while (!expected.equals(value) && System.currentTimeMillis() < end) {
            Thread.sleep(20);
            value = evaluate(expression);
        }
        assertEquals(expected, value, expression);
    }

    /** With the mouse, at its middle. */
    void click(String selector) throws Exception {
        Object middle = evaluate("(() => { const e = document.querySelector(" + Json.write(selector)
                + "); e.scrollIntoView({ block: 'center' }); const r = e.getBoundingClientRect();"
                + " return [r.x + r.width / 2, r.y + r.height / 2]; })()");
        List<?> at = (List<?>) middle;
        for (String type : List.of("mousePressed", "mouseReleased")) {
            command(
                    "Input.dispatchMouseEvent",
                    Map.of("type", type, "x", at.get(0), "y", at.get(1), "button", "left", "clickCount", 1));
        }
    }

    /** With the keyboard, over what is there. */
    void type(String selector, String text) throws Exception {
        evaluate("(e => { e.focus(); e.select(); })(document.querySelector(" + Json.write(selector) + "))");
        if (text.isEmpty()) {
            for (String type : List.of("rawKeyDown", "keyUp")) {
                command(
                        "Input.dispatchKeyEvent",
                        Map.of("type", type, "key", "Delete", "code", "Delete", "windowsVirtualKeyCode", 46));
            }
        } else {
            command("Input.insertText", Map.of("text", text));
        }
    }

    void choose(String selector, String option) throws Exception {
        evaluate("(e => { e.value = " + Json.write(option)
                + "; e.dispatchEvent(new Event('input', { bubbles: true })); })(document.querySelector("
                + Json.write(selector) + "))");
        assertEquals(option, evaluate("document.querySelector(" + Json.write(selector) + ").value"));
    }

    /** What went wrong in the page: exceptions, errors and warnings on the console, resources that could not be had. */
    List<String> errors() {
        List<String> errors = new ArrayList<>();
        tools.events("Runtime.exceptionThrown").forEach(each -> errors.add("" + each));
        tools.events("Log.entryAdded").forEach(each -> errors.add("" + each));
        tools.events("Runtime.consoleAPICalled").forEach(each -> errors.add("" + each));
        return errors;
    }

    /** All addresses that were asked for. */
    List<String> requests() {
        return tools.events("Network.requestWillBeSent").stream()
                .map(each -> (String) DevTools.members(each.get("request")).get("url"))
                .toList();
    }

    void screenshot(Path file) throws Exception {
        String data = (String)
                command("Page.captureScreenshot", Map.of("format", "png")).get("data");
        Files.write(file, Base64.getDecoder().decode(data));
    }
}
