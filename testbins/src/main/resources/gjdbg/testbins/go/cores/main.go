// Comes to a place with values of many kinds in its frames, waits there in a system call, and crashes if it is told to.
package main

import (
	"fmt"
	"os"
	"runtime/debug"
	"strconv"
	"sync"
	"syscall"
	"time"
)

type Account struct {
	Name    string
	Balance float64
	Tags    []string
	Limits  map[string]int
	Next    *Account
	Any     interface{}
}

var total = 4711
var names = []string{"ann", "bob", "grüß"}
var pages [3]*[4096]byte

//go:noinline
func stand(a *Account, how string) int {
	fmt.Println("ready")
	if how == "wait" {
		one := make([]byte, 1)
		n, _ := syscall.Read(0, one) // wait here
		if n == 1 && one[0] == 'c' {
			debug.SetTraceback("crash")
			var nowhere *int
			*nowhere = total // crash here
		}
	}
	return len(a.Name)
}

//go:noinline
func deep(a *Account, depth int, how string) int {
	label := "depth " + strconv.Itoa(depth)
	half := float64(depth) / 2
	if depth == 0 {
		return stand(a, how)
	}
	n := deep(a, depth-1, how)
	return n + len(label) + int(half)
}

func main() {
	how := "wait"
	if len(os.Args) > 1 {
		how = os.Args[1]
	}
	var mutex sync.Mutex
	mutex.Lock()
	for i := 0; i < 3; i++ {
		go func(i int) {
			time.Sleep(time.Hour)
			mutex.Lock()
		}(i)
	}
	pages[1] = new([4096]byte)
	pages[1][4095] = 7
	time.Sleep(20 * time.Millisecond)
	bob := &Account{Name: "bob", Balance: -1}
	ann := &Account{"ann", 12.5, []string{"x", "yy"}, map[string]int{"day": 3, "week": 10}, bob, 42}
	fmt.Println(deep(ann, 3, how), names, total)
}
