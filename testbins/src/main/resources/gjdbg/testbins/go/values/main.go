// Values of every basic kind, which the program prints itself as name=value in Go's own notation.
package main

import (
	"errors"
	"fmt"
	"math"
)

type celsius float64

type weekday uint8

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
}

//go:noinline
func basics(b bool, i int, i8 int8, i16 int16, i32 int32, i64 int64, u uint, u8 uint8, u16 uint16, u32 uint32, u64 uint64) int {
	fmt.Printf("b=%#v\ni=%#v\ni8=%#v\ni16=%#v\ni32=%#v\ni64=%#v\n", b, i, i8, i16, i32, i64)
	fmt.Printf("u=%d\nu8=%d\nu16=%d\nu32=%d\nu64=%d\n", u, u8, u16, u32, u64)
	return i + int(i8) + int(u8)
}

//go:noinline
func floats(f32 float32, f64 float64, c64 complex64, c128 complex128, t celsius, d weekday, r rune, p uintptr) float64 {
	fmt.Printf("f32=%v\nf64=%v\nc64=%v\nc128=%v\nt=%v\nd=%v\nr=%v\np=%v\n", f32, f64, c64, c128, float64(t), d, r, p)
	return f64 + float64(f32)
}

//go:noinline
func texts(s string, empty string, err error, none error, numbers []int, letters [2]string, f func(int) int) (string, error) {
	fmt.Printf("s=%q\nempty=%q\nerr=%v\nnone=%v\nnumbers=%v\nletters=%q\n", s, empty, err, none, numbers, letters)
	return s + empty, err
}

//go:noinline
func structs(r *record, v record, missing *record) (int, string, *record) {
	fmt.Printf("r.Name=%q\nr.ID=%d\nr.Depth=%d\nr.note=%q\nr.Ratio=%v\nr.Tags[1]=%q\nv.Nested.B=%d\n",
		r.Name, r.ID, r.Depth, r.note, r.Ratio, r.Tags[1], v.Nested.B)
	return len(v.Name), r.Name, r.Self
}

//go:noinline
func shadow(x int) int {
	y := x + 1
	if x > 0 {
		x := "inner"
		y += len(x)
		fmt.Println("shadowed", x, y)
	}
	return y
}

//go:noinline
func escape(n int) *int {
	kept := n * 3
	fmt.Println("kept", kept)
	return &kept
}

func twice(n int) int { return 2 * n }

func main() {
	basics(true, -42, math.MinInt8, math.MaxInt16, -70000, math.MinInt64, 42, 255, 65535, 4000000000, math.MaxUint64)
	floats(1.5, -math.Pi, complex(1, -2), complex(0.25, 1e10), 36.6, 3, '世', 0xdeadbeef)
	texts("Grüße, 世界\n", "", errors.New("it failed"), nil, []int{1, 2, 3}, [2]string{"a", "b"}, twice)
	r := &record{base: base{7, [3]string{"x", "y", "z"}}, inner: &inner{9, "deep"}, Name: "first", Ratio: 0.5}
	r.Self = r
	r.Nested.A, r.Nested.B = 1, -2
	structs(r, *r, nil)
	fmt.Println(shadow(3), *escape(14))
}
