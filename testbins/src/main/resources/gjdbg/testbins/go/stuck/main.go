// Programs that have come to a stop in part; the argument says how. Lines that a debugger has to name are marked.
package main

import (
	"fmt"
	"net"
	"os"
	"sync"
	"time"
)

type account struct {
	mu      sync.Mutex
	balance int
}

var (
	transfers sync.WaitGroup
	orders    sync.WaitGroup
	upgrades  sync.WaitGroup
	first     sync.Mutex
	second    sync.Mutex
	third     sync.Mutex
	table     sync.RWMutex
	pending   sync.WaitGroup
	ring      [2]chan int
)

// Lets each go on when both are here.
func meet(both *sync.WaitGroup) {
	both.Done()
	both.Wait()
}

//go:noinline
func transfer(from, to *account, amount int) {
	from.mu.Lock() // locks: account
	defer from.mu.Unlock()
	meet(&transfers)
	to.mu.Lock() // waits: account
	defer to.mu.Unlock()
	from.balance -= amount
	to.balance += amount
}

//go:noinline
func firstThenSecond() {
	first.Lock() // locks: first
	meet(&orders)
	second.Lock() // waits: second
	second.Unlock()
	first.Unlock()
}

//go:noinline
func secondThenFirst() {
	second.Lock() // locks: second
	if len(os.Args) == 0 {
		second.Unlock()
		return
	}
	meet(&orders)
	first.Lock() // waits: first
	first.Unlock()
	second.Unlock()
}

//go:noinline
func upgrade() {
	table.RLock() // locks: table
	meet(&upgrades)
	table.Lock() // waits: upgrade
	table.Unlock()
	table.RUnlock()
}

//go:noinline
func twice(a *account) {
	a.mu.Lock() // locks: twice
	a.balance++
	a.mu.Lock() // waits: twice
	a.mu.Unlock()
	a.mu.Unlock()
}

//go:noinline
func pass(from, to chan int) {
	v := <-from // waits: ring
	to <- v + 1
}

//go:noinline
func passGlobal(from, to int) {
	v := <-ring[from] // waits: global ring
	ring[to] <- v + 1
}

// An application as they are: a variable of the package leads to all it has, and goroutines run its methods.
type application struct {
	there, back chan int
	running     sync.WaitGroup
}

var app = &application{}

//go:noinline
func (a *application) forward() {
	for v := range a.there { // waits: forward
		a.back <- v
	}
}

//go:noinline
func (a *application) backward() {
	for v := range app.back { // waits: backward
		app.there <- v
	}
}

//go:noinline
func (a *application) shutDown() {
	app.running.Wait() // waits: shut down
	fmt.Println("all done")
}

//go:noinline
func literals() {
	there, back := make(chan int), make(chan int)
	go func() {
		there <- <-back // waits: one literal
	}()
	go func() {
		back <- <-there // waits: other literal
	}()
}

func forget(group *sync.WaitGroup, n int) {
	if n > 1 {
		return
	}
	group.Done()
}

//go:noinline
func waitForAll() {
	var group sync.WaitGroup
	group.Add(2)
	go forget(&group, 1)
	go forget(&group, 2)
	group.Wait() // waits: group
	fmt.Println("all done")
}

//go:noinline
func waitForPending() {
	pending.Add(1)
	pending.Wait() // waits: pending
}

//go:noinline
func waitForWorker() {
	var group sync.WaitGroup
	group.Add(1)
	third.Lock() // locks: boss
	go func() {
		third.Lock() // waits: worker
		third.Unlock()
		group.Done()
	}()
	group.Wait() // waits: boss
	third.Unlock()
}

//go:noinline
func receiveNil() {
	var none chan int
	<-none // waits: nil
}

//go:noinline
func noWayOut(a, b chan int) {
	select { // waits: select
	case v := <-a:
		fmt.Println(v)
	case b <- 1:
		fmt.Println("sent")
	}
}

//go:noinline
func noCase() {
	select {} // waits: no case
}

//go:noinline
func signalNobody(c *sync.Cond) {
	c.L.Lock()
	c.Wait() // waits: cond
	c.L.Unlock()
}

//go:noinline
func leak(results chan int) {
	results <- 1 // waits: leak
}

func query() int {
	results := make(chan int)
	for i := 0; i < 3; i++ {
		go leak(results) // creates: leak
	}
	return <-results
}

func leakOn() {
	for {
		query()
		time.Sleep(50 * time.Millisecond)
	}
}

var isReady bool

// Without locals, so that its frame holds nothing of earlier calls.
//
//go:noinline
func ready() { isReady = true }

func start(how string) {
	switch how {
	case "accounts":
		transfers.Add(2)
		ann, bob := &account{balance: 10}, &account{balance: 10}
		go transfer(ann, bob, 1)
		go transfer(bob, ann, 2)
	case "mutexes":
		orders.Add(2)
		go firstThenSecond()
		go secondThenFirst()
	case "upgrade":
		upgrades.Add(2)
		go upgrade()
		go upgrade()
	case "twice":
		go twice(new(account))
	case "ring":
		a, b, c := make(chan int), make(chan int), make(chan int)
		go pass(a, b)
		go pass(b, c)
		go pass(c, a)
	case "globalring":
		ring[0], ring[1] = make(chan int), make(chan int)
		go passGlobal(0, 1)
		go passGlobal(1, 0)
	case "application":
		app.there, app.back = make(chan int), make(chan int)
		go app.forward()
		go app.backward()
		app.running.Add(1)
		go app.shutDown()
	case "literals":
		literals()
	case "group":
		go waitForAll()
	case "globalgroup":
		go waitForPending()
	case "worker":
		go waitForWorker()
	case "nil":
		go receiveNil()
	case "select":
		go noWayOut(make(chan int), make(chan int))
	case "nocase":
		go noCase()
	case "cond":
		go signalNobody(sync.NewCond(&sync.Mutex{}))
	case "leak":
		for i := 0; i < 5; i++ {
			query()
		}
	case "leaking":
	default:
		panic(how)
	}
}

// Serves for ever, as most programs that deadlock do: the runtime does not see a deadlock then.
func main() {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	for _, how := range os.Args[1:] {
		start(how)
	}
	time.Sleep(100 * time.Millisecond)
	if len(os.Args) > 1 && os.Args[1] == "leaking" {
		go leakOn()
	}
	ready()
	fmt.Println("ready")
	for {
		connection, err := listener.Accept()
		if err != nil {
			panic(err)
		}
		// so that for this lock a holder is only likely: others know of it
		third.Lock()
		connection.Close()
		third.Unlock()
	}
}
