// Stacks of many shapes, each printed by the program itself between two marks.
package main

import (
	"fmt"
	"os"
	"runtime"
)

//go:noinline
func checkpoint(name string) {
	buf := make([]byte, 1<<16)
	n := runtime.Stack(buf, false)
	os.Stdout.WriteString("=== " + name + "\n" + string(buf[:n]) + "=== end\n")
}

type shape interface{ area(n int) int }

type square struct{ side int }

//go:noinline
func (s *square) area(n int) int {
	checkpoint("method")
	return s.side * n
}

type point struct{ x int }

//go:noinline
func (p point) area(n int) int {
	checkpoint("valuemethod")
	return p.x + n
}

//go:noinline
func recurse(n int) int {
	var pad [64]int
	if n == 0 {
		checkpoint("recursion")
		return 0
	}
	pad[n%64] = recurse(n - 1)
	return pad[n%64] + 1
}

func inner(n int) int {
	checkpoint("inlined")
	return n + 1
}

func middle(n int) int {
	return inner(n) + 1
}

//go:noinline
func outer(n int) int {
	return middle(n) * 2
}

//go:noinline
func withDefer() (err error) {
	defer func() {
		recover()
		checkpoint("recovering")
	}()
	defer checkpoint("deferred")
	var p *square
	p.side = 1
	return nil
}

//go:noinline
func call(f func(int) int) int {
	return f(1)
}

func main() {
	checkpoint("leaf")
	shapes := []shape{&square{2}, point{3}}
	sum := 0
	for _, s := range shapes {
		sum += s.area(2)
	}
	sum += recurse(40)
	sum += outer(3)
	withDefer()
	sum += call(func(n int) int {
		checkpoint("closure")
		return n + sum
	})
	bound := shapes[1].area
	sum += call(bound)
	done := make(chan bool)
	go func() {
		checkpoint("goroutine")
		done <- true
	}()
	<-done
	fmt.Println("sum", sum)
}
