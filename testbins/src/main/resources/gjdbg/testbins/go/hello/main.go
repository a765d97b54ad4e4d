// The smallest program: it greets, and ends with the status that it is given.
package main

import (
	"os"
	"strconv"
)

func main() {
	os.Stdout.WriteString("hello\n")
	if len(os.Args) > 1 {
		status, _ := strconv.Atoi(os.Args[1])
		os.Exit(status)
	}
}
