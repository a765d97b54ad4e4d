// Prints all the time, parts of lines too, from two goroutines.
package main

import (
	"os"
	"time"
)

func print(text string) {
	for {
		os.Stdout.WriteString(text)
		time.Sleep(2 * time.Millisecond)
	}
}

func main() {
	go print("tick")
	print("tock\n")
}
