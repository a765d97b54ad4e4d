package main

import (
	"fmt"
	"math"
	"time"
)

type point struct {
	X, Y int16
}

type named struct {
	point
	Name string
	Any  interface{}
}

type wide [17]int64 // 136 bytes: kept outside of the slot

type exact [16]int64 // 128 bytes: the largest that is kept in it

var (
	words       = map[string]int{"one": 1, "two": 2, "three": 3, "": 0, "grüße": 5}
	none        map[string]int
	empty       = map[string]int{}
	emptied     = map[int]int{}
	flags       = map[bool]string{true: "yes", false: "no"}
	set         = map[string]struct{}{"a": {}, "b": {}}
	points      = map[point]named{}
	things      = map[interface{}]interface{}{}
	nans        = map[float64]int{}
	complexes   = map[complex64]complex128{}
	wideKeys    = map[wide]int{}
	wideValues  = map[int8]wide{}
	wideBoth    = map[wide]wide{}
	exacts      = map[exact]exact{}
	pointers    = map[*int]*point{}
	nested      = map[string]map[int]string{}
	lists       = map[int][]string{}
	durations   = map[time.Duration]time.Month{}
	deleted     = map[int]string{}
	churned     = map[int]int{}
	rebuilt     = map[int]int{}
	grown       = map[uint32]uint16{}
	full        = map[int]int{}
	onStackCopy map[int]int
	walked      = map[string]int{}
	channelKeys = map[chan int]func(){}
	eight       = map[int32]int32{}
	nine        = map[int32]int32{}
	many        = map[uint64]string{}
	zeroes      = map[struct{}]int{}
)

func registerCases() {
	emptied[1] = 1
	delete(emptied, 1)
	for i := 0; i < 20; i++ {
		p := point{int16(i), int16(-i)}
		points[p] = named{p, fmt.Sprint("p", i), i}
		wideKeys[wide{0: int64(i), 16: -1}] = i
		wideValues[int8(i)] = wide{int64(i), 2, 3}
		wideBoth[wide{1: int64(i)}] = wide{2: int64(i)}
		exacts[exact{1: int64(i)}] = exact{2: int64(i)}
		number := i
		pointers[&number] = &point{1, 2}
		lists[i] = make([]string, i%3)
		complexes[complex(float32(i), -1)] = complex(1.5, float64(i))
	}
	pointers[nil] = nil
	lists[-1] = nil
	for i := 0; i < 40; i++ {
		nans[math.NaN()] = i
	}
	nans[math.Copysign(0, -1)] = 1
	nans[math.Inf(1)] = 2
	things[1] = "int"
	things["1"] = 1
	things[int8(1)] = nil
	things[1.5] = point{1, 2}
	things[point{3, 4}] = []int{1, 2, 3}
	things[[2]string{"a", "b"}] = wide{1, 2, 3}
	things[nil] = &point{5, 6}
	things[struct{}{}] = complex64(1)
	nested["a"] = map[int]string{1: "x"}
	nested["nil"] = nil
	durations[time.Second] = time.May
	for i := 0; i < 5000; i++ {
		deleted[i] = fmt.Sprint(i)
		many[uint64(i)<<40] = fmt.Sprint(i)
	}
	for i := 0; i < 5000; i += 1 {
		if i%7 != 0 {
			delete(deleted, i)
		}
	}
	for i := 0; i < 30000; i++ {
		churned[i] = i
		delete(churned, i-100)
	}
	rebuild()
	for i := uint32(0); mapsOfBuckets() && growth(valueOf(&grown)) != "growing" && i < 5000 || i < 1000; i++ {
		grown[i] = uint16(i)
	}
	for i := 0; i < 7; i++ {
		full[i] = i
	}
	for i := int32(0); i < 9; i++ {
		if i < 8 {
			eight[i] = i
		}
		nine[i] = -i
	}
	zeroes[struct{}{}] = 7
	for i := 0; i < 3; i++ {
		channelKeys[make(chan int, i)] = nil
	}
	walkAndWrite()
	onStackCopy = full
	local()
	for name, pointer := range map[string]interface{}{
		"words": &words, "none": &none, "empty": &empty, "emptied": &emptied, "flags": &flags, "set": &set,
		"points": &points, "things": &things, "nans": &nans, "complexes": &complexes, "wideKeys": &wideKeys,
		"wideValues": &wideValues, "wideBoth": &wideBoth, "exacts": &exacts, "pointers": &pointers, "nested": &nested,
		"lists": &lists, "durations": &durations, "deleted": &deleted, "churned": &churned, "rebuilt": &rebuilt,
		"grown": &grown, "full": &full, "onStackCopy": &onStackCopy, "walked": &walked, "channelKeys": &channelKeys,
		"eight": &eight, "nine": &nine, "many": &many, "zeroes": &zeroes, "localA": &localA, "localB": &localB,
	} {
		register(name, pointer)
	}
}

// Inserts and deletes until the map is being rebuilt at its own size, or for long enough where maps don't do that.
func rebuild() {
	keep := 100
	for i := 0; i < 200000; i++ {
		rebuilt[i] = i
		if i >= keep {
			delete(rebuilt, i-keep)
		}
		if growth(valueOf(&rebuilt)) == "rebuilding" {
			return
		}
	}
}

// Leaves a walk half done, over a map that grows meanwhile.
func walkAndWrite() {
	for i := 0; i < 104; i++ {
		walked[fmt.Sprint("k", i)] = i
	}
	n := 0
	for k := range walked {
		if n++; n > 10 {
			break
		}
		delete(walked, k)
		walked[k+"!"] = n
	}
}

var localA, localB interface{}

// Two types of one name: each has maps of its own.
func local() {
	type twin struct{ A int8 }
	a := map[int]twin{1: {2}}
	localA = a
	func() {
		type twin struct{ A, B, C int64 }
		b := map[int]twin{1: {2, 3, 4}, 5: {6, 7, 8}}
		localB = b
	}()
}
