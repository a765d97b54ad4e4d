// Stacks through code that the compiler and the runtime add: wrappers, stack growth, stack switches, clocks, signals.
package main

import (
	"fmt"
	"os"
	"reflect"
	"runtime"
	"sort"
	"sync"
	"time"
)

//go:noinline
func checkpoint(name string) {
	buf := make([]byte, 1<<16)
	n := runtime.Stack(buf, false)
	os.Stdout.WriteString("=== " + name + "\n" + string(buf[:n]) + "=== end\n")
}

type shape interface{ area(n int) int }

type tiny struct{ x int }

// Small enough to stand inlined in the wrapper that the compiler makes for *tiny.
func (t tiny) area(n int) int {
	checkpoint("inlined into a wrapper")
	return t.x + n
}

type large struct {
	tiny
	pad [4]int
}

type boxed struct{ *tiny }

//go:noinline
func measure(s shape, n int) int {
	return s.area(n) + 1
}

//go:noinline
func nilReceiver() (err error) {
	defer func() {
		err = fmt.Errorf("%v", recover())
		checkpoint("wrapper that panicked")
	}()
	measure((*tiny)(nil), 1)
	return nil
}

//go:noinline
func divide(n int) (err error) {
	defer func() {
		err = fmt.Errorf("%v", recover())
		checkpoint("divided by zero")
	}()
	fmt.Sprint(7 / n)
	return nil
}

//go:noinline
func index(list []int, n int) (err error) {
	defer func() {
		err = fmt.Errorf("%v", recover())
		checkpoint("index out of range")
	}()
	list[n]++
	return nil
}

//go:noinline
func fault(p *int) (err error) {
	defer func() {
		err = fmt.Errorf("%v", recover())
	}()
	*p = 1
	return nil
}

//go:noinline
func nilCall(f func()) {
	defer func() {
		recover()
		checkpoint("called nil")
	}()
	f()
}

//go:noinline
func spawned(name string, done chan bool) {
	defer checkpoint("deferred by " + name)
	checkpoint("with arguments")
	done <- true
}

func made(arguments []reflect.Value) []reflect.Value {
	checkpoint("made by reflection")
	return arguments
}

//go:noinline
func grow(n int) int {
	var pad [128]int
	pad[n%128] = n
	if n == 0 {
		return pad[0] + 1
	}
	return grow(n-1) + pad[n%128]
}

var callers [3]uintptr

// What a test steps through by instruction, with the same callers all the way.
//
//go:noinline
func stepped() int {
	sum := grow(4)
	sum += runtime.Callers(0, callers[:]) + int(time.Now().Unix()&1)
	sum += measure2(shape2(tiny2{3}), sum)
	fault(nil)
	return sum
}

// Stands inlined in main where the compiler optimises.
func around() int { return stepped() }

type tiny2 struct{ x int }

type shape2 interface{ size(n int) int }

func (t tiny2) size(n int) int { return t.x + n }

//go:noinline
func measure2(s shape2, n int) int {
	return s.size(n)
}

//go:noinline
func stepsEnd() {}

// Set where the program has C code.
var inC = func() {}

func main() {
	around()
	stepsEnd()
	inC()
	t := tiny{1}
	for _, s := range []shape{&t, t, large{tiny: t}, &large{tiny: t}, boxed{&t}} {
		measure(s, 2)
	}
	bound := shape(&t).area
	bound(3)
	express := (*tiny).area
	express(&t, 3)
	nilReceiver()
	divide(0)
	index(nil, 3)
	nilCall(nil)
	done := make(chan bool)
	go spawned("go", done)
	<-done
	// the deferred call of that goroutine comes before its end only
	time.Sleep(10 * time.Millisecond)
	var once sync.Once
	once.Do(func() { checkpoint("once") })
	list := []int{2, 1}
	sort.Slice(list, func(i, j int) bool {
		checkpoint("sorting")
		return list[i] < list[j]
	})
	reflect.ValueOf(measure).Call([]reflect.Value{reflect.ValueOf(shape(t)), reflect.ValueOf(1)})
	swap := reflect.MakeFunc(reflect.TypeOf(func(int) int { return 0 }), made).Interface().(func(int) int)
	swap(1)
	time.AfterFunc(0, func() {
		checkpoint("timer")
		done <- true
	})
	<-done
	fmt.Println("end")
}
