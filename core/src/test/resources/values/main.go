// Prints what its functions hold, as lines of function, expression and value; a test compares.
package main

import (
	"errors"
	"fmt"
	"os"
)

type Account struct {
	Name    string
	Balance int64
	Limits  Limits
	Next    *Account
}

type Limits struct {
	Low, High int32
	Soft      bool
}

type Celsius float64
type Color uint8
type Handler func(int) int

type Base struct {
	ID   int
	Tags []string
}

type Derived struct {
	*Base
	Limits
	Extra string
}

type Pair struct {
	A int
	B string
}

type Wrapper struct{ P *Pair }

type Shape interface{ Area() float64 }
type Square struct{ Side float64 }

func (s Square) Area() float64 { return s.Side * s.Side }

func say(function, expression string, format string, value interface{}) {
	fmt.Fprintf(os.Stdout, "%s|%s|"+format+"\n", function, expression, value)
}

//go:noinline
func scalars(b bool, i8 int8, i16 int16, i32 int32, i64 int64, u8 uint8, u16 uint16, u32 uint32, u64 uint64, i int, up uintptr, f32 float32, f64 float64, r rune) {
	say("scalars", "b", "%v", b)
	say("scalars", "i8", "%d", i8)
	say("scalars", "i16", "%d", i16)
	say("scalars", "i32", "%d", i32)
	say("scalars", "i64", "%d", i64)
	say("scalars", "u8", "%d", u8)
	say("scalars", "u16", "%d", u16)
	say("scalars", "u32", "%d", u32)
	say("scalars", "u64", "%d", u64)
	say("scalars", "i", "%d", i)
	say("scalars", "up", "%d", up)
	say("scalars", "f32", "%v", f32)
	say("scalars", "f64", "%v", f64)
	say("scalars", "r", "%d", r)
	say("scalars", "i64+int64(i8)", "%d", i64+int64(i8))
	say("scalars", "u8 << 3", "%d", u8<<3)
	say("scalars", "b && i16 < 0", "%v", b && i16 < 0)
}

//go:noinline
func texts(empty, short, long string, bytes []byte) {
	say("texts", "empty", "%q", empty)
	say("texts", "short", "%q", short)
	say("texts", "len(long)", "%d", len(long))
	say("texts", "long[990:]", "%q", long[990:])
	say("texts", "len(bytes)", "%d", len(bytes))
	say("texts", "bytes[1]", "%d", bytes[1])
}

//go:noinline
func pointers(account *Account, none *Account, pp **Account, n *int) {
	say("pointers", "account.Name", "%q", account.Name)
	say("pointers", "account.Balance", "%d", account.Balance)
	say("pointers", "account.Next.Name", "%q", account.Next.Name)
	say("pointers", "account.Limits.High", "%d", account.Limits.High)
	say("pointers", "account.Limits.Soft", "%v", account.Limits.Soft)
	say("pointers", "account.Next.Next == nil", "%v", account.Next.Next == nil)
	say("pointers", "none == nil", "%v", none == nil)
	say("pointers", "(*pp).Name", "%q", (*pp).Name)
	say("pointers", "*n", "%d", *n)
	say("pointers", "*pp == account", "%v", *pp == account)
}

//go:noinline
func structs(account Account, d Derived, arr [3]Pair, c64 complex64, c128 complex128) {
	say("structs", "account.Name", "%q", account.Name)
	say("structs", "account.Limits.Low", "%d", account.Limits.Low)
	say("structs", "d.ID", "%d", d.ID)
	say("structs", "d.High", "%d", d.High)
	say("structs", "d.Tags[1]", "%q", d.Tags[1])
	say("structs", "d.Extra", "%q", d.Extra)
	say("structs", "len(arr)", "%d", len(arr))
	say("structs", "arr[2].B", "%q", arr[2].B)
	say("structs", "c64", "%v", c64)
	say("structs", "c128", "%v", c128)
}

//go:noinline
func named(t Celsius, c Color, h Handler, f func(), m map[string]int, ch chan int, noM map[string]int, noCh chan int, noF func()) {
	say("named", "t", "%v", float64(t))
	say("named", "c", "%d", uint8(c))
	say("named", "m == nil", "%v", m == nil)
	say("named", "noM == nil", "%v", noM == nil)
	say("named", "noCh == nil", "%v", noCh == nil)
	say("named", "noF == nil", "%v", noF == nil)
	say("named", "ch != nil", "%v", ch != nil)
	say("named", "h", "%s", "main.twice")
	say("named", "f", "%s", "main.main.func1")
}

//go:noinline
func interfaces(any interface{}, str interface{}, pair interface{}, ptr interface{}, wrapped interface{}, none interface{}, err error, noErr error, shape Shape) {
	say("interfaces", "any.(int)", "%v", any)
	say("interfaces", "str.(string)", "%q", str)
	say("interfaces", "pair.(main.Pair).B", "%q", pair.(Pair).B)
	say("interfaces", "ptr.(*main.Pair).A", "%v", ptr.(*Pair).A)
	say("interfaces", "wrapped.(main.Wrapper).P.B", "%q", wrapped.(Wrapper).P.B)
	say("interfaces", "none == nil", "%v", none == nil)
	say("interfaces", "err != nil", "%v", err != nil)
	say("interfaces", "err.s", "%q", err.Error())
	say("interfaces", "noErr == nil", "%v", noErr == nil)
	say("interfaces", "shape.Side", "%v", shape.(Square).Side)
}

var global = 42
var accounts = []Account{{Name: "first"}, {Name: "second"}}

//go:noinline
func locals(n int) {
	x := n * 2
	p := &x
	escaped := n + 100
	keep = &escaped
	y := "outer"
	if n > 0 {
		y := "inner"
		z := len(y)
		stop()
		say("locals", "x", "%d", x)
		say("locals", "*p", "%d", *p)
		say("locals", "escaped", "%d", escaped)
		say("locals", "y", "%q", y)
		say("locals", "z", "%d", z)
		say("locals", "n", "%d", n)
	}
	later := 5
	say("locals", "global", "%d", global)
	say("locals", "main.accounts[1].Name", "%q", accounts[1].Name)
	keep2 = y + fmt.Sprint(later)
}

var keep *int
var keep2 string

//go:noinline
func heap(moved int, note string) {
	keep = &moved
	stop()
	say("heap", "moved", "%d", moved)
	say("heap", "note", "%q", note)
}

//go:noinline
func stop() {}

//go:noinline
func results1(a int) (int, string, error) {
	say("results1", "=0", "%d", a+1)
	say("results1", "=1", "%q", "res")
	say("results1", "=2 != nil", "%v", true)
	return a + 1, "res", errors.New("bad")
}

//go:noinline
func results2(arr [2]int, f float64) (big [3]int, r Pair, g float64, c complex128, last Limits) {
	say("results2", "=0[1]", "%d", 7)
	say("results2", "=1.B", "%q", "pair")
	say("results2", "=2", "%v", f*2)
	say("results2", "=3", "%v", complex(f, 1))
	say("results2", "=4.High", "%d", 9)
	say("results2", "=4.Soft", "%v", true)
	return [3]int{arr[0], 7, 8}, Pair{1, "pair"}, f * 2, complex(f, 1), Limits{1, 9, true}
}

//go:noinline
func (a *Account) results3(s []int, more string) (first []int, second []int, third []int, fourth string, err error) {
	say("results3", "=0[0]", "%d", s[0])
	say("results3", "len(=1)", "%d", 1)
	say("results3", "=2[0]", "%d", 77)
	say("results3", "=3", "%q", more+a.Name)
	say("results3", "=4 == nil", "%v", true)
	return s, s[:1], []int{77}, more + a.Name, nil
}

func twice(n int) int { return 2 * n }

func main() {
	long := ""
	for i := 0; i < 1000; i++ {
		long += string(rune('a' + i%26))
	}
	scalars(true, -128, -32768, -2147483648, -9223372036854775808, 255, 65535, 4294967295, 18446744073709551615, -42, 7, 1.5, -2.25, 'é')
	texts("", "héllo\n\"x\"", long, []byte{1, 2, 3})
	b := &Account{Name: "b", Balance: 2}
	a := &Account{Name: "a", Balance: -1, Limits: Limits{-5, 5, true}, Next: b}
	n := 77
	pointers(a, nil, &a, &n)
	structs(*a, Derived{&Base{9, []string{"t0", "t1"}}, Limits{3, 4, false}, "extra"}, [3]Pair{{1, "x"}, {2, "y"}, {3, "z"}}, complex(1, -2), complex(0.5, 3))
	named(36.5, 3, twice, func() { fmt.Println("never", n) }, map[string]int{"a": 1}, make(chan int, 1), nil, nil, nil)
	interfaces(5, "text", Pair{6, "seven"}, &Pair{8, "nine"}, Wrapper{&Pair{1, "w"}}, nil, errors.New("wrong"), nil, Square{3})
	locals(21)
	heap(5, "noted")
	results1(1)
	results2([2]int{4, 5}, 2.5)
	a.results3([]int{31, 32}, "more")
}
