package gjdbg.examples.snapshots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.testbins.Fixtures;
import gjdbg.testbins.GoBinary;
import gjdbg.testbins.Mode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The HTML report of a program with a hundred thousand goroutines, in a real browser. */
class SnapshotPageTest {
    private static final int WORKERS = 100_000;
    /** The workers, five jobs, the manager and main. */
    private static final String ALL = "100,007 goroutines in 4 groups";

    private static final String WORKER_GROUP = "#groups .group:nth-child(1)";

    @TempDir
    static Path folder;

    private static GoBinary program;
    private static Path report;
    private static Chromium chromium;
    private static DevTools tools;
    private Page page;

    @BeforeAll
    static void makeReport() throws Exception {
        chromium = Chromium.start(folder.resolve("profile"));
        report = folder.resolve("report.html");
        program = Fixtures.go("crowd", "1.26", Mode.NOOPT);
        try (Crowd crowd = Crowd.start(program.path(), WORKERS)) {
            crowd.snapshot("-o", report.toString());
        }
        tools = chromium.connect();
    }

    @AfterAll
    static void close() throws Exception {
        if (tools != null) {
            tools.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void open() throws Exception {
        page = Page.open(tools, report);
        page.until("document.querySelector('#count').textContent", ALL);
    }

    @AfterEach
    void nothing_went_wrong() {
        assertEquals(List.of(), page.errors());
        assertTrue(
                page.requests().stream()
                        .allMatch(each -> each.equals(report.toUri().toString())
                                || each.equals("about:blank")
                                || each.startsWith("data:")),
                page.requests().toString());
    }

    @Test
    void it_is_loaded_with_what_the_program_is_doing() throws Exception {
        assertTrue(page.text("#title").endsWith("/crowd"), page.text("#title"));
        assertTrue(page.text("#summary").contains("go1.26"), page.text("#summary"));
        assertEquals("100,000", page.text(WORKER_GROUP + " .size"));
        assertEquals("chan receive", page.text(WORKER_GROUP + " .state"));
        assertEquals("main.worker", page.text(WORKER_GROUP + " .where"));
        assertEquals(4, page.count("#groups .group"));
        page.click("#system");
        page.until("document.querySelectorAll('#groups .group').length > 4", true);
        page.click("#tab-threads");
        assertTrue(page.count("#threads .thread") >= 2);
        page.click("#tab-modules");
        assertTrue(page.text("#modules td").endsWith("/crowd"), page.text("#modules"));
        page.click("#tab-environment");
        assertTrue(page.text("#environment").contains("CROWD_API_TOKEN<masked>"), page.text("#environment"));
        page.click("#tab-scheduler");
        assertEquals(false, page.evaluate("document.querySelector('#scheduler').hidden"));
    }

    @Test
    void it_is_searched() throws Exception {
        search("MAIN.JOB", "5 of 100,007 goroutines in 1 group");
        search("main.go:" + program.line("worker waits here"), "100,000 of 100,007 goroutines in 1 group");
        search(
                "g7",
                page.evaluate(
                                        "JSON.parse(document.querySelector('#data').textContent).goroutines.groups.some(g => !g.system && g.members.some(m => m.id === 7))")
                                .equals(true)
                        ? "1 of 100,007 goroutines in 1 group"
                        : "0 of 100,007 goroutines in 0 groups");
        search("import-3", "1 of 100,007 goroutines in 1 group");
        search("worker-", "100,000 of 100,007 goroutines in 1 group");
        search("customer 0", "5 of 100,007 goroutines in 1 group");
        search("no such thing", "0 of 100,007 goroutines in 0 groups");
        search("", ALL);
    }

    private void search(String text, String expected) throws Exception {
        page.type("#search", text);
        page.until("document.querySelector('#count').textContent", expected);
    }

    @Test
    void it_is_filtered_by_state_wait_reason_function_and_label() throws Exception {
        page.choose("#state", "waiting");
        page.until("document.querySelector('#count').textContent", "100,006 of 100,007 goroutines in 3 groups");
        page.choose("#reason", "sleep");
        page.until("document.querySelector('#count').textContent", "5 of 100,007 goroutines in 1 group");
        page.type("#label", "job=import-4");
        page.until("document.querySelector('#count').textContent", "1 of 100,007 goroutines in 1 group");
        page.type("#label", "tier");
        page.until("document.querySelector('#count').textContent", "5 of 100,007 goroutines in 1 group");
        page.click("#clear");
        page.until("document.querySelector('#count').textContent", ALL);
        page.type("#function", "main.ready");
        page.until("document.querySelector('#count').textContent", "1 of 100,007 goroutines in 1 group");
        page.type("#function", "");
        page.until("document.querySelector('#count').textContent", ALL);
        page.choose("#order", "lowest number");
        page.until("document.querySelector('#groups .size').textContent", "1");
    }

    @Test
    void groups_are_unfolded_and_folded() throws Exception {
        String head = WORKER_GROUP + " > button";
        assertEquals(0, page.count(".body"));
        page.click(head);
        assertEquals("true", page.evaluate("document.querySelector('" + head + "').ariaExpanded"));
        assertTrue(page.text(WORKER_GROUP + " .frames").contains("main.worker"), page.text(WORKER_GROUP));
        assertTrue(page.text(WORKER_GROUP + " .values").contains("name string = \"worker-"), page.text(WORKER_GROUP));
        assertTrue(page.text(WORKER_GROUP + " .body").contains("Created by main.main"), page.text(WORKER_GROUP));
        page.click(head);
        assertEquals("false", page.evaluate("document.querySelector('" + head + "').ariaExpanded"));
        assertEquals(0, page.number("document.querySelector('.body').offsetHeight"));
        page.click("#unfold");
        page.until("document.querySelectorAll('[aria-expanded=true]').length", 4.0);
        page.click("#fold");
        page.until("document.querySelectorAll('[aria-expanded=true]').length", 0.0);
        assertEquals(0, page.number("document.querySelectorAll('.frames .quiet').length"));
        page.click("#runtime");
        page.until("document.querySelector('#runtime').checked", true);
        page.click("#unfold");
        page.until("document.querySelectorAll('.frames .quiet').length > 3", true);
    }

    @Test
    void of_a_hundred_thousand_goroutines_only_the_rows_in_sight_are_made() throws Exception {
        page.click(WORKER_GROUP + " > button");
        String last = "document.querySelector('" + WORKER_GROUP + " .member:last-child').dataset.goroutine";
        Object before = page.evaluate(last);
        page.evaluate("{ const e = document.querySelector('" + WORKER_GROUP
                + " .members'); e.scrollTop = e.scrollHeight; undefined }");
        page.until(
                last + " === String(JSON.parse(document.querySelector('#data').textContent).goroutines.groups[0]"
                        + ".members.at(-1).id)",
                true);
        assertNotEquals(before, page.evaluate(last));
        assertTrue(page.count("*") < 1000, page.count("*") + " elements");
    }

    @Test
    void a_link_leads_to_the_goroutine_that_started_another_one() throws Exception {
        search("import-2", "1 of 100,007 goroutines in 1 group");
        page.click("#groups .group > button");
        String parent = page.text(".member a.jump");
        page.click(".member a.jump");
        // its group was filtered out, so the filters go
        page.until("document.querySelector('#count').textContent", ALL);
        page.until("location.hash", "#" + parent);
        assertEquals(parent, page.text(".member.found .number"));
        assertEquals(
                "main.manager", page.text(".group:has(.member.found) .where"), page.text(".group:has(.member.found)"));
        assertEquals(
                true,
                page.evaluate("(r => r.top >= 0 && r.bottom <= innerHeight)"
                        + "(document.querySelector('.member.found').getBoundingClientRect())"));
        page.click(".member.found a.jump");
        page.until("location.hash", "#g1");
        page.until("document.querySelector('.member.found .number').textContent", "g1");
        assertEquals(
                "main.ready",
                page.text(".group:has(.member.found) .where")
                        .replaceFirst("^(os|bufio|io|internal/poll|syscall)\\..*", "main.ready"));
        page.evaluate("history.back()");
        page.until("document.querySelector('.member.found .number').textContent", parent);
    }

    @Test
    void texts_of_the_program_stay_texts() throws Exception {
        page.type("#function", "main.job");
        page.until("document.querySelector('#count').textContent", "5 of 100,007 goroutines in 1 group");
        page.click("#groups .group > button");
        String values = page.text(".body .frames");
        assertTrue(values.contains("</script><script>document.title='broken'</script>"), values);
        assertTrue(((String) page.evaluate("document.title")).startsWith("crowd ("));
        assertEquals(2, page.count("script"));
        String source = Files.readString(report);
        assertTrue(source.contains("\\u003c/script\\u003e"), "escaped");
    }

    @Test
    void it_is_light_or_dark_as_the_reader_s_system_is() throws Exception {
        String background = "getComputedStyle(document.body).backgroundColor";
        scheme("light");
        Object light = page.evaluate(background);
        scheme("dark");
        Object dark = page.evaluate(background);
        assertEquals(List.of("rgb(246, 247, 249)", "rgb(21, 24, 29)"), List.of(light, dark));
        page.click("#theme");
        assertEquals(light, page.evaluate(background));
        scheme("");
    }

    private void scheme(String value) throws Exception {
        page.command(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", value))));
    }
}
