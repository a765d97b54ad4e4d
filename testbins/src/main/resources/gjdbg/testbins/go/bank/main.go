// A bank with a few accounts: the program that the README's demo debugs.
package main

import (
	"errors"
	"fmt"
	"os"
)

type Account struct {
	name    string
	balance int
}

type transferOrder struct {
	from, to *Account
	amount   int
}

var errFunds = errors.New("insufficient funds")

//go:noinline
func transfer(from, to *Account, amount int) error {
	if from.balance < amount {
		return errFunds
	}
	from.balance -= amount
	to.balance += amount
	return nil
}

//go:noinline
func settle(orders []transferOrder) (done, refused int) {
	for _, order := range orders {
		if err := transfer(order.from, order.to, order.amount); err != nil {
			fmt.Printf("refused: %s -> %s %d: %v\n", order.from.name, order.to.name, order.amount, err)
			refused++
			continue
		}
		done++
	}
	return done, refused
}

func main() {
	ann := &Account{"ann", 5000}
	bob := &Account{"bob", 300}
	eve := &Account{"eve", 20}
	orders := []transferOrder{
		{ann, bob, 250},
		{bob, eve, 500},
		{ann, eve, 1200},
		{eve, bob, 40},
		{eve, ann, 9000},
	}
	done, refused := settle(orders)
	fmt.Println("done", done, "refused", refused)
	for _, account := range []*Account{ann, bob, eve} {
		fmt.Println(account.name, account.balance)
	}
	if len(os.Args) > 1 {
		os.Exit(3)
	}
}
