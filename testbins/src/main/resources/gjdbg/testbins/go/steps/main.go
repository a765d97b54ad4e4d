// One of each thing that a step has to go through. The numbers of the lines are written down in the tests.
package main

import "fmt"

//go:noinline
func double(n int) int {
	m := n * 2
	return m
}

//go:noinline
func loop(n int) int {
	sum := 0
	for i := 0; i < n; i++ {
		sum += i
	}
	return sum
}

//go:noinline
func deferred() (n int) {
	defer func() {
		n++
	}()
	n = 41
	return n
}

//go:noinline
func recovered() (length int) {
	defer func() {
		length = len(fmt.Sprint("recovered: ", recover()))
	}()
	explode()
	return -1
}

//go:noinline
func explode() {
	panic("boom")
}

//go:noinline
func factorial(n int) int {
	if n <= 1 {
		return 1
	}
	rest := factorial(n - 1)
	return n * rest
}

//go:noinline
func produce(out chan int) {
	out <- 7
}

func main() {
	a := double(4)
	b := loop(3)
	c := deferred()
	d := recovered()
	e := factorial(4)
	pipe := make(chan int)
	go produce(pipe)
	f := <-pipe
	add := func(n int) int {
		return n + a
	}
	g := apply(add, 5)
	report(a, b, c, d, e, f, g)
}

// Calls the closure where the compiler can't see it, so that optimised code makes it in its own line too.
//
//go:noinline
func apply(f func(int) int, n int) int {
	return f(n)
}

// Prints outside of main, where an optimised conversion to an interface may run lines ahead. All are integers, for Go 1.17
// keeps a string that a call returned in code of the line that uses it.
//
//go:noinline
func report(a, b, c, d, e, f, g int) {
	fmt.Println(a, b, c, d, e, f, g)
}
