// Goroutines that keep the runtime busy in ways of their own, each through a chain of three functions, for ever.
// Each prints its entry and its goid first.
package main

import (
	"bytes"
	"os"
	"os/signal"
	"runtime"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
)

var (
	sink    []byte
	number  int64
	pointer *int64
	inC     func(id int)
	begun   sync.WaitGroup
)

// The goid, from the program's own stack trace.
func goid() string {
	buf := make([]byte, 64)
	n := runtime.Stack(buf, false)
	return string(bytes.Fields(buf[:n])[1])
}

//go:noinline
func announce(name string) {
	os.Stdout.WriteString(name + " " + goid() + "\n")
	begun.Done()
}

//go:noinline
func clock() {
	announce("main.clock")
	for {
		clockMiddle(1)
	}
}

//go:noinline
func clockMiddle(n int64) int64 { return clockLeaf(n) + 1 }

//go:noinline
func clockLeaf(n int64) int64 { return time.Now().Unix() + n }

//go:noinline
func count() {
	announce("main.count")
	for {
		countMiddle(1)
	}
}

//go:noinline
func countMiddle(n int64) int64 { return countLeaf(n) + 1 }

//go:noinline
func countLeaf(n int64) int64 {
	for i := int64(0); i < 100; i++ {
		n += i * n
	}
	return atomic.AddInt64(&number, n)
}

//go:noinline
func system() {
	announce("main.system")
	for {
		systemMiddle(-1)
	}
}

//go:noinline
func systemMiddle(fd int) int { return systemLeaf(fd) + 1 }

//go:noinline
func systemLeaf(fd int) int {
	n, _ := syscall.Read(fd, make([]byte, 1))
	return n
}

//go:noinline
func allocate() {
	announce("main.allocate")
	for {
		allocateMiddle(1 << 10)
		allocateMiddle(1 << 16)
	}
}

//go:noinline
func allocateMiddle(n int) int { return allocateLeaf(n) + 1 }

//go:noinline
func allocateLeaf(n int) int {
	sink = make([]byte, n)
	return len(sink)
}

//go:noinline
func collect() {
	announce("main.collect")
	for {
		collectMiddle(1)
	}
}

//go:noinline
func collectMiddle(n int) int { return collectLeaf(n) + 1 }

//go:noinline
func collectLeaf(n int) int {
	runtime.GC()
	time.Sleep(time.Millisecond)
	return n
}

//go:noinline
func yield() {
	announce("main.yield")
	for {
		yieldMiddle(1)
	}
}

//go:noinline
func yieldMiddle(n int) int { return yieldLeaf(n) + 1 }

//go:noinline
func yieldLeaf(n int) int {
	runtime.Gosched()
	return n
}

//go:noinline
func fault() {
	announce("main.fault")
	for {
		faultMiddle(1)
	}
}

//go:noinline
func faultMiddle(n int64) int64 { return faultLeaf(n) + 1 }

//go:noinline
func faultLeaf(n int64) (m int64) {
	defer func() {
		recover()
		m = n
	}()
	*pointer = n
	return n
}

//go:noinline
func kill() {
	announce("main.kill")
	for {
		killMiddle(os.Getpid())
	}
}

//go:noinline
func killMiddle(pid int) int { return killLeaf(pid) + 1 }

//go:noinline
func killLeaf(pid int) int {
	syscall.Kill(pid, syscall.SIGUSR1)
	time.Sleep(100 * time.Microsecond)
	return pid
}

// Starts a goroutine whose stack has to grow.
//
//go:noinline
func spawn() {
	announce("main.spawn")
	for {
		spawnMiddle(40)
	}
}

//go:noinline
func spawnMiddle(n int) int { return spawnLeaf(n) + 1 }

//go:noinline
func spawnLeaf(n int) int {
	done := make(chan int)
	go grow(n, done)
	return <-done
}

//go:noinline
func grow(n int, done chan int) {
	growMiddle(n)
	done <- n
}

//go:noinline
func growMiddle(n int) int {
	var pad [64]int
	if n == 0 {
		return 1
	}
	pad[n%64] = growMiddle(n - 1)
	return pad[n%64] + 1
}

//go:noinline
func ready() { os.Stdout.WriteString("ready\n") }

func main() {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGUSR1)
	entries := []func(){clock, count, system, allocate, collect, yield, fault, kill, spawn}
	if inC != nil {
		entries = append(entries, crossing)
	}
	begun.Add(1 + len(entries))
	announce("main.main")
	for _, entry := range entries {
		go entry()
	}
	begun.Wait()
	ready()
	select {}
}

//go:noinline
func crossing() {
	announce("main.crossing")
	for {
		crossingMiddle(1)
	}
}

//go:noinline
func crossingMiddle(n int) int { return crossingLeaf(n) + 1 }

//go:noinline
func crossingLeaf(n int) int {
	inC(n)
	return n
}
