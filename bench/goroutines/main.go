package main

import (
	"fmt"
	"os"
	"strconv"
	"sync"
)

//go:noinline
func parked(started *sync.WaitGroup, from <-chan int) int {
	started.Done()
	return <-from
}

//go:noinline
func ready(n int) { fmt.Println(n, "goroutines are parked") }

func main() {
	n, _ := strconv.Atoi(os.Args[1])
	var started sync.WaitGroup
	from := make(chan int)
	for i := 0; i < n; i++ {
		started.Add(1)
		go parked(&started, from)
	}
	started.Wait()
	ready(n)
}
