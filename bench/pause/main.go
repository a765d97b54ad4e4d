// Measures for how long a debugger holds it up: eight busy threads read the clock all the time and keep the largest gap
// between two readings, while a thousand goroutines wait. Ends after as many seconds as its argument says.
package main

import (
	"fmt"
	"os"
	"runtime"
	"strconv"
	"sync"
	"time"
)

const busy = 8

//go:noinline
func parked(from <-chan int) int { return <-from }

//go:noinline
func watch(until time.Time) time.Duration {
	var largest time.Duration
	last := time.Now()
	for last.Before(until) {
		now := time.Now()
		if gap := now.Sub(last); gap > largest {
			largest = gap
		}
		last = now
	}
	return largest
}

func main() {
	seconds, _ := strconv.ParseFloat(os.Args[1], 64)
	runtime.GOMAXPROCS(busy)
	from := make(chan int)
	for i := 0; i < 1000; i++ {
		go parked(from)
	}
	time.Sleep(100 * time.Millisecond)
	until := time.Now().Add(time.Duration(seconds * float64(time.Second)))
	gaps := make([]time.Duration, busy)
	var running sync.WaitGroup
	for i := range gaps {
		running.Add(1)
		go func(i int) {
			defer running.Done()
			runtime.LockOSThread()
			gaps[i] = watch(until)
		}(i)
	}
	running.Wait()
	var largest time.Duration
	for _, gap := range gaps {
		if gap > largest {
			largest = gap
		}
	}
	fmt.Println("largest gap", largest.Microseconds(), "us")
}
