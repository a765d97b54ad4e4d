// Programs that go on by themselves or when they are asked to, though most of their goroutines wait.
package main

import (
	"bufio"
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/signal"
	"reflect"
	"runtime"
	"sync"
	"time"
)

type job struct {
	n      int
	answer chan int
}

var (
	jobs   = make(chan job)
	feed   = make(chan int)
	back   = make(chan int)
	mu     sync.Mutex
	other  sync.Mutex
	table  = map[int]int{}
	count  int
	active sync.WaitGroup
)

func worker(in chan job) {
	for j := range in {
		j.answer <- j.n * 2
	}
}

func globalWorker() {
	for j := range jobs {
		j.answer <- j.n * 2
	}
}

// Two goroutines that send to one another; both are idle until a request comes.
func forward() {
	for v := range feed {
		if v > 0 {
			back <- v - 1
		}
	}
}

func backward() {
	for v := range back {
		feed <- v
	}
}

func handle(c net.Conn, in chan job) {
	active.Add(1)
	defer active.Done()
	defer c.Close()
	lines := bufio.NewScanner(c)
	for lines.Scan() {
		j := job{n: len(lines.Text()), answer: make(chan int)}
		in <- j
		v := <-j.answer
		jobs <- j
		<-j.answer
		feed <- v
		fmt.Fprintln(c, v)
	}
}

func locker(n int) {
	for {
		mu.Lock()
		count++
		other.Lock()
		table[n] = count
		time.Sleep(time.Millisecond)
		other.Unlock()
		mu.Unlock()
	}
}

func reader() {
	for {
		other.Lock()
		count += len(table)
		if count < 0 {
			other.Unlock()
			continue
		}
		other.Unlock()
		mu.Lock()
		count -= len(table)
		mu.Unlock()
	}
}

func pool() {
	in := make(chan job)
	for i := 0; i < 4; i++ {
		go worker(in)
		go globalWorker()
	}
	go forward()
	go backward()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(err)
	go func() {
		for {
			c, err := listener.Accept()
			must(err)
			go handle(c, in)
		}
	}()
	c, err := net.Dial("tcp", listener.Addr().String())
	must(err)
	fmt.Fprintln(c, "hello")
	line, err := bufio.NewReader(c).ReadString('\n')
	must(err)
	fmt.Println("answer", line[:len(line)-1])
	go func() {
		// keeps the connection, and waits for it in vain
		c.Read(make([]byte, 1))
	}()
}

func server() {
	mux := http.NewServeMux()
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		count++
		fmt.Fprintln(w, count)
	})
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(err)
	s := &http.Server{Handler: mux}
	go s.Serve(listener)
	for i := 0; i < 3; i++ {
		go func() {
			for {
				r, err := http.Get("http://" + listener.Addr().String() + "/")
				must(err)
				r.Body.Close()
			}
		}()
	}
}

func ticker() {
	t := time.NewTicker(50 * time.Millisecond)
	done := make(chan bool)
	go func() {
		for {
			select {
			case <-t.C:
				mu.Lock()
				count++
				mu.Unlock()
			case <-done:
				return
			}
		}
	}()
	time.AfterFunc(time.Hour, func() { close(done) })
	later := make(chan int)
	time.AfterFunc(time.Hour, func() { later <- 1 })
	go func() { <-later }()
	ctx, cancel := context.WithTimeout(context.Background(), time.Hour)
	go func() {
		defer cancel()
		<-ctx.Done()
	}()
	go func() { <-time.After(time.Hour) }()
	interrupt := make(chan os.Signal, 1)
	signal.Notify(interrupt, os.Interrupt)
	go func() { <-interrupt }()
	var all sync.WaitGroup
	all.Add(1)
	go func() {
		time.Sleep(time.Hour)
		all.Done()
	}()
	go func() { all.Wait() }()
	cond := sync.NewCond(&sync.Mutex{})
	go func() {
		cond.L.Lock()
		cond.Wait()
		cond.L.Unlock()
	}()
	time.AfterFunc(time.Hour, cond.Signal)
}

type resource struct{ released chan bool }

func finalizer() {
	released := make(chan bool)
	r := &resource{released}
	runtime.SetFinalizer(r, func(r *resource) { r.released <- true })
	go func(r **resource) {
		time.Sleep(time.Hour)
		fmt.Println(*r)
	}(&r)
	go func() { <-released }()
	orphan := make(chan bool)
	runtime.SetFinalizer(&resource{orphan}, func(r *resource) { r.released <- true })
	go func() { <-orphan }()
}

// Channels that goroutines wait on, each of which is known to nobody but to a variable of the package; and each is served
// when a connection comes, in another way.
var (
	byMethod, byReflection, byTable, byStaticTable, byField, byDeferred, bySwitch = make(chan int), make(chan int), make(chan int), make(chan int), make(chan int), make(chan int), make(chan int)
	byPointer, byTimer, byPanic, byString, byPointerMethod, byEmbedded            = make(chan int), make(chan int), make(chan int), make(chan int), make(chan int), make(chan int)
	byAddress                                                                     = &byPointer
	bySoon                                                                        sync.WaitGroup
	byReadOnly                                                                    = make(chan int)
)

type server2 interface{ serve() }
type first struct{}
type Second struct{}
type third struct{ n int }
type fourth struct{ *fifth }
type fifth struct{ n int }
type holder struct{ act func() }

func (first) serve()           { byMethod <- 1 }
func (Second) Serve()          { byReflection <- 1 }
func (t third) String() string { byString <- t.n; return "third" }
func (t *third) serve()        { byPointerMethod <- 1 }
func (f *fifth) serve()        { byEmbedded <- f.n }

func toTable()       { byTable <- 1 }
func toStaticTable() { byStaticTable <- 1 }
func toField()       { byField <- 1 }
func toDeferred()    { byDeferred <- 1 }
func toTimer()       { byTimer <- 1 }
func toPanic()       { byPanic <- 1 }
func toReadOnly()    { byReadOnly <- 1 }

var handlers = map[string]func(){"table": toTable}
var list = []func(){func() {}, toStaticTable}
var field = &holder{toField}

//go:noinline
func switched(n int) {
	switch n {
	case 0:
		fmt.Println("none")
	case 1:
		fmt.Println("one")
	case 2:
		bySwitch <- 2
	case 3:
		fmt.Println("three")
	case 4:
		fmt.Println("four")
	case 5:
		bySoon.Done()
	case 6:
		fmt.Println("six")
	case 7:
		fmt.Println("seven")
	case 8:
		for _, each := range [...]func(){toReadOnly, func() { fmt.Println("none") }} {
			each()
		}
	}
}

//go:noinline
func failing(c net.Conn) {
	defer toDeferred()
	defer func() {
		if recover() != nil {
			toPanic()
		}
	}()
	c.Read(make([]byte, 1))
	panic("closed")
}

func serveAll(l net.Listener, one server2, things []interface{}) {
	for {
		c, err := l.Accept()
		must(err)
		go failing(c)
		one.serve()
		reflect.ValueOf(things[0]).MethodByName("Serve").Call(nil)
		handlers["table"]()
		list[1]()
		field.act()
		*byAddress <- 1
		switched(len(things))
		time.AfterFunc(time.Second, toTimer)
		fmt.Println(things...)
		for _, each := range things {
			if s, ok := each.(server2); ok {
				s.serve()
			}
		}
	}
}

//go:noinline
func waitFor(c chan int) { <-c }

func dynamic() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	must(err)
	bySoon.Add(1)
	go func() { bySoon.Wait() }()
	for _, each := range []chan int{byMethod, byReflection, byTable, byStaticTable, byField, byDeferred, bySwitch, byPointer,
		byTimer, byPanic, byString, byPointerMethod, byEmbedded, byReadOnly} {
		go waitFor(each)
	}
	go serveAll(l, first{}, []interface{}{Second{}, struct{ t third }{third{2}}, []third{{3}}, &third{4}, fourth{&fifth{5}}})
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

var isReady bool

// Without locals, so that its frame holds nothing of earlier calls.
//
//go:noinline
func ready() { isReady = true }

func main() {
	for i := 0; i < 4; i++ {
		go locker(i)
		go reader()
	}
	for _, what := range os.Args[1:] {
		switch what {
		case "pool":
			pool()
		case "server":
			server()
		case "ticker":
			ticker()
		case "finalizer":
			finalizer()
		case "dynamic":
			dynamic()
		default:
			panic(what)
		}
	}
	time.Sleep(100 * time.Millisecond)
	ready()
	fmt.Println("ready")
	select {}
}
