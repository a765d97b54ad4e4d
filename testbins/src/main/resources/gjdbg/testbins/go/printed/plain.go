package main

import (
	"errors"
	"fmt"
	"math"
	"os"
	"runtime"
	"strconv"
	"strings"
	"time"
)

type weekday int8

const (
	sunday weekday = iota - 1
	monday
	tuesday
	alsoTuesday = tuesday
)

type access uint8

const (
	read access = 1 << iota
	write
	run
	all = read | write | run
)

type temperature uint64

const boiling temperature = math.MaxUint64

type failure struct{ code int }

func (f *failure) Error() string { return "failed" }

type embedding struct {
	error
	tries int
}

func (e embedding) Unwrap() error { return e.error }

type overriding struct {
	error
	tries int
}

func (o overriding) Error() string { return "it is " + o.error.Error() }

func (o overriding) Unwrap() error { return o.error }

// How many goroutines of this file are in that state.
func waiting(state string) (count int) {
	buffer := make([]byte, 1<<16)
	for _, each := range strings.Split(string(buffer[:runtime.Stack(buffer, true)]), "\n\n") {
		if strings.Contains(each, state) && strings.Contains(each, "plain.go") {
			count++
		}
	}
	return count
}

// What has no printer of its own reads as Go's %#v has it where that says all.
func init() {
	adders = append(adders, func(s *shelf) {
		s.add("NilError", [2]error{(*failure)(nil), nil}, "[2]error {(*main.failure)(nil), nil}")
		for i, each := range []interface{}{(*int)(nil), (func(int) bool)(nil), (chan int)(nil), map[string]int(nil), []int(nil)} {
			s.add("TypedNil"+strconv.Itoa(i), [1]interface{}{each}, fmt.Sprintf("[1]interface {} {%#v}", each))
		}
		for i, text := range []string{"\xff\xfe a \xe2\x82", "\u202e\u00a0\ufeff\a\x00\x1b", "é世\U0001f600\\\"\r\n\t\v", "\ufffd", "\U000e0001"} {
			s.add("Quoted"+strconv.Itoa(i), [1]string{text}, fmt.Sprintf("[1]string {%s}", strconv.Quote(text)))
		}
		for i, number := range []float64{math.Inf(1), math.Inf(-1), math.NaN()} {
			s.add("Float"+strconv.Itoa(i), [1]float64{number}, fmt.Sprintf("[1]float64 {%v}", number))
			c := complex(number, number)
			s.add("Complex"+strconv.Itoa(i), [1]complex128{c}, fmt.Sprintf("[1]complex128 {%v}", c))
		}

		s.add("Constants", []weekday{sunday, monday, tuesday, 3}, "[]main.weekday {main.sunday (-1), main.monday (0), main.tuesday (1), 3}")
		s.add("Flags", []access{read | run, all, 8, read | 8}, "[]main.access {main.read|main.run (5), main.all (7), 8, 9}")
		s.add("Largest", [1]temperature{boiling}, fmt.Sprintf("[1]main.temperature {main.boiling (%d)}", boiling))
		s.add("Interrupt", struct{ S os.Signal }{os.Interrupt}, "struct { S os.Signal } {S: syscall.Signal(syscall.SIGINT (2))}")
		for i, mode := range []os.FileMode{0, 0o640, os.ModeDir | os.ModeSticky | 0o777, os.ModeIrregular | 0o1} {
			s.add("FileMode"+strconv.Itoa(i), mode, mode.String())
		}
		before := time.Date(-5, 3, 1, 2, 3, 4, 0, time.UTC)
		s.add("BeforeChrist", before, before.Format(time.RFC3339Nano))

		inner := fmt.Errorf("inner: %w", errors.New("cause"))
		outer := fmt.Errorf("outer: %w", embedding{inner, 3})
		s.add("Embedding", outer, chain(outer, 0))
		own := fmt.Errorf("outer: %w", overriding{inner, 3})
		s.add("Overriding", own, "~wraps main.overriding {error: *fmt.wrapError \"inner: cause\", tries: 3}")

		full, empty, closed := make(chan int, 1), make(chan string), make(chan bool)
		full <- 1
		close(closed)
		for i := 0; i < 3; i++ {
			go func() { full <- 2 }()
		}
		go func() { <-empty }()
		for waiting("[chan send") < 3 || waiting("[chan receive") < 1 {
			time.Sleep(time.Millisecond)
		}
		s.add("Waiting", []interface{}{full, empty, closed},
			"[]interface {} {chan int (1/1, 3 senders wait) [1], chan string (0/0, 1 receiver waits) [], chan bool (0/0, closed) []}")
	})
}
