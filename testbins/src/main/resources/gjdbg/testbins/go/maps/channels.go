package main

import (
	"bufio"
	"bytes"
	"fmt"
	"reflect"
	"runtime"
	"strconv"
	"strings"
	"time"
)

var (
	numbers     = make(chan int, 10)
	wrapped     = make(chan string, 4)
	fullUp      = make(chan point, 2)
	closed      = make(chan int, 3)
	bare        = make(chan named)
	awaited     = make(chan string)
	selected    = make(chan int)
	selectedToo = make(chan string)
	signals     = make(chan struct{}, 5)
	wideOnes    = make(chan wide, 3)
	noChan      chan int
	readOnly    <-chan int
)

func valueOf(pointer interface{}) reflect.Value {
	return reflect.ValueOf(pointer).Elem()
}

// Runs the function in a goroutine of its own and returns its id when it is blocked.
func blocked(f func()) string {
	ids := make(chan string)
	go func() {
		var stack [64]byte
		ids <- string(bytes.Fields(stack[:runtime.Stack(stack[:], false)])[1])
		f()
	}()
	id := <-ids
	for i := 0; i < 2000; i++ {
		all := make([]byte, 1<<20)
		text := string(all[:runtime.Stack(all, true)])
		at := strings.Index(text, "goroutine "+id+" [")
		state := text[at+len("goroutine "+id+" ["):]
		if strings.HasPrefix(state, "chan") || strings.HasPrefix(state, "select") {
			return id
		}
		time.Sleep(5 * time.Millisecond)
	}
	panic("goroutine " + id + " does not block")
}

func channels(out *bufio.Writer) {
	chanLine := func(name string, c interface{}, shut bool, elements ...interface{}) {
		v := reflect.ValueOf(c)
		fmt.Fprintf(out, "chan %s %d %d %v\n", name, v.Len(), v.Cap(), shut)
		for _, each := range elements {
			fmt.Fprintln(out, "element", text(each))
		}
	}
	waiter := func(kind, id string, selecting bool, element interface{}) {
		shown := "-"
		if element != nil {
			shown = text(element)
		}
		fmt.Fprintln(out, kind, id, selecting, shown)
	}

	for i := 1; i <= 3; i++ {
		numbers <- i * 11
	}
	chanLine("numbers", numbers, false, 11, 22, 33)

	for i := 0; i < 7; i++ {
		if i >= 4 {
			<-wrapped
		}
		wrapped <- strconv.Itoa(i)
	}
	chanLine("wrapped", wrapped, false, "3", "4", "5", "6")

	fullUp <- point{1, 2}
	fullUp <- point{3, 4}
	one := blocked(func() { fullUp <- point{5, 6} })
	two := blocked(func() { fullUp <- point{7, 8} })
	chanLine("fullUp", fullUp, false, point{1, 2}, point{3, 4})
	waiter("sender", one, false, point{5, 6})
	waiter("sender", two, false, point{7, 8})

	closed <- 1
	close(closed)
	chanLine("closed", closed, true, 1)

	sent := named{point{1, 2}, "sent", 3}
	one = blocked(func() { bare <- sent })
	chanLine("bare", bare, false)
	waiter("sender", one, false, sent)

	one = blocked(func() { <-awaited })
	two = blocked(func() { fmt.Println(<-awaited) })
	three := blocked(func() {
		for range awaited {
		}
	})
	chanLine("awaited", awaited, false)
	waiter("receiver", one, false, nil)
	waiter("receiver", two, false, nil)
	waiter("receiver", three, false, nil)

	one = blocked(func() {
		select {
		case selected <- 42:
		case s := <-selectedToo:
			fmt.Println(s)
		}
	})
	chanLine("selected", selected, false)
	waiter("sender", one, true, 42)
	chanLine("selectedToo", selectedToo, false)
	waiter("receiver", one, true, nil)

	signals <- struct{}{}
	signals <- struct{}{}
	chanLine("signals", signals, false, struct{}{}, struct{}{})
	wideOnes <- wide{1, 2, 3}
	chanLine("wideOnes", wideOnes, false, wide{1, 2, 3})
	if noChan == nil {
		fmt.Fprintln(out, "chan noChan nil")
	}
	readOnly = numbers
	chanLine("readOnly", readOnly, false, 11, 22, 33)
}

func text(v interface{}) string {
	var out strings.Builder
	canon(&out, reflect.ValueOf(v))
	return out.String()
}
