package gjdbg.examples.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page that is committed is the one that gjdbg.d.ts gives. */
class ApiReferenceTest {
    private static final Path REPOSITORY = Path.of("..");

    @Test
    void the_reference_is_what_the_declarations_say() throws IOException {
        String made = ApiReference.of(Files.readString(REPOSITORY.resolve(ApiReference.DECLARATIONS)));
        assertEquals(
                made,
                Files.readString(REPOSITORY.resolve(ApiReference.PAGE)),
                "gjdbg.d.ts has changed; ApiReference.java says how to make docs/reference.md anew");
    }

    @Test
    void each_kind_of_declaration_is_shown_with_its_comment() {
        String page = ApiReference.of("""
                // no comment of anything's
                /** What a module's for; with ' and { in it. */
                declare module 'a/b' {
                  import { Other } from 'c';
                  export type Kind = 'one;' | { two: string };
                  /** A thing
                   *  in <two> lines, of `a<b>`. */
                  export interface Thing extends Kind {
                    /** How
                     * many. */
                    readonly count: number;
                    on(event: 'x', f: (k: Kind) => unknown): void;
                  }
                  export function f(a: Thing): never;
                  const a: typeof import('a/b');
                  export default a;
                }
                declare var console: Console;
                declare var f: Thing;
                """);
        for (String part : new String[] {
            "\n- `a/b`: [Kind](#kind), [Thing](#thing), [f](#f), [a](#a)\n",
            "\n- Globals: [console](#console), [f](#f-1)\n",
            "\n## a/b\n\nWhat a module's for; with ' and { in it.\n",
            "\n### Kind\n\n```ts\ntype Kind = 'one;' | { two: string }\n```\n",
            "\n### Thing\n\nA thing in \\<two> lines, of `a<b>`.\n\n```ts\ninterface Thing extends Kind\n```\n\n"
                    + "- `count: number`  \n  How many.\n- `on(event: 'x', f: (k: Kind) => unknown): void`\n\nTypes: [Kind](#kind)\n",
            "\n### f\n\n```ts\nfunction f(a: Thing): never\n```\n\nTypes: [Thing](#thing)\n"
        }) {
            assertTrue(page.contains(part), part + "\nis not in\n" + page);
        }
    }

    @Test
    void what_it_cannot_read_is_no_page() {
        assertThrows(IllegalArgumentException.class, () -> ApiReference.of("declare module 'a' { export const x }"));
        assertThrows(IllegalArgumentException.class, () -> ApiReference.of("enum A { B };"));
    }
}
