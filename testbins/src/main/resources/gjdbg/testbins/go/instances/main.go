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

func main() {
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
