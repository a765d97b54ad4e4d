// Holds what the scheduler of the runtime has to tell: queues in a known order, timers, an idle and a locked thread. It prints
// at its end what was to be seen at its two checkpoints.
package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"sort"
	"strconv"
	"strings"
	"sync"
	"time"
)

var (
	lock  sync.Mutex
	order []int
	done  sync.WaitGroup
)

// id of the goroutine that calls, as its own stack trace prints it
func id() int {
	text := make([]byte, 64)
	text = text[:runtime.Stack(text, false)]
	number, _ := strconv.Atoi(strings.Fields(string(text))[1])
	return number
}

//go:noinline
func queued() {
	lock.Lock()
	order = append(order, id())
	lock.Unlock()
	done.Done()
}

//go:noinline
func late() {}

//go:noinline
func checkpoint(n int) {
	fmt.Println("checkpoint", n)
}

//go:noinline
func collected() {
	runtime.GC()
}

func start(n int) {
	order = nil
	for i := 0; i < n; i++ {
		done.Add(1)
		go queued()
	}
}

func main() {
	runtime.GOMAXPROCS(1)
	debug.SetGCPercent(-1)
	once := time.AfterFunc(time.Hour, late)
	every := time.NewTicker(90 * time.Minute)
	time.NewTimer(30 * time.Minute).Stop()
	ids := make(chan int)
	go func() {
		ids <- id()
		time.Sleep(2 * time.Hour)
	}()
	sleeper := <-ids
	go func() {
		runtime.LockOSThread()
		ids <- id()
		select {}
	}()
	locked := <-ids
	collected()
	time.Sleep(5 * time.Millisecond)
	var statistics runtime.MemStats
	runtime.ReadMemStats(&statistics)

	start(100)
	checkpoint(1)
	done.Wait()
	fmt.Println("GOMAXPROCS", runtime.GOMAXPROCS(0), "cycles", statistics.NumGC)
	fmt.Println("order", order)
	fmt.Println("timer 60 0 main.late 0")
	fmt.Println("timer 90 90 time.sendTime 0")
	fmt.Println("timer 120 0 runtime.goroutineReady", sleeper)
	fmt.Println("locked", locked)

	start(400)
	checkpoint(2)
	done.Wait()
	sort.Ints(order)
	fmt.Println("all", order)
	once.Stop()
	every.Stop()
}
