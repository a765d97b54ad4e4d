// Goroutines that hammer one function while the garbage collector runs, and their own count of the calls.
package main

import (
	"flag"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

var total int64

//go:noinline
func work(n int) int {
	atomic.AddInt64(&total, 1)
	return n * 2
}

var sink []byte

func main() {
	goroutines := flag.Int("goroutines", 8, "how many goroutines call")
	calls := flag.Int("calls", 125000, "calls of each")
	gc := flag.Bool("gc", true, "collect garbage all the time")
	flag.Parse()
	done := make(chan bool)
	if *gc {
		go func() {
			for {
				select {
				case <-done:
					return
				default:
					sink = make([]byte, 1<<16)
					runtime.GC()
				}
			}
		}()
	}
	var group sync.WaitGroup
	for g := 0; g < *goroutines; g++ {
		group.Add(1)
		go func() {
			defer group.Done()
			for i := 0; i < *calls; i++ {
				work(i)
			}
		}()
	}
	group.Wait()
	close(done)
	fmt.Println("calls", atomic.LoadInt64(&total))
}
