// Values that are worth a printer of their own: a tree, a channel of structs, a map.
package main

import "fmt"

type tree struct {
	Left, Right *tree
	Value       int
}

type job struct {
	ID       int
	Name     string
	Priority int
}

type item struct {
	Count int
	Price float64
}

var kept []interface{}

//go:noinline
func pause() { fmt.Print() }

//go:noinline
func show(t *tree, jobs chan job, stock map[string]item) {
	pause()
	kept = append(kept, t, jobs, stock)
}

func insert(t *tree, value int) *tree {
	switch {
	case t == nil:
		return &tree{Value: value}
	case value < t.Value:
		t.Left = insert(t.Left, value)
	default:
		t.Right = insert(t.Right, value)
	}
	return t
}

func main() {
	var t *tree
	for _, value := range []int{5, 2, 8, 1, 9} {
		t = insert(t, value)
	}
	jobs := make(chan job, 8)
	for i, name := range []string{"wash", "iron", "fold"} {
		jobs <- job{ID: i + 1, Name: name, Priority: 10 - i}
	}
	stock := map[string]item{"apple": {120, 0.25}, "melon": {3, 2.5}, "fig": {48, 0.4}}
	show(t, jobs, stock)
	fmt.Println("shown")
}
