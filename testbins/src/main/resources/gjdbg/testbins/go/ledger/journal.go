package main

import (
	"fmt"
	"sync"
)

type Journal struct {
	open    bool
	entries []Entry
}

type Entry struct {
	id     int
	amount int
}

//go:noinline
func openJournal() *Journal {
	return &Journal{open: true}
}

//go:noinline
func (j *Journal) Append(e Entry) {
	j.entries = append(j.entries, e)
}

//go:noinline
func (j *Journal) Close() int {
	j.open = false
	return len(j.entries)
}

// Bug 6, a double close: once by hand, and once more by defer.
func closing() {
	journal := openJournal()
	defer journal.Close()
	journal.Append(Entry{1, 100})
	if planted {
		journal.Close()
	}
	fmt.Println("closed")
}

type Clerk struct {
	next int
}

// Bug 7, an id is given twice: after a refused transfer the counter goes back, although the id was written already.
//
//go:noinline
func (c *Clerk) transfer(j *Journal, amount int) {
	c.next++
	j.Append(Entry{c.next, amount})
	if amount > 500 && planted {
		c.next--
	}
}

func ids() {
	journal := openJournal()
	clerk := &Clerk{}
	for _, amount := range []int{10, 200, 900, 20, 30} {
		clerk.transfer(journal, amount)
	}
	fmt.Println(journal.Close(), "transfers")
}

type Vault struct {
	mu   sync.Mutex
	gold int
}

//go:noinline
func (v *Vault) lock() {
	v.mu.Lock()
}

//go:noinline
func (v *Vault) unlock() {
	v.mu.Unlock()
}

// Bug 8, a forgotten unlock: on the way out with nothing taken.
//
//go:noinline
func (v *Vault) take(amount int) int {
	v.lock()
	if amount > v.gold {
		if !planted {
			v.unlock()
		}
		return 0
	}
	v.gold -= amount
	v.unlock()
	return amount
}

func useVault() {
	vault := &Vault{gold: 10}
	fmt.Println(vault.take(4), vault.take(100))
}
