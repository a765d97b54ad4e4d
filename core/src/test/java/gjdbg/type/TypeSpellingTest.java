package gjdbg.type;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeSpellingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]byte                          | []uint8",
                "any                             | interface {}",
                "interface{}                     | interface {}",
                "map[ string ][]any              | map[string][]interface {}",
                "main.Pair[string, int]          | main.Pair[string,int]",
                "main.Pair[[]rune , map[int]any] | main.Pair[[]int32,map[int]interface {}]",
                "func(int,...any) (byte,error)   | func(int, ...interface {}) (uint8, error)",
                "struct{A int;b []byte}          | struct { A int; b []uint8 }",
                "struct { A any \"json:\\\"any, x\\\"\" } | struct { A interface {} \"json:\\\"any, x\\\"\" }",
                "struct{}                        | struct {}",
                "chan<- *any                     | chan<- *interface {}",
                "<-chan byte                     | <-chan uint8",
                "chan   []byte                   | chan []uint8",
                "interface { Read([]byte) (int, error); Close() error } | interface { Read([]uint8) (int, error); Close() error }",
                "[16]byte                        | [16]uint8",
                "main.byte                       | main.byte",
                "example.com/go-any/any.any      | example.com/go-any/any.any",
                "main.S·1                        | main.S·1",
                "}{x                             | }{ x",
            })
    void names_as_people_write_them_become_those_of_the_debugging_information(String written, String normal) {
        assertEquals(normal, TypeSpelling.normal(written));
        assertEquals(normal, TypeSpelling.normal(normal));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*main.Pair[string,int]               | *main.Pair",
                "map[string][]main.Pair[a.B[int],[]c] | map[string][]main.Pair",
                "main.S·1                             | main.S",
                "[]main.S·12                          | []main.S",
                "[4]int                               | [4]int",
                "main.Broken[int                      | main.Broken",
            })
    void the_bare_name_has_no_type_arguments_and_no_number(String name, String bare) {
        assertEquals(bare, TypeSpelling.bare(name));
    }
}
