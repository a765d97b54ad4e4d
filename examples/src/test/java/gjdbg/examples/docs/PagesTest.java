package gjdbg.examples.docs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All code in the pages of docs/ runs, and prints what they say; their links lead somewhere. */
class PagesTest {
    private static final Path DOCS = Path.of("../docs");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)(?:#([^)]*))?\\)");

    @TempDir
    Path folder;

    static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        try (var files = Files.newDirectoryStream(DOCS, "*.md")) {
            files.forEach(pages::add);
        }
        pages.sort(null);
        return pages;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void code_prints_what_the_page_says(Path page) throws IOException {
        try (PageRun run = new PageRun(Page.read(page), folder)) {
            run.run();
        }
    }

    @Test
    void links_lead_somewhere() throws IOException {
        for (Path page : pages()) {
            String text = Files.readString(page).replaceAll("(?s)```.*?```|`[^`\n]*`", "");
            for (MatchResult link : LINK.matcher(text).results().toList()) {
                if (!link.group(1).startsWith("http")) {
                    assertTrue(Files.exists(page.resolveSibling(link.group(1))), page + " links to " + link.group(1));
                }
            }
        }
    }
}
