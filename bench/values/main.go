// Holds what the benchmark of values has read: a large map, a large slice of structs, and many locals on a deep stack.
package main

import "fmt"

type point struct {
	x, y int
	tag  string
}

//go:noinline
func large(m map[string]int, s []point) int { return len(m) + len(s) }

//go:noinline
func bottom(n int) int { return n }

// deep has twenty locals in each of its frames.
//
//go:noinline
func deep(n int) int {
	a, b, c, d, e := n+1, n+2, n+3, n+4, n+5
	f, g, h, i, j := n*1, n*2, n*3, n*4, n*5
	k, l, m, o, p := n-1, n-2, n-3, n-4, n-5
	q, r, s, t, u := float64(n), "local", n > 5, byte(n), []int{n}
	result := 0
	if n == 0 {
		result = bottom(n)
	} else {
		result = deep(n - 1)
	}
	_, _, _, _, _ = q, r, s, t, u
	return result + a + b + c + d + e + f + g + h + i + j + k + l + m + o + p
}

func main() {
	m := make(map[string]int)
	for i := 0; i < 100000; i++ {
		m[fmt.Sprint("key", i)] = i
	}
	s := make([]point, 1000000)
	for i := range s {
		s[i] = point{i, -i, "t"}
	}
	fmt.Println(large(m, s), deep(99))
}
