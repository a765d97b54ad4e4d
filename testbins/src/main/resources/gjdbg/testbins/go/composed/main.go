// Values that printers of a script's own meet: behind pointers and interfaces, in cycles, of generic types and of types that
// are declared in functions; errors of the program's own within those of the standard library.
package main

import (
	"errors"
	"fmt"
	"os"
	"time"
)

type point struct{ X, Y int }

type shape interface{ area() float64 }

type circle struct {
	Center *point
	R      float64
}

func (c *circle) area() float64 { return c.R * c.R * 3 }

type ring struct {
	Next *ring
	N    int
}

type pair[K comparable, V any] struct {
	Key K
	Val V
}

type colour uint8

const (
	red colour = iota
	green
)

type failure struct {
	msg  string
	code int
}

func (f *failure) Error() string { return fmt.Sprintf("E%d: %s!", f.code, f.msg) }

type broken bool

func (b broken) Error() string { return "broken for good" }

type passing struct {
	error
	tries int
}

//go:noinline
func pause(kept ...any) { fmt.Print() }

func main() {
	type local struct{ A int }
	in := local{4}
	p := point{5, 6}
	points := []point{{1, 2}, {3, 4}, {5, 6}}
	shapes := []shape{&circle{&p, 3}, nil}
	round := &ring{N: 1}
	round.Next = &ring{round, 2}
	text := pair[string, int]{"a", 1}
	anything := pair[string, any]{"b", 2.5}
	bytes := []byte("some")
	runes := []rune("xyz")
	tone := green
	wait := 90 * time.Second
	inner := &failure{"bad thing", 5}
	var failed error = inner
	opened := &os.PathError{Op: "open", Path: "/x", Err: inner}
	joined := errors.Join(inner, broken(true))
	passed := &os.PathError{Op: "read", Path: "/y", Err: passing{errors.New("at last"), 3}}
	fmt.Printf("%v|%v\n", opened, passed)
	pause(in, p, points, shapes, round, text, anything, bytes, runes, tone, wait, failed, opened, joined, passed)
}
