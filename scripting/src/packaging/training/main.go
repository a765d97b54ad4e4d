// What the AOT cache is recorded on: a program with values of most kinds, and goroutines that wait.
package main

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

type account struct {
	name    string
	balance int
	history []float64
	limits  map[string]int
	opened  time.Time
	mu      sync.Mutex
}

//go:noinline
func transfer(from, to *account, amount int) error {
	if from.balance < amount {
		return fmt.Errorf("transfer: %w", errors.New("insufficient funds"))
	}
	from.balance -= amount
	to.balance += amount
	return nil
}

//go:noinline
func deep(n int, orders chan *account) int {
	a, b, c, d := n+1, float64(n), "local", []int{n}
	var e interface{} = n > 5
	result := 0
	if n > 0 {
		result = deep(n-1, orders)
	} else {
		result = len(orders) + ready()
	}
	_, _, _, _ = b, c, d, e
	return result + a
}

//go:noinline
func ready() int { return 1 }

func main() {
	limits := make(map[string]int)
	for i := 0; i < 100; i++ {
		limits[fmt.Sprint("limit ", i)] = i
	}
	ann := &account{name: "ann", balance: 5000, history: []float64{1, 2}, limits: limits, opened: time.Unix(0, 0)}
	bob := &account{name: "bob", limits: map[string]int{"one": 1}}
	orders := make(chan *account, 4)
	orders <- ann
	var group sync.WaitGroup
	for i := 0; i < 8; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			<-make(chan int)
		}()
	}
	time.Sleep(time.Millisecond)
	for i := 0; i < 10; i++ {
		if err := transfer(ann, bob, 1000*i); err != nil {
			fmt.Println(err)
		}
	}
	fmt.Println(deep(20, orders))
}
