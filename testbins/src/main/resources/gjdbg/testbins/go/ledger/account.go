package main

import (
	"errors"
	"fmt"
	"runtime"
	"sync"
)

type Account struct {
	mu      sync.Mutex
	name    string
	balance int
}

var (
	errFunds   = errors.New("insufficient funds")
	errAccount = errors.New("no such account")
)

// add is to be called with the account locked.
//
//go:noinline
func (a *Account) add(amount int) {
	balance := a.balance
	runtime.Gosched()
	a.balance = balance + amount
}

// Bug 1, a lost update: the account is not locked.
func (a *Account) Deposit(amount int) {
	if !planted {
		a.mu.Lock()
		defer a.mu.Unlock()
	}
	a.add(amount)
}

func deposits() {
	account := &Account{name: "ann"}
	var all sync.WaitGroup
	for i := 0; i < 4; i++ {
		all.Add(1)
		go func() {
			defer all.Done()
			for n := 0; n < 50; n++ {
				account.Deposit(1)
			}
		}()
	}
	all.Wait()
	fmt.Println("balance", account.balance)
}

// monthly returns the balance after each month.
//
// Bug 2, off by one: the last month is left out.
//
//go:noinline
func monthly(balance, percent, months int) []int {
	var all []int
	for month := 1; month < months || month == months && !planted; month++ {
		balance += balance * percent / 100
		all = append(all, balance)
	}
	return all
}

func interest() {
	fmt.Println(monthly(1000, 10, 3))
}

// Bug 3, the wrong error is wrapped.
//
//go:noinline
func (a *Account) Withdraw(amount int) error {
	if a.balance < amount {
		cause := errFunds
		if planted {
			cause = errAccount
		}
		return fmt.Errorf("withdraw %d from %s: %w", amount, a.name, cause)
	}
	a.balance -= amount
	return nil
}

func refusal() {
	account := &Account{name: "bob", balance: 10}
	fmt.Println(account.Withdraw(100))
}

const fee = 2

// WithdrawWithFee takes the amount and the fee.
//
// Bug 4, a negative balance: the fee is not looked at.
//
//go:noinline
func (a *Account) WithdrawWithFee(amount int) bool {
	needed := amount + fee
	if planted {
		needed = amount
	}
	if a.balance < needed {
		return false
	}
	a.balance -= amount + fee
	return settled(a)
}

//go:noinline
func settled(a *Account) bool {
	return a.name != ""
}

func withdraw() {
	account := &Account{name: "eve", balance: 100}
	for _, amount := range []int{40, 30, 25, 1} {
		fmt.Println(amount, account.WithdrawWithFee(amount))
	}
}

type Rates struct {
	table map[string]int
}

// Bug 5, a write to a nil map.
//
//go:noinline
func newRates() *Rates {
	if planted {
		return &Rates{}
	}
	return &Rates{table: map[string]int{}}
}

//go:noinline
func (r *Rates) Set(currency string, rate int) {
	r.table[currency] = rate
}

func rates() {
	all := newRates()
	all.Set("EUR", 100)
	all.Set("CHF", 94)
	fmt.Println(len(all.table), "rates")
}
