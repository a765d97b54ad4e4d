// Variables of every kind, which the program prints itself: place|expression|type|value after each call of at.
package main

import (
	"container/list"
	"errors"
	"fmt"
	"math"
	"os"
	"reflect"
	"time"
	"unsafe"
)

type celsius float64
type weekday uint8
type text string
type numbers []int
type table map[string]int
type grid [2][3]int16
type handler func(int) int

type inner struct {
	Depth int
	note  string
}

type base struct {
	ID   uint32
	Tags [3]string
}

type record struct {
	base
	*inner
	Name   string
	Ratio  float32
	Self   *record
	Nested struct{ A, B int8 }
	any    interface{}
	err    error
}

type small struct{ A int8 }
type two struct {
	A int32
	B bool
}
type wide struct{ A, B, C, D, E int64 }
type boxed struct{ P *int }
type empty struct{}
type shaper interface{ area() float64 }
type square struct{ side float64 }
type many [5]byte

func (s square) area() float64 { return s.side * s.side }

var passed int
var keep interface{}
var packageLevel = record{Name: "package", base: base{ID: 77}}

//go:noinline
func at() { passed++ }

//go:noinline
func use(values ...interface{}) { keep = values }

// The optimiser neither moves nor leaves out what these return.
//
//go:noinline
func add(a, b int) int { return a + b }

//go:noinline
func not(a bool) bool { return !a }

func say(expression string, value interface{}) {
	fmt.Printf("%d|%s|%T|%#v\n", passed, expression, value, value)
}

//go:noinline
func integers(i int, i8 int8, i16 int16, i32 int32, i64 int64, u uint, u8 uint8, u16 uint16, u32 uint32, u64 uint64, up uintptr, r rune, b byte, yes bool, no bool) {
	at()
	say("i", i)
	say("i8", i8)
	say("i16", i16)
	say("i32", i32)
	say("i64", i64)
	say("u", u)
	say("u8", u8)
	say("u16", u16)
	say("u32", u32)
	say("u64", u64)
	say("up", up)
	say("r", r)
	say("b", b)
	say("yes", yes)
	say("no", no)
}

//go:noinline
func reals(f32 float32, f64 float64, c64 complex64, c128 complex128, t celsius, tiny float64, huge float64, inf float64, nan float64, third float32) {
	at()
	say("f32", f32)
	say("f64", f64)
	say("c64", c64)
	say("c128", c128)
	say("t", t)
	say("tiny", tiny)
	say("huge", huge)
	say("inf", inf)
	say("nan", nan)
	say("third", third)
}

//go:noinline
func texts(s string, none string, n text, d weekday, bytes []byte, runes []rune, words []string, nilSlice []int, emptySlice []int, named numbers) {
	cut := words[1:2]
	at()
	say("s", s)
	say("none", none)
	say("n", n)
	say("d", d)
	say("bytes", bytes)
	say("runes", runes)
	say("words", words)
	say("nilSlice", nilSlice)
	say("emptySlice", emptySlice)
	say("named", named)
	say("cut", cut)
	say("words[2]", words[2])
}

//go:noinline
func structs(r record, p *record, s small, t two, w wide, b boxed, e empty, anonymous struct {
	X, Y int
	Z    string
}, nothing *record, pp **record) {
	at()
	say("r.Name", r.Name)
	say("r.base", r.base)
	say("r.ID", r.ID)
	say("r.Tags", r.Tags)
	say("r.Depth", r.Depth)
	say("r.Ratio", r.Ratio)
	say("r.Nested", r.Nested)
	say("r.any", r.any)
	say("r.err", r.err)
	say("p", p)
	say("p.Self.Name", p.Self.Name)
	say("p.inner", p.inner)
	say("s", s)
	say("t", t)
	say("w", w)
	say("w.C", w.C)
	say("b", b)
	say("e", e)
	say("anonymous", anonymous)
	say("nothing", nothing)
	say("pp", pp)
	say("*pp", *pp)
}

//go:noinline
func arrays(a [3]int, g grid, o [1]string, z [0]int, m many, pa *[2]bool, ptrs [2]*int, nested [][]string, of []small, ifaces []interface{}) {
	at()
	say("a", a)
	say("g", g)
	say("o", o)
	say("z", z)
	say("m", m)
	say("pa", pa)
	say("ptrs", ptrs)
	say("nested", nested)
	say("of", of)
	say("ifaces", ifaces)
	say("g[1][2]", g[1][2])
}

//go:noinline
func tables(m map[string]int, n table, nilMap map[int]bool, emptyMap map[string]string, byInt map[int]small, deep map[string][]int, byStruct map[two]string, ptr *map[string]int) {
	at()
	say("m", m)
	say("n", n)
	say("nilMap", nilMap)
	say("emptyMap", emptyMap)
	say("byInt", byInt)
	say("deep", deep)
	say("byStruct", byStruct)
	say("ptr", ptr)
}

//go:noinline
func others(c chan int, nilChan chan string, only <-chan bool, u unsafe.Pointer, nilUnsafe unsafe.Pointer, f func(int) int, h handler, nilFunc func(), ip *int, sp *string) {
	at()
	say("c", c)
	say("nilChan", nilChan)
	say("only", only)
	say("u", u)
	say("nilUnsafe", nilUnsafe)
	say("nilFunc", nilFunc)
	say("ip", ip)
	say("*ip", *ip)
	say("sp", sp)
	say("*sp", *sp)
	say("h == nil", h == nil)
	say("f == nil", f == nil)
}

//go:noinline
func interfaces(i interface{}, s interface{}, st interface{}, ps interface{}, box interface{}, none interface{}, err error, noErr error, sh shaper, sl interface{}, m interface{}, ar interface{}, d time.Duration, l *list.List, one interface{}, em interface{}) {
	at()
	say("i", i)
	say("s", s)
	say("st", st)
	say("ps", ps)
	say("box", box)
	say("none", none)
	say("err", err)
	say("noErr", noErr)
	say("sh", sh)
	say("sl", sl)
	say("m", m)
	say("ar", ar)
	say("d", d)
	say("l", l)
	say("one", one)
	say("em", em)
}

//go:noinline
func locals(n int) {
	x := n * 2
	p := &x
	escaped := n + 100
	keep = &escaped
	var later []string
	word := fmt.Sprint("word", n)
	part := word[1:3]
	both := two{int32(n), n > 0}
	whole := wide{1, 2, 3, int64(n), 5}
	at()
	say("n", n)
	say("x", x)
	say("*p", *p)
	say("escaped", escaped)
	say("word", word)
	say("part", part)
	say("both", both)
	say("whole", whole)
	say("later", later)
	later = append(later, word)
	x = add(x, 1)
	escaped += 5
	at()
	say("later", later)
	say("x", x)
	say("escaped", escaped)
	say("packageLevel.Name", packageLevel.Name)
	say("main.packageLevel.ID", packageLevel.ID)
}

//go:noinline
func moved(a int, s string, r record) func() {
	use(&a, &s, &r)
	at()
	say("a", a)
	say("s", s)
	say("r.Name", r.Name)
	a += 5
	s += "!"
	at()
	say("a", a)
	say("s", s)
	return func() { a++; s += "?" }
}

//go:noinline
func shadows(n int, name string) (sum int, err error) {
	at()
	say("n", n)
	say("name", name)
	say("sum", sum)
	for i := 0; i < 2; i++ {
		n := add(n, 10*(i+1))
		at()
		say("n", n)
		say("i", i)
		say("name", name)
		{
			n := fmt.Sprint("text", n)
			name := add(len(n), 0)
			at()
			say("n", n)
			say("name", name)
			sum += name
		}
		at()
		say("n", n)
		say("name", name)
		if n := float64(n) / 4; n > 1 {
			at()
			say("n", n)
			err := fmt.Errorf("%v", n)
			at()
			say("n", n)
			say("err", err)
			sum += len(err.Error())
		} else {
			i := text("else")
			at()
			say("n", n)
			say("i", i)
		}
		switch n := interface{}(n).(type) {
		case int:
			n = add(n, 1000)
			at()
			say("n", n)
		case string:
			at()
			say("n", n)
		}
		at()
		say("n", n)
		say("i", i)
		say("sum", sum)
		say("err", err)
	}
	for name, n := range map[string]bool{"key": true} {
		n := not(n)
		at()
		say("name", name)
		say("n", n)
	}
	at()
	say("n", n)
	say("name", name)
	say("sum", sum)
	func(n []int) {
		name := add(n[0], 0)
		at()
		say("n", n)
		say("name", name)
	}([]int{31, 32})
	n = add(n, 1)
	at()
	say("n", n)
	return sum, errors.New("end")
}

//go:noinline
func dropped(data []int, name string, r wide) int {
	n := len(data)
	sum := 0
	for _, each := range data {
		sum += each
	}
	size := len(name)
	at()
	say("n", n)
	say("sum", sum)
	say("size", size)
	rest := data[1:]
	first := name[:1]
	third := r.C
	at()
	say("len(rest)", len(rest))
	say("first", first)
	say("third", third)
	if len(os.Args) > 5 {
		use(data, name, r)
	}
	return sum
}

type tree struct {
	Kids  []tree
	Named map[string]tree
	Visit func(tree) *tree
	Queue chan tree
}
type nest []nest
type loop *loop
type step func(step) (step, error)
type left struct{ Other *right }
type right struct{ Others [2]left }
type blanks struct {
	_ int8
	A int
	_ [3]byte
	B string
	_ struct{}
}
type mixed struct {
	error
	fmt.Stringer
	*base
	inner
	*list.List
	shaper
	handler
}
type cube [2][3][2]int8
type waves struct {
	C  complex64
	Cs []complex128
	M  map[complex128]complex64
}

//go:noinline
func recursive(t tree, n nest, l loop, st step, le left, noTree *tree) {
	at()
	say("t", t)
	say("t.Kids[0].Named[\"x\"].Kids", t.Kids[0].Named["x"].Kids)
	say("n", n)
	say("l", l)
	say("*l", *l)
	say("st", st)
	say("le", le)
	say("le.Other.Others[1].Other", le.Other.Others[1].Other)
	say("noTree", noTree)
}

//go:noinline
func odd(b blanks, nb []blanks, m mixed, c cube, cs [2][0]cube, pc *cube, w waves, un struct {
	X struct{ Y, Z int8 }
	*inner
	_ int
}, uns []struct{ A, B interface{} }, empties [3]empty, ptr *struct{ P **int }) {
	at()
	say("b.A", b.A)
	say("b.B", b.B)
	say("nb[1].B", nb[1].B)
	say("m", m)
	say("m.Depth", m.Depth)
	say("m.ID", m.ID)
	say("m.List", m.List)
	say("m.error", m.error)
	say("m.shaper", m.shaper)
	say("m.handler == nil", m.handler == nil)
	say("c", c)
	say("c[1][2][0]", c[1][2][0])
	say("c[1][2]", c[1][2])
	say("cs", cs)
	say("pc", pc)
	say("pc[0][1]", pc[0][1])
	say("pc[1:]", pc[1:])
	say("w", w)
	say("w.M", w.M)
	say("w.Cs[1]", w.Cs[1])
	say("un.X", un.X)
	say("un.Depth", un.Depth)
	say("uns", uns)
	say("empties", empties)
	say("ptr", ptr)
	say("**ptr.P", **ptr.P)
}

//go:noinline
func channelsAndFuncs(cc chan chan int, rc <-chan (<-chan string), sc chan<- func(int) (chan string, error), ac [2]chan [2]int, h handler, fs []func(int, ...string) (int, error), fm map[string]handler, up unsafe.Pointer, ups []unsafe.Pointer, mi map[interface{}]interface{}, ma map[[2]int8]string, named map[weekday]celsius) {
	at()
	say("cc", cc)
	say("rc", rc)
	say("sc", sc)
	say("ac", ac)
	say("len(cc)", len(cc))
	say("cap(cc)", cap(cc))
	say("h", h)
	say("fs", fs)
	say("fm", fm)
	say("up", up)
	say("ups", ups)
	say("mi", mi)
	say("ma", ma)
	say("named", named)
}

func double(n int) int { return 2 * n }

func variadic(n int, words ...string) (int, error) { return n + len(words), nil }

func outer(p two, words []string) int {
	count := len(words)
	inlined(p, words[0], count)
	return count
}

func inlined(p two, word string, count int) {
	at()
	say("p", p)
	say("word", word)
	say("count", count)
}

func sayHeld(expression string, value reflect.Value) {
	fmt.Printf("%d|%s|%v|%#v\n", passed, expression, value.Type(), value)
}

//go:noinline
func reflected(i, s, st, p, box, inBox, m, field, elem, element, f, zero, named reflect.Value) {
	at()
	sayHeld("i", i)
	sayHeld("s", s)
	sayHeld("st", st)
	sayHeld("p", p)
	sayHeld("box", box)
	sayHeld("inBox", inBox)
	sayHeld("m", m)
	sayHeld("field", field)
	sayHeld("elem", elem)
	sayHeld("element", element)
	sayHeld("f", f)
	sayHeld("zero", zero)
	sayHeld("named", named)
}

func main() {
	integers(-42, math.MinInt8, math.MaxInt16, -70000, math.MinInt64, 42, 255, 65535, 4000000000, math.MaxUint64, 0xdeadbeef, 'é', 'x', true, false)
	reals(1.5, -math.Pi, complex(1, -2), complex(0.25, 1e10), 36.6, 1e-300, math.MaxFloat64, math.Inf(-1), math.NaN(), float32(1)/3)
	texts("a \"quoted\"\n\ttext", "", "named", 3, []byte{1, 0, 255}, []rune("hé"), []string{"x", "", "zz"}, nil, []int{}, numbers{5, 6})
	one := 1
	flag := "flag"
	r := &record{base: base{7, [3]string{"x", "y", "z"}}, inner: &inner{9, "deep"}, Name: "first", Ratio: 0.1, any: 5}
	r.Self = r
	r.Nested.A, r.Nested.B = 1, -2
	structs(*r, r, small{-1}, two{-3, true}, wide{1, 2, 3, 4, 5}, boxed{&one}, empty{}, struct {
		X, Y int
		Z    string
	}{1, 2, "z"}, nil, &r)
	arrays([3]int{1, 2, 3}, grid{{1, 2, 3}, {4, 5, -6}}, [1]string{"only"}, [0]int{}, many{1, 2, 3, 4, 5}, &[2]bool{true, false}, [2]*int{&one, nil}, [][]string{{"a"}, nil, {}}, []small{{1}, {2}}, []interface{}{1, "two", nil, 3.5})
	m := map[string]int{"a": 1, "b": 2}
	tables(m, table{"t": 3}, nil, map[string]string{}, map[int]small{-1: {1}, 5: {2}}, map[string][]int{"x": {1, 2}, "y": nil}, map[two]string{{1, true}: "one"}, &m)
	others(make(chan int, 3), nil, make(chan bool), unsafe.Pointer(&one), nil, func(n int) int { return n + one }, nil, nil, &one, &flag)
	interfaces(5, "text", two{8, true}, &two{9, false}, boxed{nil}, nil, errors.New("wrong"), nil, square{1.5}, []int{1}, m, [1]*int{&one}, 90*time.Second, list.New(), [1]int{4}, empty{})
	n := nest{nest{}, nil, nest{nest{}}}
	var ring loop
	ring = &ring
	recursive(tree{Kids: []tree{{Named: map[string]tree{"x": {Kids: []tree{{}}}}}}}, n, ring, nil, left{&right{[2]left{{nil}, {&right{}}}}}, nil)
	pp := &one
	odd(blanks{A: 1, B: "b"}, []blanks{{}, {A: 2, B: "bb"}}, mixed{errors.New("in"), time.Second, &base{ID: 3}, inner{4, "n"}, list.New(), square{2}, nil},
		cube{{{1, 2}, {3, 4}, {5, 6}}, {{7, 8}, {9, 10}, {11, -12}}}, [2][0]cube{}, &cube{1: {2: {1, 1}}},
		waves{complex(1, -0.5), []complex128{1i, complex(math.Inf(1), -3)}, map[complex128]complex64{2 + 1i: 3}},
		struct {
			X struct{ Y, Z int8 }
			*inner
			_ int
		}{X: struct{ Y, Z int8 }{1, 2}, inner: &inner{Depth: 6}}, []struct{ A, B interface{} }{{1, nil}, {"x", 2.5}}, [3]empty{}, &struct{ P **int }{&pp})
	chans := make(chan chan int, 2)
	chans <- make(chan int)
	channelsAndFuncs(chans, make(<-chan (<-chan string), 1), nil, [2]chan [2]int{make(chan [2]int), nil}, double, []func(int, ...string) (int, error){variadic, nil},
		map[string]handler{"d": double}, unsafe.Pointer(&one), []unsafe.Pointer{nil, unsafe.Pointer(&flag)}, map[interface{}]interface{}{7: "seven"},
		map[[2]int8]string{{1, 2}: "one two"}, map[weekday]celsius{3: 36.6})
	locals(21)
	moved(5, "moved", *r)()
	shadows(1, "label")
	dropped([]int{3, 4, 5}, "name", wide{1, 2, 3, 4, 5})
	pair := &two{8, true}
	reflected(reflect.ValueOf(42), reflect.ValueOf("text"), reflect.ValueOf(two{1, true}), reflect.ValueOf(pair), reflect.ValueOf(boxed{&one}), reflect.ValueOf(boxed{&one}).Field(0), reflect.ValueOf(m), reflect.ValueOf(pair).Elem().Field(0), reflect.ValueOf(pair).Elem(), reflect.ValueOf([]string{"x", "y"}).Index(1), reflect.ValueOf(2.5), reflect.Zero(reflect.TypeOf(wide{})), reflect.ValueOf(celsius(3)))
	outer(two{6, true}, []string{"p", "q"})
}
