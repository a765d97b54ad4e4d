package gjdbg.expr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import gjdbg.error.GjdbgException;
import gjdbg.session.LiveSession;
import gjdbg.target.Address;
import gjdbg.value.Value;
import gjdbg.value.Variables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with an expression is shown below it, at its column, with the names that are near. */
class BadExpressionsTest {
    private static LiveSession session;
    private static Variables variables;

    @BeforeAll
    static void launch() throws Exception {
        session = ExpressionProgram.launch(List.of(), List.of(), "1.26", Path.of("/dev/null"));
        variables = session.variables(ExpressionProgram.frame(session));
    }

    @AfterAll
    static void close() {
        session.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            lst[0] ; 1 ; no variable 'lst'; did you mean list?
            nmaes[0] ; 1 ; did you mean names?
            n.Lable ; 3 ; no field 'Lable'; did you mean Label?
            p.Z ; 3 ; no field 'Z'; it has X, Y
            i + undefined ; 5 ; no variable 'undefined'
            main.Limt ; 1 ; no variable
            i + u8 ; 3 ; mismatched types int and uint8
            i + 1.5 ; 3 ; 1.5 is no int
            u8 == 300 ; 4 ; 300 does not fit into uint8
            uint8(256) ; 1 ; does not fit into uint8
            int8(100) * 2 ; 11 ; does not fit into int8
            uint8(1) << 8 ; 10 ; does not fit into uint8
            ^uint8(0) + 1 ; 11 ; does not fit into uint8
            int(2.5) ; 1 ; is no int
            1 << 600 ; 3 ; too large
            1e10000 ; 1 ; too large
            i / 0 ; 3 ; division by zero
            i / zero ; 3 ; division by zero
            1.5 / 0.0 ; 5 ; division by zero
            i % 0 ; 3 ; division by zero
            f64 % 2 ; 5 ; '%' is not defined on a value of type float64
            !i ; 1 ; '!' is not defined on a value of type int
            ^f64 ; 1 ; '^' is not defined
            -s ; 1 ; '-' is not defined on a value of type string
            s * 2 ; 3 ; can't be converted to string
            s + i ; 3 ; mismatched types string and int
            i && t ; 3 ; '&&' needs a bool, not int
            t < no ; 3 ; '<' is not defined on values of type bool
            c128 < c128 ; 6 ; not defined on values of type complex128
            1 << j ; 3 ; negative count -7
            1.5 << i ; 5 ; must be an integer
            f64 << 2 ; 5 ; '<<' is not defined
            i << 1.5 ; 3 ; is no untyped int
            list[4] ; 5 ; index 4 is out of range with length 4
            list[-1] ; 5 ; index -1 is out of range
            list["a"] ; 5 ; an index must be an integer, not untyped string
            list[1.5] ; 5 ; is no int
            none[0] ; 5 ; the slice is nil and has no elements
            s[9] ; 2 ; out of range with length 6
            s[1:2:3] ; 2 ; no capacity
            list[3:1] ; 5 ; out of range
            list[::2] ; 5 ; needs a length
            i[0] ; 2 ; a value of type int can't be indexed
            i[1:] ; 2 ; a value of type int can't be sliced
            m[1] ; 2 ; can't be converted to string
            mi["a"] ; 3 ; can't be converted to int
            mif[raw] ; 4 ; can't be the key of a map
            *i ; 1 ; '*' needs a pointer to a known type, not int
            *nilp ; 1 ; points at nothing
            &5 ; 2 ; no address
            &(i + 1) ; 5 ; no address
            &m["a"] ; 3 ; a map's element has no address
            &s[0] ; 3 ; a string's bytes can't be changed
            i == nil ; 3 ; a value of type int is never nil
            nil == nil ; 5 ; nil is compared with nil
            list == list ; 6 ; slices can be compared with nil only
            m == m ; 3 ; maps can be compared with nil only
            fn == fn ; 4 ; funcs can be compared with nil only
            p == q ; 3 ; mismatched types *main.Point and main.Point
            e.(string) ; 3 ; the interface holds a int, not a string
            nile.(int) ; 6 ; the interface is nil
            i.(int) ; 3 ; is no interface
            e.(nothing) ; 4 ; no type 'nothing'
            Point(i) ; 1 ; can't be converted to main.Point
            int(s) ; 1 ; can't be converted to int
            []byte(i) ; 1 ; can't be converted to []uint8
            string(f64) ; 1 ; can't be converted to string
            (*Nothing)(p) ; 3 ; no variable 'Nothing'
            helper(1) ; 1 ; calls no functions
            p.Move(1) ; 3 ; calls no functions
            nowhere.Move(1) ; 1 ; no variable 'nowhere'
            Point.Move ; 7 ; 'main.Point' is a type: its methods are no values here
            strings.Repeat(s, 2) ; 9 ; calls no functions
            append(list, 1) ; 1 ; append may need memory of the program
            make([]int, 3) ; 1 ; make needs memory of the program
            new(Point) ; 1 ; new needs memory of the program
            clear(m) ; 1 ; clear changes values of the program
            delete(m, "a") ; 1 ; delete changes values of the program
            unsafe.Sizeof() ; 8 ; unsafe.Sizeof takes 1 argument, not 0
            unsafe.Sizeof(nowhere) ; 15 ; no variable 'nowhere'
            unsafe.Offsetof(p) ; 17 ; needs a field of a struct
            unsafe.Offsetof(p.Z) ; 19 ; no field 'Z'; it has X, Y
            unsafe.Offsetof(n.Deep) ; 19 ; reached through the embedded pointer Inner
            unsafe.Size(i) ; 1 ; no variable 'unsafe'
            unsafe.Sizeof(i) << 64 ; 18 ; does not fit into uintptr
            unsafe.Sizeof(i) + j ; 18 ; mismatched types uintptr and int
            unsafe.Slice(i, 2) ; 14 ; needs a pointer, not a value of type int
            unsafe.Slice(p, -1) ; 17 ; the length -1 is out of range
            unsafe.StringData(s + s) ; 8 ; computed, and in no place of the program
            len(i) ; 1 ; a value of type int has no length
            cap(m) ; 1 ; has no capacity
            len() ; 1 ; takes 1 argument, not 0
            min(i, s) ; 1 ; mismatched types
            min(t, no) ; 1 ; not defined on values of type bool
            real(i) ; 1 ; is no complex number
            complex(i, 1) ; 1 ; takes two floats
            i + ; 4 ; the expression ends where a value is expected
            (i ; 3 ; ')' is expected
            list[1 ; 7 ; ']' is expected
            i i ; 3 ; 'i' is not expected here
            i = 3 ; 3 ; == compares
            i := 3 ; 3 ; == compares
            <-ch ; 1 ; receiving
            Point{1} ; 6 ; a main.Point has 2 fields, and here are values of 1
            Point{1, 2, 3} ; 6 ; has 2 fields, and here are values of 3
            Point{Z: 1} ; 7 ; no field 'Z'; it has X, Y
            Point{1: 2} ; 7 ; a field's name is expected before the colon
            Point{X: 1, 2} ; 6 ; either all fields have their names
            Point{X: 1, X: 2} ; 13 ; the field 'X' is given twice
            Point{X: "a"} ; 10 ; can't be converted to int
            Point{X: i8} ; 10 ; a value of type int8 can't stand where one of type int is wanted
            Point{X: 1.5} ; 10 ; 1.5 is no int
            Point{{1}, 2} ; 7 ; 'int' is no struct, array or slice
            Point{nil, 2} ; 7 ; a value of type untyped nil
            Nothing{1} ; 1 ; no type 'Nothing'
            int{1} ; 4 ; 'int' is no struct, array or slice
            list[0]{1} ; 5 ; no type
            [2]int{1, 2, 3} ; 14 ; index 2 is out of range with length 2
            [2]int{5: 1} ; 11 ; index 5 is out of range
            [2]int{0: 1, 0: 2} ; 17 ; index 0 is given twice
            [2]int{i: 1} ; 8 ; an index in a literal is a constant integer
            [...]int{1.5: 1} ; 10 ; is no int
            [...]int{1 << 50: 1} ; 9 ; is too large
            [...]int(arr) ; 1 ; counted by the elements of a literal
            [...]Point{{1}} ; 12 ; has 2 fields
            [...]*Point{{1, 2}} ; 13 ; the address of a new value needs memory of the program
            [...]*Point{&q, &pair} ; 17 ; a value of type *main.Pair can't stand
            [...]Bytes{list} ; 12 ; can't be converted to main.Bytes
            &Point{1, 2} ; 1 ; the address of a new value needs memory of the program
            map[string]int{"a": 1} ; 1 ; a map needs memory of the program
            q == Point{1} ; 11 ; has 2 fields
            q == pair ; 3 ; mismatched types
            q == Pair{3, 4} ; 3 ; mismatched types main.Point and main.Pair
            m[Point{1, 2}] ; 2 ; the map's keys are of type string, not main.Point
            Point{1, 2 ; 11 ; '}' is expected
            {1, 2} ; 1 ; '{' where a value is expected
            i + {1} ; 5 ; '{' where a value is expected
            len(s){1} ; 7 ; '{' is not expected here
            func() int { 1 } ; 12 ; '{' is not expected here
            1__0 ; 1 ; must separate digits
            08 ; 1 ; no integer of base 8
            0x1.8 ; 1 ; needs an exponent
            'ab' ; 1 ; not one character
            "abc ; 1 ; not ended
            "\\q" ; 1 ; unknown escape
            i @ 2 ; 3 ; no place in an expression
            """)
    void an_error_points_at_the_column(String expression, int column, String message) {
        GjdbgException error = assertThrows(GjdbgException.class, () -> {
            variables.evaluate(expression).toString();
        });
        String[] lines = error.getMessage().split("\n");
        assertEquals(3, lines.length, error.getMessage());
        assertTrue(lines[0].contains(message), error.getMessage());
        assertEquals("  " + expression, lines[1]);
        assertEquals(" ".repeat(column + 1) + "^", lines[2], error.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            unicode/utf8.RuneError ; 65533
            unicode/utf8.RuneError + 1 ; 65534
            unicode/utf8.UTFMax*2/unicode/utf8.UTFMax ; 2
            -unicode/utf8.UTFMax ; -4
            len(internal/poll.consumeSlicesNothing) ; no variable, constant or function 'internal/poll.consumeSlicesNothing'
            "unicode/utf8".UTFMax ; 4
            [2]int{unicode/utf8.UTFMax}[0] ; 4
            m["unicode/utf8.UTFMax"] ; 0
            unicode/utf8.UTFMax == 4 && unicode/utf8.UTFMax.x == 1 ; column 49
            unicode/utf9.UTFMax ; no variable 'unicode'
            i/i8 ; mismatched types int and int8
            i/q.X ; 500
            q.X/q.Y ; 0
            i/utf8.UTFMax ; 375
            unsafe.Sizeof(*(*internal/poll.FD)(nil)) > 0 ; true
            (*internal/poll.FD)(uptr) == nil ; false
            internal/poll.FD{}.Sysfd ; 0
            """)
    void a_path_of_a_package_needs_no_quotes(String expression, String expected) {
        String result;
        try {
            result = variables.evaluate(expression).toString();
        } catch (GjdbgException e) {
            result = e.getMessage();
        }
        assertTrue(result.startsWith(expected) || expected.length() > 6 && result.contains(expected), result);
    }

    @Test
    void only_what_surrounds_the_column_of_a_long_expression_is_shown() {
        String expression = "i + ".repeat(200) + "wrong + " + "i + ".repeat(200) + "i";
        GjdbgException error = assertThrows(GjdbgException.class, () -> variables.evaluate(expression));
        String[] lines = error.getMessage().split("\n");
        assertTrue(lines[1].length() < 120, lines[1]);
        assertEquals("wrong", lines[1].substring(lines[2].indexOf('^'), lines[2].indexOf('^') + 5));
    }

    @Test
    void mutated_expressions_end_in_a_value_or_an_error_of_the_family() throws Exception {
        List<String> good = new ArrayList<>(ExpressionProgram.lines("good.txt", "1.26"));
        good.addAll(ExpressionProgram.lines("good.c.txt", ""));
        int inputs = Integer.getInteger("gjdbg.fuzz.inputs", 5000) / 2;
        int values = 0;
        for (int input = 0; input < inputs; input++) {
            Random random = new Random(input);
            StringBuilder text = new StringBuilder(good.get(random.nextInt(good.size())));
            for (int i = random.nextInt(3); i >= 0 && !text.isEmpty(); i--) {
                String other = good.get(random.nextInt(good.size()));
                int at = random.nextInt(text.length());
                int end = Math.min(text.length(), at + random.nextInt(4));
                int from = random.nextInt(other.length());
                text.replace(at, end, other.substring(from, Math.min(other.length(), from + random.nextInt(8))));
            }
            CParser.accepts(text.toString());
            try {
                variables.evaluate(text.toString()).toString();
                values++;
            } catch (GjdbgException e) {
                assertTrue(e.getMessage().length() > 10, e.getMessage());
            } catch (RuntimeException | StackOverflowError e) {
                fail("'" + text + "' of input " + input, e);
            }
        }
        System.out.println(inputs + " mutated expressions, " + values + " of them had a value");
        assertTrue(values > inputs / 50);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            i ; 7 ; i
            u8 ; 255 ; u8
            p.X ; 11 ; p.X
            q.Y ; 12 ; q.Y
            n.Point.X ; 13 ; n.X
            n.Deep ; 14 ; n.Inner.Deep
            (*p).Y ; 15 ; p.Y
            list[1] ; 17 ; sub[0]
            list[1:][1] ; 18 ; list[2]
            arr[2] ; 19 ; arr[2]
            parr[3] ; 20 ; arr[3]
            mp["p"].X ; 21 ; p.X
            *(*int)(uptr) ; 22 ; p.X
            ep.(*Point).Y ; 23 ; p.Y
            shape2.R ; 24 ; shape2.(*Circle).R
            main.counter ; 25 ; counter
            (*n.Next).Inner.Deep ; 26 ; n.Deep
            """)
    void what_can_be_assigned_to_is_set(String expression, long value, String read) {
        Value place = variables.assignable(expression);
        byte[] before = place.bytes();
        Address address = place.place().inMemory().orElseThrow();
        boolean real = place.type().name().equals("float64");
        place.set(real ? (Object) (double) value : (Object) value);
        assertEquals(Long.toString(value), variables.evaluate(read).toString());
        session.target().memory().write(address, before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            q ; Point{5, i} ; {X: 5, Y: 1500}
            *p ; Point{Y: 6} ; {X: 0, Y: 6}
            arr ; [4]int{3: j} ; {0, 0, 0, -7}
            grid[1] ; [...]int{7, 8, 9} ; {7, 8, 9}
            points[0] ; Point{1, 1} ; {X: 1, Y: 1}
            n ; Named{Point: q, Inner: n.Inner, Label: n.Next.Label} ; second
            n.Next.Point ; Point{8, 9} ; {X: 8, Y: 9}
            names[1:][0] ; names[0] ; a
            pair ; Pair(Point{1, 2}) ; {X: 1, Y: 2}
            n ; Named{Point: q, Label: "new"} ; "new"
            *n.Next ; Named{Point: q, Label: s + "!"} ; !"
            list ; []int{1, 2, i} ; {1, 2, 1500}
            """)
    void structs_and_arrays_are_set_to_literals(String expression, String literal, String shown) {
        Value place = variables.assignable(expression);
        byte[] before = place.bytes();
        place.set(variables.evaluate(literal));
        String after = variables.evaluate(expression).toString();
        assertTrue(after.contains(shown), after);
        session.target().memory().write(place.place().inMemory().orElseThrow(), before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            n ; Named{Tags: []string{"a"}} ; only slices of numbers and booleans can be made
            q ; Pair{1, 2} ; a value of type main.Pair can't be put where one of type main.Point is
            arr ; [3]int{} ; a value of type [3]int can't be put where one of type [4]int is
            i ; Point{1, 2} ; a value of type main.Point can't be put where one of type int is
            """)
    void a_literal_that_does_not_fit_changes_nothing(String expression, String literal, String why) {
        Value place = variables.assignable(expression);
        byte[] before = place.bytes();
        Value made = variables.evaluate(literal);
        GjdbgException error = assertThrows(GjdbgException.class, () -> place.set(made));
        assertTrue(error.getMessage().contains(why), error.getMessage());
        assertArrayEquals(before, place.bytes());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            m["a"] ; a map's element has no address of its own
            Point{1, 2} ; this has no address: it is computed
            Point{1, 2}.X ; this has no address: it is computed
            [...]int{1}[0] ; this has no address: it is computed
            ms[q] ; a map's element has no address of its own
            s[0] ; a string's bytes can't be changed
            5 ; this has no address: it is computed
            i + 1 ; this has no address: it is computed
            Limit ; this has no address: it is computed
            main.main ; this has no address: it is computed
            helper(1) ; this has no address: it is computed
            len(s) ; this has no address: it is computed
            e.(int) ; the value in an interface has no address of its own
            eq.X ; the value in an interface has no address of its own
            nilp.X ; the *main.Point that leads to it is nil
            list[1:2] ; this has no address: it is computed
            """)
    void what_can_not_be_assigned_to_is_refused_with_the_reason(String expression, String why) {
        GjdbgException error = assertThrows(GjdbgException.class, () -> variables.assignable(expression));
        assertTrue(error.getMessage().contains(why), error.getMessage());
    }
}
