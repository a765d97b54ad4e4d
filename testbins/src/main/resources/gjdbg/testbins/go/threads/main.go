// Threads that come and go: each goroutine is locked to a thread of its own, which ends with it.
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
func onThread(worker, n int) int {
	atomic.AddInt64(&total, 1)
	return worker + n
}

func main() {
	waves := flag.Int("waves", 10, "how many times threads are born and die")
	width := flag.Int("width", 16, "how many threads at once")
	calls := flag.Int("calls", 10, "calls of each")
	flag.Parse()
	for wave := 0; wave < *waves; wave++ {
		var group, started sync.WaitGroup
		started.Add(*width)
		for worker := 0; worker < *width; worker++ {
			group.Add(1)
			go func(worker int) {
				defer group.Done()
				// never unlocked, so the runtime ends the thread with its goroutine
				runtime.LockOSThread()
				started.Done()
				started.Wait()
				for n := 0; n < *calls; n++ {
					onThread(worker, n)
				}
			}(worker)
		}
		group.Wait()
	}
	fmt.Println("calls", atomic.LoadInt64(&total))
}
