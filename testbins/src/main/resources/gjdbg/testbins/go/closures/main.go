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
	ratio, third, flag, tiny := 2.5, float32(0.5), true, int8(-7)
	place := Account{"pair", 2}
	wide := [9]int{1, 2, 3, 4, 5, 6, 7, 8, 9}
	var any interface{} = "held"
	list := []int{7, 8}
	moved := 1
	many := func(more int) string {
		copied := ratio
		other := tiny
		moved += more
		return fmt.Sprint(copied, other, ratio, third, flag, tiny, place, wide[more], any, list, len(wide))
	}
	single := func() int { doubled := 2 * step; return doubled + step }
	f(3)
	says(0, "step", step)
	says(0, "name", name)
	says(0, "count", count)
	says(9, "ratio", ratio)
	says(9, "third", third)
	says(9, "flag", flag)
	says(9, "tiny", tiny)
	says(9, "place", place)
	says(9, "wide", wide)
	says(9, "any", any)
	says(9, "list", list)
	says(9, "moved", moved)
	says(10, "step", step)
	says(1, "receiver", *account)
	says(2, "receiver", value)
	says(3, "receiver", *account)
	says(5, "Count", 7)
	says(5, "Label", "eve")
	says(6, "1", 7)
	says(7, "2", 7)
	use(f, add, show, through, none, made.Interface(), slice.Interface(), array.Interface(), made.Addr().Interface(), many, single)
	fmt.Println(f(1), add(1), show(), through(1), none(), many(1), single())
}
