// Shadowed names, closures, inlined calls, and values to write.
package main

import "fmt"

type Point struct{ X, Y int }

//go:noinline
func stop() {}

var total int
var name = "global"

//go:noinline
func shadow(n int, _ string, label string) (sum int, err error) {
	for i := 0; i < 1; i++ {
		n := n + 10
		name := "inner"
		{
			n := n * 2
			stop()
			sum += n + len(name)
			late := n
			total += late
		}
	}
	return sum, nil
}

//go:noinline
func capture(a int) func(int) int {
	count := 100
	return func(b int) int {
		c := a + b
		stop()
		count += c
		return count
	}
}

func inner(p *Point, k int) int {
	scaled := p.X * k
	stop()
	return scaled
}

func middle(p *Point, m int) int {
	return inner(p, m*2)
}

//go:noinline
func outer(x, y int) int {
	p := &Point{x, y}
	total += y
	return middle(p, x+1) + p.Y
}

//go:noinline
func written(i int8, u uint16, f float64, b bool, s string, p *Point, pt Point, list []int) string {
	stop()
	return fmt.Sprint(i, u, f, b, s, p.X, p.Y, pt, list)
}

func main() {
	fmt.Println(shadow(1, "blank", "label"))
	fmt.Println(capture(7)(8))
	fmt.Println(outer(3, 4))
	fmt.Println(written(1, 2, 3, false, fmt.Sprint("abc", "def"), &Point{1, 2}, Point{3, 4}, []int{5, 6}))
	fmt.Println(total, name)
}
