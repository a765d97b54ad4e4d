// A crowd of goroutines for reports: workers on a channel, jobs with labels, a mutex that is held, texts that are hard to show.
package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"runtime/pprof"
	"strconv"
	"sync"
	"time"
)

type order struct {
	Customer string
	Items    []int
}

var held sync.Mutex

//go:noinline
func worker(number int, in <-chan order) int {
	name := "worker-" + strconv.Itoa(number)
	got := <-in // worker waits here
	return len(name) + len(got.Items)
}

//go:noinline
func job(o *order) {
	note := "</script><script>document.title='broken'</script>\u2028<!-- \x1b[31mred & \"quoted\""
	time.Sleep(time.Hour) // job waits here
	fmt.Println(note, o)
}

//go:noinline
func manager(jobs int, ready *sync.WaitGroup) {
	for i := 0; i < jobs; i++ {
		labels := pprof.Labels("job", "import-"+strconv.Itoa(i), "tier", "gold")
		o := &order{"customer " + strconv.Itoa(i), []int{i, i + 1}}
		go pprof.Do(context.Background(), labels, func(context.Context) {
			ready.Done()
			job(o)
		})
	}
	ready.Done()
	held.Lock() // manager waits here
}

//go:noinline
func ready(workers int) {
	fmt.Println("ready")
	bufio.NewReader(os.Stdin).ReadString('\n') // main waits here
}

func main() {
	workers, _ := strconv.Atoi(os.Args[1])
	held.Lock()
	in := make(chan order)
	for i := 0; i < workers; i++ {
		go worker(i, in)
	}
	var begun sync.WaitGroup
	begun.Add(6)
	go manager(5, &begun)
	begun.Wait()
	time.Sleep(100 * time.Millisecond)
	ready(workers)
}
