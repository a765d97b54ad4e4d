// Goroutines in each state that the runtime has a word for; the program prints itself what it knows of them.
package main

import (
	"context"
	"fmt"
	"net"
	"os"
	"runtime"
	"runtime/pprof"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
)

var (
	started sync.WaitGroup
	spun    int64
	nothing chan int
)

func receive(from chan int) {
	started.Done()
	<-from
}

func send(to chan int) {
	started.Done()
	to <- 1
}

func receiveNil() {
	started.Done()
	<-nothing
}

func sendNil() {
	started.Done()
	nothing <- 1
}

func choose(first, second chan int) {
	started.Done()
	select {
	case <-first:
	case second <- 2:
	case v := <-nothing:
		fmt.Println(v)
	}
}

func forever() {
	started.Done()
	select {}
}

func lock(m *sync.Mutex) {
	started.Done()
	m.Lock()
	m.Unlock()
}

func readLock(m *sync.RWMutex) {
	started.Done()
	m.RLock()
	m.RUnlock()
}

func writeLock(m *sync.RWMutex) {
	started.Done()
	m.Lock()
	m.Unlock()
}

func waitGroup(g *sync.WaitGroup) {
	started.Done()
	g.Wait()
}

func waitCond(c *sync.Cond) {
	c.L.Lock()
	started.Done()
	c.Wait()
	c.L.Unlock()
}

func sleep() {
	started.Done()
	time.Sleep(time.Hour)
}

func readSocket(c net.Conn) {
	started.Done()
	c.Read(make([]byte, 1))
}

func acceptSocket(l net.Listener) {
	started.Done()
	l.Accept()
}

func readPipe(f *os.File) {
	started.Done()
	f.Read(make([]byte, 1))
}

func systemCall(fd int) {
	started.Done()
	syscall.Read(fd, make([]byte, 1))
}

func locked(from chan int) {
	runtime.LockOSThread()
	started.Done()
	<-from
}

func ticker(t *time.Ticker) {
	started.Done()
	<-t.C
}

func panicking(from chan int) {
	defer func() {
		started.Done()
		<-from
	}()
	panic("in flight")
}

func labelled(from chan int) {
	pprof.Do(context.Background(), pprof.Labels("tier", "front", "zone", "b"), func(context.Context) {
		started.Done()
		<-from
	})
}

func deep(n int, from chan int) int {
	if n == 0 {
		started.Done()
		return <-from
	}
	return deep(n-1, from) + 1
}

func spin() {
	started.Done()
	for {
		atomic.AddInt64(&spun, 1)
	}
}

// Inlined, so that the go statement in it is in its caller's code.
func begin(from chan int) {
	go receive(from)
}

type worker struct{ from chan int }

func (w *worker) run() {
	started.Done()
	<-w.from
}

//go:noinline
func checkpoint() {
	buf := make([]byte, 1<<20)
	n := runtime.Stack(buf, true)
	fmt.Printf("=== number %d\n", runtime.NumGoroutine())
	os.Stdout.Write(buf[:n])
	fmt.Println("=== end")
	fmt.Println("=== profile")
	pprof.Lookup("goroutine").WriteTo(os.Stdout, 1)
	fmt.Println("=== profiled")
}

func main() {
	must := func(err error) {
		if err != nil {
			panic(err)
		}
	}
	never := make(chan int)
	var mutex sync.Mutex
	mutex.Lock()
	var written, read sync.RWMutex
	written.Lock()
	read.RLock()
	var group sync.WaitGroup
	group.Add(1)
	cond := sync.NewCond(&sync.Mutex{})
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(err)
	connection, err := net.Dial("tcp", listener.Addr().String())
	must(err)
	accepted, err := listener.Accept()
	must(err)
	defer accepted.Close()
	pipe, keep, err := os.Pipe()
	must(err)
	defer keep.Close()
	var fds [2]int
	must(syscall.Pipe(fds[:]))

	spinning := 1
	if len(os.Args) > 1 {
		spinning = 3
	}
	started.Add(22 + spinning)
	go receive(never)
	go send(never2())
	go receiveNil()
	go sendNil()
	go choose(never, make(chan int))
	go forever()
	go lock(&mutex)
	go readLock(&written)
	go writeLock(&read)
	go waitGroup(&group)
	go waitCond(cond)
	go sleep()
	go readSocket(connection)
	go acceptSocket(listener)
	go readPipe(pipe)
	go systemCall(fds[0])
	go locked(never)
	go ticker(time.NewTicker(time.Hour))
	go panicking(never)
	go labelled(never)
	go deep(50, never)
	begin(never)
	for i := 0; i < spinning; i++ {
		go spin()
	}
	started.Wait()
	started.Add(2)
	w := &worker{never}
	go w.run()
	func() {
		go func(n int) {
			started.Done()
			<-never
		}(1)
	}()
	started.Wait()
	fmt.Printf("=== never %p mutex %p written %p\n", never, &mutex, &written)
	time.Sleep(50 * time.Millisecond)
	checkpoint()
}

func never2() chan int { return make(chan int) }
