// Generic functions and types in several instantiations, of shared and of their own shapes; it prints its own stacks.
package main

import (
	"fmt"
	"os"
	"runtime"
)

type number interface{ ~int | ~float64 }

type pair[K comparable, V any] struct {
	Key   K
	Value V
}

type list[T any] struct{ items []T }

//go:noinline
func checkpoint(name string) {
	buf := make([]byte, 1<<16)
	n := runtime.Stack(buf, false)
	os.Stdout.WriteString("=== " + name + "\n" + string(buf[:n]) + "=== end\n")
}

//go:noinline
func sum[T number](numbers []T) T {
	var total T
	for _, n := range numbers {
		total += n
	}
	checkpoint(fmt.Sprintf("sum %T", total))
	return total
}

//go:noinline
func (l *list[T]) add(item T) int {
	l.items = append(l.items, item)
	checkpoint(fmt.Sprintf("add %T", item))
	return len(l.items)
}

//go:noinline
func swap[K, V comparable](p pair[K, V]) pair[V, K] {
	fmt.Printf("p=%#v\n", p)
	return pair[V, K]{p.Value, p.Key}
}

type celsius float64

func main() {
	fmt.Println(sum([]int{1, 2, 3}), sum([]float64{0.5, 0.25}), sum([]celsius{1, 2}))
	numbers := &list[int]{}
	numbers.add(5)
	texts := &list[*string]{}
	text := "text"
	texts.add(&text)
	fmt.Println(swap(pair[string, int]{"a", 1}), swap(pair[int, string]{2, "b"}))
}
