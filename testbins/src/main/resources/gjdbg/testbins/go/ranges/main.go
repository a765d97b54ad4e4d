// Bodies of loops over functions, which the compiler makes functions of: place|expression|type|value after each call of at.
package main

import "fmt"

type account struct{ name string }

var passed int
var keep any

//go:noinline
func at() { passed++ }

func say(expression string, value any) {
	fmt.Printf("%d|%s|%T|%#v\n", passed, expression, value, value)
}

//go:noinline
func count(n int) func(func(int, string) bool) {
	return func(yield func(int, string) bool) {
		for i := 0; i < n; i++ {
			if !yield(i, fmt.Sprint("item", i)) {
				return
			}
		}
	}
}

//go:noinline
func each(yield func(int) bool) {
	for i := 10; i < 12 && yield(i); i++ {
	}
}

//go:noinline
func plain(limit int, title string, a *account) (sum int) {
	unused := limit * 3
	text := title + "!"
	for i, item := range count(limit) {
		unusedInside := i + 100
		at()
		say("i", i)
		say("item", item)
		say("limit", limit)
		say("sum", sum)
		say("title", title)
		say("text", text)
		say("a.name", a.name)
		say("unusedInside", unusedInside)
		sum += i
	}
	at()
	say("sum", sum)
	say("unused", unused)
	return sum
}

// The bodies use nothing of the function, but see all of it.
//
//go:noinline
func unseen(limit int, title string) int {
	total := limit + 5
	words := []string{title, "w"}
	for range each {
		at()
		fmt.Printf("%d|limit|int|%d\n", passed, 2)
		fmt.Printf("%d|title|string|\"unseen\"\n", passed)
		fmt.Printf("%d|total|int|%d\n", passed, 7)
		fmt.Printf("%d|words|[]string|[]string{\"unseen\", \"w\"}\n", passed)
	}
	return total + len(words)
}

//go:noinline
func nested(depth int, label string) int {
	found := depth * 10
	for x := range each {
		label := fmt.Sprint(label, x)
		for y, item := range count(2) {
			x := x + y
			at()
			say("x", x)
			say("y", y)
			say("item", item)
			say("label", label)
			fmt.Printf("%d|depth|int|%d\n", passed, depth)
			fmt.Printf("%d|found|int|%d\n", passed, depth*10)
			if depth > 0 && x == 10 {
				found += nested(depth-1, "deeper")
			}
			if y == 1 {
				break
			}
		}
		at()
		say("x", x)
		say("label", label)
		say("found", found)
	}
	return found
}

//go:noinline
func literal(n int) func() int {
	return func() int {
		m := n + 1
		for x := range each {
			at()
			say("x", x)
			say("n", n)
			fmt.Printf("%d|m|int|%d\n", passed, 5)
		}
		return m
	}
}

//go:noinline
func done(n int) { keep = n }

//go:noinline
func deferring(n int) {
	defer done(100)
	for x := range each {
		defer done(x)
		if x == 11 {
			last()
		}
	}
}

//go:noinline
func last() { keep = nil }

func main() {
	defer deferring(1)
	plain(2, "plain", &account{"ann"})
	unseen(2, "unseen")
	nested(1, "top")
	literal(4)()
}
