// Func values with what they captured, and types that reflect makes while the program runs. Each line that it prints is
// the index of a value in the arguments of main.use, what to look at there, and how it reads.
package main

import (
	"fmt"
	"reflect"
)

type Account struct {
	Name    string
	Balance int
}

func (a *Account) Add(n int) int { a.Balance += n; return a.Balance }
func (a Account) Show() string   { return a.Name }

// Plain has no methods: reflect embeds no others.
type Plain struct{ Label string }

type Adder interface{ Add(int) int }

var sink int

//go:noinline
func use(values ...interface{}) { sink += len(values) }

func says(index int, what string, value interface{}) { fmt.Printf("%d|%s|%#v\n", index, what, value) }

func main() {
	step := 5
	name := "bob"
	count := 0
	account := &Account{"ann", 10}
	value := Account{"val", 20}
	f := func(n int) string {
		count += n + step
		return fmt.Sprint(name, count)
	}
	var adder Adder = account
	none := func() string { return "nothing" }
	shape := reflect.StructOf([]reflect.StructField{
		{Name: "Count", Type: reflect.TypeOf(1)},
		{Name: "Plain", Type: reflect.TypeOf(Plain{}), Anonymous: true},
	})
	made := reflect.New(shape).Elem()
	made.Field(0).SetInt(7)
	made.Field(1).Field(0).SetString("eve")
	slice := reflect.MakeSlice(reflect.SliceOf(shape), 2, 3)
	slice.Index(1).Set(made)
	array := reflect.New(reflect.ArrayOf(3, shape)).Elem()
	array.Index(2).Set(made)
	add, show, through := account.Add, value.Show, adder.Add
	f(3)
	says(0, "step", step)
	says(0, "name", name)
	says(0, "count", count)
	says(1, "receiver", *account)
	says(2, "receiver", value)
	says(3, "receiver", *account)
	says(5, "Count", 7)
	says(5, "Label", "eve")
	says(6, "1", 7)
	says(7, "2", 7)
	use(f, add, show, through, none, made.Interface(), slice.Interface(), array.Interface(), made.Addr().Interface())
	fmt.Println(f(1), add(1), show(), through(1), none())
}
