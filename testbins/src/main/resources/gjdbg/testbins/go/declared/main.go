// Declares variables on the very lines that use them, and over several lines: what at, text and the others get is what x means
// in their caller.
package main

import "fmt"

type big struct{ A, B, C, D, E int }

var (
	calls int
	last  string
	kept  []interface{}
)

//go:noinline
func at(x string) bool {
	last = x
	calls++
	return calls > 0
}

//go:noinline
func text(x string) string {
	last = x
	calls++
	return "text" + fmt.Sprint(calls > 0)
}

//go:noinline
func number(x string) int {
	last = x
	calls++
	return 40 + len(x)
}

//go:noinline
func large(x string) big {
	last = x
	calls++
	return big{1, 2, 3, 4, len(x)}
}

//go:noinline
func keep(x interface{}) { kept = append(kept, x) }

//go:noinline
func plain() {
	x := 7
	if x := "inner"; at(`"inner"`) {
		calls += len(x)
	}
	if x := text("7"); at(`"texttrue"`) {
		calls += len(x)
	}
	if x := number("7"); at("41") {
		calls += x
	}
	if x := 2.5; at("2.5") {
		calls += int(x)
	}
	if x := []int{x}; at("[]int {7}") {
		calls += len(x)
	}
	if x := interface{}(x); at("int(7)") {
		calls += len(fmt.Sprint(x))
	}
	calls += x
}

//go:noinline
func loops() {
	x := "outer"
	for x := 0; x < 2 && at(fmt.Sprint(x)); x++ {
		calls += x
	}
	for x, n := number(`"outer"`), 0; n < 2 && at(fmt.Sprint(x)); x, n = x+1, n+1 {
		calls += x
	}
	calls += len(x)
}

//go:noinline
func structs() {
	x := 7
	if x := large("7"); at("main.big {A: 1, B: 2, C: 3, D: 4, E: 1}") {
		calls += x.E
	}
	if x := (big{A: x}); at("main.big {A: 7, B: 0, C: 0, D: 0, E: 0}") {
		calls += x.E
	}
	calls += x
}

//go:noinline
func escaped() {
	x := 7
	if x := "inner"; at(`"inner"`) {
		keep(&x)
	}
	if x := number("7"); at("41") {
		keep(&x)
	}
	if x := text("7"); at(`"texttrue"`) {
		keep(&x)
	}
	calls += x
}

//go:noinline
func closures() {
	x := 7
	f := func(n int) bool { calls += x; x := n + 1; return at("4") && x > 0 }
	g := func(n int) bool { calls += x; x := number("7") + n; return at("44") && x > 0 }
	f(3)
	g(3)
	h := func() {
		x := x + number("7")
		at("48")
		keep(x)
	}
	h()
}

//go:noinline
func lines() {
	x := 7
	y := x + number(
		"7")
	calls += y
	for i := 0; i < 2; i++ {
		x := x + number("7") +
			number(
				"7",
			)
		at("89")
		if x := large(
			"89",
		); at("main.big {A: 1, B: 2, C: 3, D: 4, E: 2}") {
			calls += x.E
		}
		calls += x
	}
	x++
	at("8")
}

func main() {
	lines()
	plain()
	loops()
	structs()
	escaped()
	closures()
	fmt.Println(calls > 0)
}
