package gjdbg.gosym;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackagePathsTest {
    @Test
    void the_escaped_dots_of_the_linker_are_dots() {
        assertEquals("gopkg.in/yaml.v3.(*Node).Decode", PackagePaths.plain("gopkg.in/yaml%2ev3.(*Node).Decode"));
        assertEquals("main.at[a.b/c.d.T]", PackagePaths.plain("main.at[a.b/c%2ed.T]"));
        assertEquals("struct { A int \"100%\" }", PackagePaths.plain("struct { A int \"100%\" }"));
    }

    @Test
    void what_the_linker_may_have_of_a_plain_name_has_its_own_spelling_among_it() {
        assertTrue(PackagePaths.escapings("gopkg.in/yaml.v3.Node").contains("gopkg.in/yaml%2ev3.Node"));
        assertTrue(PackagePaths.escapings("a/b.c.d.(*T).M").contains("a/b%2ec%2ed.(*T).M"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            main.counter ; 4
            net/http.Client ; 8
            gopkg.in/yaml.v3.Node ; 16
            main.pair[gopkg.in/yaml.v3.Node,int] ; 4
            example.com/list ; -1
            int ; -1
            """)
    void the_last_dot_leads_to_the_member_of_a_package(String name, int dot) {
        assertEquals(dot, PackagePaths.memberDot(name));
    }
}
