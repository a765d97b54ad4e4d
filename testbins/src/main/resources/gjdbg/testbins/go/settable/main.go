// Prints what its variables are after a debugger has set them.
package main

import "fmt"

type point struct{ X, Y int }
type color uint8

var passed int
var global = 5

//go:noinline
func at() { passed++ }

func say(name string, value interface{}) { fmt.Printf("%s=%#v\n", name, value) }

//go:noinline
func memory(i int, i8 int8, i16 int16, i32 int32, i64 int64, u uint, u8 uint8, u16 uint16, u32 uint32, u64 uint64, up uintptr, b bool, f32 float32, f64 float64, c64 complex64, c128 complex128, c color) {
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
	say("b", b)
	say("f32", f32)
	say("f64", f64)
	say("c64", c64)
	say("c128", c128)
	say("c", c)
	say("global", global)
}

//go:noinline
func composed(s, other, constant string, list, more []int, p, q *point, pt point, any interface{}, err error, m map[string]int, f func(), arr [2]int8) {
	at()
	say("s", s)
	say("other", other)
	say("constant", constant)
	say("list", list)
	say("more", more)
	say("*p", *p)
	say("q", q)
	say("pt", pt)
	say("any", any)
	say("err", err)
	say("m", m)
	say("f == nil", f == nil)
	say("arr", arr)
}

//go:noinline
func registers(i int, u8 uint8, b bool, f float64, s string) {
	say("i", i)
	say("u8", u8)
	say("b", b)
	say("f", f)
	say("s", s)
}

type mixed struct {
	S string
	F float64
	P *point
}

// parts has its arguments in registers and, where it is optimised, in the slots from which it goes on to read them.
//
//go:noinline
func parts(p point, q mixed, r point) {
	x := p.X
	fmt.Println("parts", p.X, p, q.S, q.F, q, r.Y, x)
	fmt.Println("more", p.Y, q.S, r)
}

//go:noinline
func looked() { passed++ }

// declares has what has pointers last, of which the compiler makes the first on the stack.
//
//go:noinline
func declares(n int) {
	number := n + 1
	half := float64(n) / 2
	text := fmt.Sprint(n)
	list := []int{n}
	looked()
	passed += number + int(half) + len(text) + len(list)
}

func main() {
	declares(passed)
	memory(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, false, 1, 1, 1, 1, 1)
	composed(fmt.Sprint("abc", "def"), fmt.Sprint("other"), "constant", []int{1, 2, 3}, []int{4}, &point{1, 2}, &point{3, 4}, point{5, 6}, 7, nil, map[string]int{"a": 1}, main, [2]int8{8, 9})
	parts(point{1, 2}, mixed{fmt.Sprint("text"), 0.5, nil}, point{3, 4})
	registers(1, 2, false, 3, fmt.Sprint("reg", "ister"))
}
