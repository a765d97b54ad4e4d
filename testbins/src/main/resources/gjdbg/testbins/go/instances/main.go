// Generic code of shared shapes, which prints what its variables are: place|expression|type|value after each call of at.
package main

import "fmt"

type id int
type label string

type pair[K comparable, V any] struct {
	Key   K
	Value V
}

type node[T any] struct {
	Item T
	Next *node[T]
}

type list[T any] struct {
	head *node[T]
	size int
}

type point struct{ X, Y int }

var passed int
var keep interface{}

//go:noinline
func at() { passed++ }

func say(place, expression string, value interface{}) {
	fmt.Printf("%d %s|%s|%T|%#v\n", passed, place, expression, value, value)
}

//go:noinline
func (l *list[T]) push(item T) *node[T] {
	first := &node[T]{item, l.head}
	l.head = first
	l.size++
	at()
	place := fmt.Sprintf("push %T", item)
	say(place, "item", item)
	say(place, "l.size", l.size)
	say(place, "first", first)
	say(place, "l", l)
	say(place, "*l.head", *l.head)
	return first
}

//go:noinline
func (p pair[K, V]) swapped() flipped[V, K] {
	q := flipped[V, K]{p.Value, p.Key}
	key := p.Key
	at()
	place := fmt.Sprintf("swapped %T", p)
	say(place, "p.Key", p.Key)
	say(place, "key", key)
	say(place, "q.Value", q.Value)
	return q
}

type flipped[V, K any] struct {
	Key   V
	Value K
}

//go:noinline
func fold[T, R any](items []T, start R, step func(R, T) R) R {
	result := start
	table := map[string][]T{"all": items}
	var boxed interface{} = items
	for _, item := range items {
		result = step(result, item)
		at()
		place := fmt.Sprintf("fold %T %T", items, start)
		say(place, "item", item)
		say(place, "items", items)
		say(place, "result", result)
		say(place, "table", table)
		say(place, "boxed", boxed)
	}
	return result
}

//go:noinline
func escape[T any, U any](x T, y U) (*T, func() U) {
	z := x
	w := y
	f := func() U {
		at()
		place := fmt.Sprintf("inner %T %T", x, y)
		say(place, "w", w)
		keep = &z
		say(place, "z", z)
		return w
	}
	keep = &z
	at()
	place := fmt.Sprintf("escape %T %T", x, y)
	say(place, "x", x)
	say(place, "y", y)
	say(place, "w", w)
	say(place, "z", z)
	f()
	return &z, f
}

type number interface{ ~int | ~int8 | ~float64 }

type triple[A, B, C any] struct {
	First  A
	Second B
	Third  C
	Nested pair[string, C]
}

type wrapped[T any] struct {
	*list[T]
	Extra map[string]T
	Each  func(T) T
	Queue chan T
}

type named interface{ name() string }

func (l label) name() string  { return string(l) }
func (p *point) name() string { return "point" }

//go:noinline
func three[A comparable, B any, C number](a A, b B, c C) triple[A, B, C] {
	t := triple[A, B, C]{a, b, c, pair[string, C]{"n", c}}
	p := &t
	array := [2]C{c, c + 1}
	m := map[A]B{a: b}
	at()
	place := fmt.Sprintf("three %T %T %T", a, b, c)
	say(place, "a", a)
	say(place, "b", b)
	say(place, "c", c)
	say(place, "t", t)
	say(place, "*p", *p)
	say(place, "array", array)
	say(place, "m", m)
	say(place, "t.Nested.Value", t.Nested.Value)
	keep = p
	return t
}

// A method of a generic type with closures in closures.
//
//go:noinline
func (w *wrapped[T]) each(more T) (count int) {
	visit := func(item T) func() T {
		count++
		return func() T {
			at()
			place := fmt.Sprintf("each %T", item)
			say(place, "item", item)
			say(place, "more", more)
			say(place, "count", count)
			return item
		}
	}
	for at := w.head; at != nil; at = at.Next {
		w.Extra["last"] = visit(at.Item)()
	}
	at()
	place := fmt.Sprintf("each end %T", more)
	say(place, "count", count)
	say(place, "more", more)
	say(place, "w.size", w.size)
	say(place, "w.head.Item", w.head.Item)
	say(place, "w.Extra", w.Extra)
	return count
}

// What the optimiser puts into its caller, with a dictionary of its own or none.
func small[T any, U comparable](x T, y U) U {
	seen := map[U]T{y: x}
	at()
	place := fmt.Sprintf("small %T %T", x, y)
	say(place, "x", x)
	say(place, "y", y)
	say(place, "seen", seen)
	return y
}

//go:noinline
func around[T comparable](x T, n int) {
	all := []T{x, small(n, x)}
	at()
	place := fmt.Sprintf("around %T", x)
	say(place, "x", x)
	say(place, "all", all)
	say(place, "n", n)
}

//go:noinline
func constrained[N named](n N, all ...N) string {
	text := n.name()
	at()
	place := fmt.Sprintf("constrained %T", n)
	say(place, "n", n)
	say(place, "all", all)
	say(place, "text", text)
	return text
}

func main() {
	three(id(1), label("b"), 2)
	three(label("a"), point{1, 2}, 2.5)
	three(&point{3, 4} == nil, []id{5}, int8(6))
	three(point{7, 8}, map[label]id{"x": 9}, 10)
	texts := &wrapped[label]{&list[label]{}, map[string]label{}, nil, nil}
	texts.head = &node[label]{"h", &node[label]{"i", nil}}
	texts.each("more")
	points := &wrapped[point]{&list[point]{&node[point]{point{5, 6}, nil}, 1}, map[string]point{}, nil, make(chan point, 1)}
	points.each(point{9, 9})
	around(label("l"), 3)
	around(point{1, 1}, 4)
	around(id(5), 6)
	constrained(label("c"), "d", "e")
	constrained(&point{1, 2})
	numbers := &list[id]{}
	numbers.push(5)
	numbers.push(6)
	(&list[label]{}).push("a")
	(&list[*point]{}).push(&point{1, 2})
	(&list[point]{}).push(point{3, 4})
	pair[id, label]{1, "one"}.swapped()
	pair[label, []id]{"two", []id{2}}.swapped()
	fold([]id{1, 20, 300}, label("n"), func(l label, n id) label { return l + label(fmt.Sprint(n)) })
	fold([]point{{1, 2}, {30, 40}}, id(0), func(n id, p point) id { return n + id(p.X) })
	escape(id(7), label("seven"))
	escape(label("eight"), point{8, 9})
	escape(id(7), 8)
}
