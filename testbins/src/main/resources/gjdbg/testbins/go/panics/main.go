// Ways to end badly; the argument says which.
package main

import (
	"errors"
	"fmt"
	"os"
	"syscall"
)

type job struct {
	name  string
	tries int
}

//go:noinline
func run(j *job) int {
	if j == nil {
		return j.tries
	}
	if j.tries > 2 {
		panic(errors.New("job " + j.name + " failed for good"))
	}
	j.tries++
	return run(j)
}

//go:noinline
func index(numbers []int, n int) int {
	return numbers[n]
}

func main() {
	how := "error"
	if len(os.Args) > 1 {
		how = os.Args[1]
	}
	switch how {
	case "error":
		run(&job{name: "cleanup"})
	case "nil":
		run(nil)
	case "index":
		fmt.Println(index([]int{1, 2, 3}, 5))
	case "deadlock":
		<-make(chan int)
	case "exit":
		os.Exit(3)
	case "kill":
		syscall.Kill(os.Getpid(), syscall.SIGKILL)
	}
	fmt.Println("still here")
}
