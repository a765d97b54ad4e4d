// Values of types that reflect makes while the program runs, which it prints itself: place|expression|type|value after each
// call of at.
package main

import (
	"fmt"
	"reflect"
)

type label string

type point struct{ X, Y int8 }

var passed int
var keep interface{}

//go:noinline
func at() { passed++ }

func say(expression string, value interface{}) {
	fmt.Printf("%d|%s|%T|%#v\n", passed, expression, value, value)
}

// A map of so many entries, some of which were deleted again.
func filled(key, element reflect.Type, n int, makeKey, makeElement func(i int) reflect.Value) interface{} {
	m := reflect.MakeMap(reflect.MapOf(key, element))
	for i := 0; i < n+n/3; i++ {
		m.SetMapIndex(makeKey(i), makeElement(i))
	}
	for i := n; i < n+n/3; i++ {
		m.SetMapIndex(makeKey(i), reflect.Value{})
	}
	return m.Interface()
}

func of(value interface{}) func(int) reflect.Value {
	return func(int) reflect.Value { return reflect.ValueOf(value) }
}

func number(i int) reflect.Value { return reflect.ValueOf(int16(i * 7)) }

//go:noinline
func maps(few, none, many, structs, byStruct, large, nested, named, empty, pointers interface{}) {
	at()
	say("few", few)
	say("none", none)
	say("many", many)
	say("structs", structs)
	say("byStruct", byStruct)
	say("large", large)
	say("nested", nested)
	say("named", named)
	say("empty", empty)
	say("pointers", pointers)
	keep = []interface{}{few, none, many, structs, byStruct, large, nested, named, empty, pointers}
}

//go:noinline
func others(st, one, slice, slices, array, pointer, deep, channel, only, fn, variadic, complicated, mixed interface{}, held reflect.Value) {
	at()
	say("st", st)
	say("one", one)
	say("slice", slice)
	say("slices", slices)
	say("array", array)
	say("pointer", pointer)
	say("deep", deep)
	say("channel", channel)
	say("only", only)
	say("fn", fn)
	say("variadic", variadic)
	say("complicated", complicated)
	say("mixed", mixed)
	say("held", held.Interface())
	keep = []interface{}{st, one, slice, slices, array, pointer, deep, channel, only, fn, variadic, complicated, mixed}
}

// What the channel holds, oldest first.
//
//go:noinline
func channels(channel, elements interface{}) {
	at()
	say("elements", elements)
	keep = channel
}

func main() {
	i16 := reflect.TypeOf(int16(0))
	str := reflect.TypeOf("")
	field := func(name string, t reflect.Type) reflect.StructField { return reflect.StructField{Name: name, Type: t} }
	pair := reflect.StructOf([]reflect.StructField{field("A", i16), field("B", str)})
	makePair := func(i int) reflect.Value {
		v := reflect.New(pair).Elem()
		v.Field(0).SetInt(int64(i))
		v.Field(1).SetString(fmt.Sprint("b", i))
		return v
	}
	wide := reflect.ArrayOf(40, reflect.TypeOf(int64(0)))
	makeWide := func(i int) reflect.Value {
		v := reflect.New(wide).Elem()
		v.Index(0).SetInt(int64(i))
		v.Index(39).SetInt(int64(-i))
		return v
	}
	inner := reflect.MapOf(str, reflect.TypeOf(point{}))
	makeInner := func(i int) reflect.Value {
		m := reflect.MakeMap(inner)
		m.SetMapIndex(reflect.ValueOf(fmt.Sprint("k", i)), reflect.ValueOf(point{int8(i), 1}))
		return m
	}
	one := 1
	maps(
		filled(i16, str, 5, number, func(i int) reflect.Value { return reflect.ValueOf(fmt.Sprint(i)) }),
		reflect.Zero(reflect.MapOf(i16, pair)).Interface(),
		filled(i16, reflect.TypeOf(uint8(0)), 300, number, of(uint8(9))),
		filled(i16, pair, 20, number, makePair),
		filled(pair, i16, 1, makePair, number),
		filled(wide, wide, 1, makeWide, makeWide),
		filled(i16, inner, 3, number, makeInner),
		filled(reflect.TypeOf(label("")), reflect.TypeOf([2]label{}), 1, of(label("key")), of([2]label{"x", "y"})),
		filled(reflect.TypeOf(int32(0)), reflect.StructOf(nil), 2, func(i int) reflect.Value { return reflect.ValueOf(int32(i)) }, func(int) reflect.Value { return reflect.Zero(reflect.StructOf(nil)) }),
		filled(i16, reflect.PtrTo(pair), 2, number, func(int) reflect.Value { return reflect.Zero(reflect.PtrTo(pair)) }),
	)
	slice := reflect.MakeSlice(reflect.SliceOf(pair), 0, 4)
	slice = reflect.Append(slice, makePair(1), makePair(2))
	slices := reflect.Append(reflect.MakeSlice(reflect.SliceOf(reflect.SliceOf(pair)), 0, 1), slice)
	array := reflect.New(reflect.ArrayOf(2, reflect.ArrayOf(2, pair))).Elem()
	array.Index(1).Index(0).Set(makePair(3))
	pointer := reflect.New(pair)
	pointer.Elem().Set(makePair(4))
	deep := reflect.New(pointer.Type())
	deep.Elem().Set(pointer)
	channel := reflect.MakeChan(reflect.ChanOf(reflect.BothDir, pair), 3)
	for i := 0; i < 4; i++ {
		channel.Send(makePair(i))
		if i < 2 {
			channel.Recv()
		}
	}
	twice := func(in []reflect.Value) []reflect.Value { return in[:1] }
	function := func(in, out []reflect.Type, variadic bool) interface{} {
		return reflect.MakeFunc(reflect.FuncOf(in, out, variadic), twice).Interface()
	}
	single := reflect.New(reflect.StructOf([]reflect.StructField{field("P", reflect.TypeOf(&one))})).Elem()
	single.Field(0).Set(reflect.ValueOf(&one))
	mixed := reflect.New(reflect.StructOf([]reflect.StructField{
		field("M", reflect.MapOf(str, pair)), field("I", reflect.TypeOf((*interface{})(nil)).Elem()), field("E", reflect.TypeOf((*error)(nil)).Elem()),
		field("F", reflect.TypeOf(1.5)), field("C", reflect.TypeOf(complex64(0))), field("S", reflect.SliceOf(pair)),
	})).Elem()
	mixed.Field(0).Set(reflect.MakeMap(reflect.MapOf(str, pair)))
	mixed.Field(0).SetMapIndex(reflect.ValueOf("in"), makePair(5))
	mixed.Field(1).Set(makePair(6))
	mixed.Field(2).Set(reflect.ValueOf(fmt.Errorf("wrong")))
	mixed.Field(3).SetFloat(2.25)
	mixed.Field(5).Set(slice)
	others(
		makePair(7).Interface(), single.Interface(), slice.Interface(), slices.Interface(), array.Interface(), pointer.Interface(), deep.Interface(),
		channel.Interface(), reflect.Zero(reflect.ChanOf(reflect.RecvDir, pair)).Interface(),
		function([]reflect.Type{pair, str}, []reflect.Type{pair}, false), function([]reflect.Type{i16, slice.Type()}, nil, true),
		function([]reflect.Type{reflect.TypeOf(point{})}, []reflect.Type{reflect.TypeOf(point{}), pair}, false),
		mixed.Addr().Interface(), mixed,
	)
	channels(channel.Interface(), []interface{}{makePair(2).Interface(), makePair(3).Interface()})
}
