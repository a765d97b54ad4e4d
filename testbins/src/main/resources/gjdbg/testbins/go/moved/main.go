// Assignments that optimisers make later than the source does: place|expression|type|value after each call of at. Swaps and other
// assignments that end up without instructions are left out: nothing in a binary tells of them.
package main

import "fmt"

var passed int
var keep interface{}

//go:noinline
func at() { passed++ }

func say(e string, v interface{}) { fmt.Printf("%d|%s|%T|%#v\n", passed, e, v, v) }

//go:noinline
func counting(n int) int {
	x := n
	y := n * 2
	for i := 0; i < 3; i++ {
		x++
		at()
		say("x", x)
		say("y", y)
		say("i", i)
		y += x
		at()
		say("x", x)
		say("y", y)
		x = x * 2
		at()
		say("x", x)
		say("i", i)
	}
	x -= 5
	at()
	say("x", x)
	say("y", y)
	return x
}

//go:noinline
func cut(s string, list []int) string {
	t := s + "!"
	for k, v := range list {
		t = t[1:]
		list = list[1:]
		w := v + k
		at()
		say("t", t)
		say("list", list)
		say("k", k)
		say("w", w)
		if k > 0 {
			t := t + "inner"
			at()
			say("t", t)
			w := float64(w) / 2
			at()
			say("w", w)
		}
		at()
		say("w", w)
		say("t", t)
	}
	return t
}

//go:noinline
func sums(a, b int) (r int) {
	r = a - b
	at()
	say("r", r)
	{
		a := a*3 - 1
		at()
		say("a", a)
		r += a * b
	}
	at()
	say("a", a)
	say("b", b)
	say("r", r)
	for a < 100 {
		a += a + 1
		c := a
		at()
		say("a", a)
		say("c", c)
	}
	return r
}

type point struct{ X, Y int }

//go:noinline
func structs(p point, q *point) int {
	p.X++
	at()
	say("p.X", p.X)
	p.Y = q.X
	at()
	say("p", p)
	q = &point{p.Y, p.X}
	at()
	say("q.X", q.X)
	e := interface{}(p.X)
	at()
	say("e", e)
	e = p
	at()
	say("e", e)
	return p.X
}

// What the caller's loop does at its end is no assignment of an earlier line.
//
//go:noinline
func kept(list []string, n int) int {
	total := 0
	for i, word := range list {
		for j := 0; j < 2; j++ {
			total += len(word) * j
			at()
			say("i", i)
			say("j", j)
			say("word", word)
			say("n", n)
			say("list", list)
		}
	}
	return total
}

func main() {
	counting(3)
	cut("abcdef", []int{4, 5, 6})
	sums(3, 9)
	structs(point{1, 2}, &point{3, 4})
	kept([]string{"one", "three"}, 5)
}
