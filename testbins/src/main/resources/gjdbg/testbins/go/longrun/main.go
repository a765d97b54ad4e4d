// A server of sorts, to attach to: busy threads until its time is over, then its own exit status.
package main

import (
	"flag"
	"fmt"
	"os"
	"runtime"
	"sync/atomic"
	"time"
)

var ticks int64

//go:noinline
func tick(n int64) int64 {
	return atomic.AddInt64(&ticks, n)
}

func main() {
	seconds := flag.Float64("seconds", 3, "how long it runs")
	workers := flag.Int("workers", 4, "how many goroutines tick, half of them on threads of their own")
	flag.Parse()
	fmt.Println("pid", os.Getpid())
	stop := make(chan bool)
	counts := make(chan int64)
	for w := 0; w < *workers; w++ {
		go func(locked bool) {
			if locked {
				runtime.LockOSThread()
			}
			var own int64
			for {
				select {
				case <-stop:
					counts <- own
					return
				default:
					tick(1)
					own++
					time.Sleep(100 * time.Microsecond)
				}
			}
		}(w%2 == 0)
	}
	time.Sleep(time.Duration(*seconds * float64(time.Second)))
	close(stop)
	var sum int64
	for w := 0; w < *workers; w++ {
		sum += <-counts
	}
	if sum != atomic.LoadInt64(&ticks) {
		fmt.Println("wrong count", sum, ticks)
		os.Exit(1)
	}
	fmt.Println("ticks", sum > 0)
	os.Exit(7)
}
