// Go calls C, which calls Go, which calls C again; the innermost Go function prints its stack.
package main

// int gjdbg_deep(int n);
import "C"

import (
	"fmt"
	"os"
	"runtime"
)

//go:noinline
func checkpoint(name string) {
	buf := make([]byte, 1<<16)
	n := runtime.Stack(buf, false)
	os.Stdout.WriteString("=== " + name + "\n" + string(buf[:n]) + "=== end\n")
}

//go:noinline
func intoC(n int) int {
	return int(C.gjdbg_deep(C.int(n)))
}

//export gjdbgBack
func gjdbgBack(n C.int) C.int {
	if n == 0 {
		checkpoint("callback")
		return 1
	}
	return C.int(intoC(int(n)-1) + 1)
}

func main() {
	fmt.Println("depth", intoC(2))
	done := make(chan int)
	go func() {
		done <- intoC(1)
	}()
	fmt.Println("depth", <-done)
}
