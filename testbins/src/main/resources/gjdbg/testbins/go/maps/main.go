// Holds maps and channels, and writes what is in them to the file that its argument names, if it has one. With the argument
// "write" it writes to one map all the time instead.
package main

import (
	"bufio"
	"os"
	"reflect"
)

// A map that is dumped: the package variable of that name.
type table struct {
	name string
	of   reflect.Value // a pointer to it
}

var tables []table

func register(name string, pointer interface{}) {
	tables = append(tables, table{name, reflect.ValueOf(pointer)})
}

//go:noinline
func stop(words map[string]int, numbers chan int) int {
	return len(words) + len(numbers)
}

func main() {
	if len(os.Args) > 1 && os.Args[1] == "write" {
		write()
	}
	registerCases()
	for _, each := range randomTables {
		each()
	}
	file, err := os.Create(append(os.Args, os.DevNull)[1])
	if err != nil {
		panic(err)
	}
	out := bufio.NewWriter(file)
	for _, each := range tables {
		dumpMap(out, each)
	}
	channels(out)
	out.Flush()
	file.Close()
	stop(words, numbers)
}
