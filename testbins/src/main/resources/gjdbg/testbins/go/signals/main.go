// Sends itself signals and prints those that it gets, in their order.
package main

import (
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"
)

//go:noinline
func received(n int, s os.Signal) {
	fmt.Println("received", n, s)
}

func main() {
	signals := []syscall.Signal{syscall.SIGUSR1, syscall.SIGHUP, syscall.SIGUSR2, syscall.SIGUSR1, syscall.SIGTERM, syscall.SIGINT}
	inbox := make(chan os.Signal, len(signals))
	signal.Notify(inbox, syscall.SIGUSR1, syscall.SIGUSR2, syscall.SIGHUP, syscall.SIGTERM, syscall.SIGINT)
	for n, s := range signals {
		syscall.Kill(os.Getpid(), s)
		select {
		case got := <-inbox:
			received(n, got)
		case <-time.After(10 * time.Second):
			fmt.Println("lost", n, s)
			os.Exit(1)
		}
	}
	if len(os.Args) > 1 && os.Args[1] == "die" {
		signal.Reset(syscall.SIGTERM)
		syscall.Kill(os.Getpid(), syscall.SIGTERM)
		time.Sleep(10 * time.Second)
	}
	fmt.Println("all received")
}
