// Returns results in all the ways that have a compiler record them oddly, and prints what each call gave.
package main

import (
	"errors"
	"fmt"
	"sync"
)

type pair struct{ A, B int }

var (
	mutex sync.Mutex
	kept  *[]int
	given []interface{}
)

//go:noinline
func f1(n int) (a int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered %v", r)
		}
	}()
	a = n * 2
	if n > 5 {
		panic(n)
	}
	return a, nil
}

//go:noinline
func f2(n int) (a int, s string, err error) {
	defer func() { given = append(given, a, s, err) }()
	if n > 3 {
		return n, "big", errors.New("big")
	}
	return n, "small", nil
}

//go:noinline
func f3(n int) (a int, s string, err error) {
	defer mutex.Unlock()
	mutex.Lock()
	a = n
	s = fmt.Sprint(n)
	return
}

//go:noinline
func f4(n int) (p pair, err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("f4: %w", err)
		}
	}()
	p.A = n
	if n > 3 {
		return p, errors.New("x")
	}
	return pair{n, n}, nil
}

//go:noinline
func f5(n int) (_ int, s string) { s = fmt.Sprint(n); return n, s + "!" }

//go:noinline
func f6(n int) (list []int) {
	g := &list
	*g = append(*g, n)
	kept = g
	return
}

//go:noinline
func f7(n int) (x float64, _ error, b bool) {
	defer func() { x *= 2 }()
	x = float64(n) + 0.25
	return x, nil, true
}

//go:noinline
func f8(n int) (a, b int) { defer func() { a, b = b, a }(); return n, n + 1 }

//go:noinline
func give(values ...interface{}) { given = values }

// f9's return is the end of a call that is inlined there, by the line table.
//
//go:noinline
func f9(n int) {
	text := fmt.Sprint(n)
	func() {
		for i := 0; i < 3; i++ {
			length := len(text) + i
			give(length, text)
		}
		p := &pair{n, n}
		_ = p
		give(text, p.A)
	}()
}

func say(name string, results ...interface{}) {
	fmt.Printf("%s:", name)
	for _, result := range results {
		switch result := result.(type) {
		case error:
			fmt.Print(" error")
		case nil:
			fmt.Print(" nil")
		case string:
			fmt.Printf(" %q", result)
		case pair:
			fmt.Printf(" main.pair {A: %d, B: %d}", result.A, result.B)
		case []int:
			fmt.Printf(" []int {%d}", result[0])
		default:
			fmt.Print(" ", result)
		}
	}
	fmt.Println()
}

func main() {
	for _, n := range []int{1, 4, 6} {
		a, err := f1(n)
		say("main.f1", a, err)
		b, s, err := f2(n)
		say("main.f2", b, s, err)
		c, s, err := f3(n)
		say("main.f3", c, s, err)
		p, err := f4(n)
		say("main.f4", p, err)
		i, s := f5(n)
		say("main.f5", i, s)
		list := f6(n)
		say("main.f6", list)
		x, err, ok := f7(n)
		say("main.f7", x, err, ok)
		i, j := f8(n)
		say("main.f8", i, j)
		f9(n)
		say("main.f9")
	}
}
