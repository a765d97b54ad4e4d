package main

import (
	"fmt"
	"sync"
	"time"
)

type Server struct {
	mu       sync.Mutex
	requests chan int
	served   int
	done     chan bool
}

//go:noinline
func (s *Server) serve() {
	for amount := range s.requests {
		s.mu.Lock()
		s.served += amount
		s.mu.Unlock()
	}
	s.done <- true
}

// Stop ends the server and returns what it served.
//
// Bug 9, a deadlock at shutdown: it waits for the server with the lock that the server needs.
//
//go:noinline
func (s *Server) Stop() int {
	if planted {
		s.mu.Lock()
		s.requests <- 1
	}
	close(s.requests)
	<-s.done
	if planted {
		s.mu.Unlock()
	}
	return s.served
}

func shutdown() {
	// a heartbeat, so that the runtime finds no deadlock by itself
	beat := time.NewTicker(50 * time.Millisecond)
	defer beat.Stop()
	go func() {
		for range beat.C {
		}
	}()
	server := &Server{requests: make(chan int), done: make(chan bool)}
	go server.serve()
	for i := 1; i <= 3; i++ {
		server.requests <- i
	}
	fmt.Println("served", server.Stop())
}

// Bug 10, a goroutine leak: nobody ends the watchers.
//
//go:noinline
func watch(stop chan bool, started *sync.WaitGroup) {
	started.Done()
	<-stop
	fmt.Println("watcher ends")
}

func audit() {
	stop := make(chan bool)
	var started, watchers sync.WaitGroup
	for i := 0; i < 3; i++ {
		started.Add(1)
		watchers.Add(1)
		go func() {
			defer watchers.Done()
			watch(stop, &started)
		}()
	}
	started.Wait()
	if !planted {
		close(stop)
		watchers.Wait()
	}
	fmt.Println("audited")
}
