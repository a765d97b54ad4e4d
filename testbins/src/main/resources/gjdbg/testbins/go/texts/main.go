// Texts that share their bytes with others, one of which a debugger sets; and arguments that hooks set in many goroutines.
package main

import (
	"fmt"
	"os"
	"runtime"
	"strings"
	"sync"
)

type named struct {
	Name string
	Tags []byte
}

type link struct {
	N    int
	_    int
	Next *link
	_    int
}

type self map[string]self

// around has what leads back to itself, and a list that is longer than any stack is deep.
//
//go:noinline
func around() {
	ring := &link{N: 1}
	ring.Next = &link{N: 2, Next: ring}
	var long *link
	for i := 0; i < 100000; i++ {
		long = &link{N: i, Next: long}
	}
	any := []interface{}{1, nil}
	any[1] = any
	own := self{"a": nil}
	own["b"] = own
	queue := make(chan interface{}, 2)
	queue <- queue
	var builder strings.Builder
	builder.WriteString("text")
	shared := &link{N: 7}
	twice := []*link{shared, shared}
	at()
	fmt.Println(ring.N, long.N, len(any), len(own), len(queue), builder.String(), twice[0].N)
}

type point struct{ X, Y int }

type whole struct {
	named
	At    point
	Sides [2]point
	Name2 string
	On    bool
	C     complex64
	B     byte
	R     rune
	Any   interface{}
	To    *point
}

// composed has what is set as a whole, or by halves.
//
//go:noinline
func composed() {
	p := point{5, 6}
	w := whole{Name2: "b", Any: 1}
	a := [3]int{7, 8, 9}
	words := [2]string{"one", "two"}
	s, other := fmt.Sprint("s"), fmt.Sprint("other")
	c := 1i
	if passed > 0 {
		// or the compiler prints what they were declared as
		p.X, a[0], words[0] = 0, 0, ""
	}
	at()
	fmt.Println(p, a, words, s, other, c)
	fmt.Println(w.Name, w.Tags, w.At, w.Sides, w.Name2, w.On, w.C, w.B, w.R, w.Any, *w.To)
}

// keyed has maps under keys of parts.
//
//go:noinline
func keyed() {
	type key struct {
		point
		Name string
		_    int
		Any  interface{}
	}
	shared := &point{8, 9}
	structs := map[point]string{{1, 2}: "a", {3, 4}: "b"}
	nested := map[key]string{{point{1, 2}, "n", 5, nil}: "nil", {point{1, 2}, "n", 5, "any"}: "any"}
	arrays := map[[2]int]string{{1, 2}: "a"}
	bytes := map[[3]byte]string{{1, 2, 255}: "a"}
	numbers := map[complex128]string{1 + 2i: "a"}
	pointers := map[*point]string{shared: "a"}
	things := map[interface{}]string{point{1, 2}: "a", [2]int{5, 6}: "b", shared: "c", 1i: "d"}
	at()
	fmt.Println(structs, nested, arrays, bytes, numbers, len(pointers), len(things), shared.X)
}

var passed int
var global = "a constant"
var kept []string

//go:noinline
func at() { passed++ }

//go:noinline
func handled(n int, name string) string {
	if n < 0 {
		fmt.Println(name)
	}
	return name
}

func work(wait *sync.WaitGroup, good []int, worker int) {
	defer wait.Done()
	for i := 0; i < 25; i++ {
		n := 100*worker + i
		name := handled(n, fmt.Sprint("name ", n))
		if strings.HasPrefix(name, fmt.Sprint("set ", n, " ")) && strings.Count(name, "x") == 40000 {
			good[worker]++
		}
		if i%8 == 0 {
			runtime.GC()
		}
	}
}

func main() {
	if len(os.Args) > 1 && os.Args[1] == "composed" {
		composed()
		return
	}
	if len(os.Args) > 1 && os.Args[1] == "keyed" {
		keyed()
		return
	}
	if len(os.Args) > 1 {
		around()
		return
	}
	s := fmt.Sprint("ab", "cde")
	t, u := s, s[1:3]
	m := map[string]int{s: 1}
	constant, empty := "constant", ""
	if passed > 0 {
		// or the compiler prints what they were declared as
		constant, empty = "no", "no"
	}
	list := []byte("bytes")
	numbers := []float64{1}
	flags := []bool{}
	runes := []rune("abc")
	pointers := []*int{&passed}
	n := &named{"n", nil}
	at()
	fmt.Println(s, t, u, m, m["abcde"], constant, "constant", empty, global)
	list = append(list, '!')
	numbers = append(numbers, 0.5)
	fmt.Println(string(list), numbers, flags, len(flags), string(runes), len(pointers), n.Name, n.Tags)
	kept = append(kept, s, n.Name)
	runtime.GC()
	var wait sync.WaitGroup
	good := make([]int, 4)
	for i := range good {
		wait.Add(1)
		go work(&wait, good, i)
	}
	wait.Wait()
	fmt.Println("good", good)
	at()
	runtime.GC()
	fmt.Println(s, len(constant), strings.Count(constant, "long"), kept)
	fmt.Fprintln(os.Stdout, "end")
}
