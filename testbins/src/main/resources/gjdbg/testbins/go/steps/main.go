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
func recovered() (text string) {
	defer func() {
		text = fmt.Sprint("recovered: ", recover())
	}()
	explode()
	return "not reached"
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
	g := add(5)
	fmt.Println(a, b, c, d, e, f, g)
}
