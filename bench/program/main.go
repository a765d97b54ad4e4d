// Calls one function many times and says how long that took: the target of the breakpoint rows.
package main

import (
	"fmt"
	"os"
	"strconv"
	"time"
)

//go:noinline
func work(amount int) int {
	if amount > 1000000 {
		fmt.Println("never so large", amount)
	}
	return amount & 7
}

func main() {
	calls := 1000
	if len(os.Args) > 1 {
		calls, _ = strconv.Atoi(os.Args[1])
	}
	sum := 0
	start := time.Now()
	for i := 0; i < calls; i++ {
		sum += work(i % 1000)
	}
	fmt.Println("nanoseconds", time.Since(start).Nanoseconds(), "calls", calls, "sum", sum)
}
