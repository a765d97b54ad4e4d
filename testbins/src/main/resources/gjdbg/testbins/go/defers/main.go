// Deferred calls of each kind. Each prints its name when it runs; at prints the name of the place.
package main

import "fmt"

type account struct{ name string }

func (a *account) close() { ran("main.(*account).close") }

var passed int

//go:noinline
func at(place string) {
	passed++
	fmt.Println("at", place)
}

//go:noinline
func ran(name string) { fmt.Println("ran", name) }

func first()      { ran("main.first") }
func second()     { ran("main.second") }
func third(n int) { ran("main.third") }

//go:noinline
func three(a *account, more bool) {
	at("none")
	defer first()
	at("one")
	if more {
		defer second()
	}
	defer third(passed)
	at("two or three")
	inner(a)
	defer a.close()
	at("last")
}

//go:noinline
func inner(a *account) {
	defer first()
	at("inner")
}

//go:noinline
func loop(n int) {
	for i := 0; i < n; i++ {
		defer third(i)
	}
	at("loop")
}

//go:noinline
func closure(n int) (err error) {
	defer func() {
		recover()
		ran("main.closure.func1")
	}()
	defer second()
	at("closure")
	if n > 3 {
		panic("recovered")
	}
	return nil
}

func main() {
	a := &account{"a"}
	three(a, true)
	three(a, false)
	loop(3)
	closure(1)
	closure(5)
}
