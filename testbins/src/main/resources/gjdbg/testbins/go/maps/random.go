package main

import (
	"math"
	"math/rand"
	"reflect"
)

// What a generated file adds: each fills and registers maps of its own types.
var randomTables []func()

// Walks over maps that stay half done.
var walks []*reflect.MapIter

// Fills the map that the pointer points at. Modes: 0 plain, 1 with half deleted, 2 with all deleted but a few, 3 inserting
// and deleting all the time, 4 caught while it grows, 5 caught while it is rebuilt, 6 walked and written at once.
func fill(name string, pointer interface{}, seed int64, size, mode int) {
	random := rand.New(rand.NewSource(seed))
	m := reflect.ValueOf(pointer).Elem()
	m.Set(reflect.MakeMapWithSize(m.Type(), random.Intn(2)*random.Intn(size+1)))
	key := func() reflect.Value { return make1(random, m.Type().Key(), 0) }
	insert := func() reflect.Value {
		k := key()
		m.SetMapIndex(k, make1(random, m.Type().Elem(), 0))
		return k
	}
	var keys []reflect.Value
	for i := 0; i < size; i++ {
		keys = append(keys, insert())
	}
	remove := func(part float64) {
		for _, k := range keys {
			if random.Float64() < part {
				m.SetMapIndex(k, reflect.Value{})
			}
		}
	}
	switch mode {
	case 1:
		remove(0.5)
	case 2:
		remove(0.98)
	case 3, 5:
		for i := 0; i < 40*(size+10) && i < 100000; i++ {
			if mode == 5 && growth(m) == "rebuilding" {
				break
			}
			keys = append(keys, insert())
			if len(keys) > size {
				m.SetMapIndex(keys[0], reflect.Value{})
				keys = keys[1:]
			}
		}
	case 4:
		for i := 0; i < 3*size && growth(m) != "growing"; i++ {
			insert()
		}
		for i := 0; i < random.Intn(8); i++ {
			insert()
		}
	case 6:
		walk := m.MapRange()
		for i := 0; i < size/3 && walk.Next(); i++ {
			insert()
			if i%2 == 0 {
				m.SetMapIndex(walk.Key(), reflect.Value{})
			}
		}
		walks = append(walks, walk)
	}
	register(name, pointer)
}

// A value of the type. Numbers are often near the limits of their types.
func make1(random *rand.Rand, t reflect.Type, depth int) reflect.Value {
	v := reflect.New(t).Elem()
	switch t.Kind() {
	case reflect.Bool:
		v.SetBool(random.Intn(2) == 0)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(int64(random.Uint64()) >> uint(random.Intn(64)))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		v.SetUint(random.Uint64() >> uint(random.Intn(64)))
	case reflect.Float32, reflect.Float64:
		switch random.Intn(20) {
		case 0:
			v.SetFloat(math.NaN())
		case 1:
			v.SetFloat(math.Inf(1 - 2*random.Intn(2)))
		case 2:
			v.SetFloat(math.Copysign(0, -1))
		default:
			v.SetFloat(random.NormFloat64())
		}
	case reflect.Complex64, reflect.Complex128:
		v.SetComplex(complex(random.NormFloat64(), float64(random.Intn(5))))
	case reflect.String:
		letters := make([]rune, random.Intn(1<<uint(random.Intn(7))))
		for i := range letters {
			letters[i] = []rune("abcdefgh αβγ世\n\"")[random.Intn(15)]
		}
		v.SetString(string(letters))
	case reflect.Struct:
		for i := 0; i < v.NumField(); i++ {
			v.Field(i).Set(make1(random, t.Field(i).Type, depth+1))
		}
	case reflect.Array:
		for i := 0; i < v.Len(); i++ {
			if i < 4 || i == v.Len()-1 {
				v.Index(i).Set(make1(random, t.Elem(), depth+1))
			}
		}
	case reflect.Slice:
		if n := random.Intn(5); n > 0 {
			v.Set(reflect.MakeSlice(t, n-1, n))
			for i := 0; i < n-1; i++ {
				v.Index(i).Set(make1(random, t.Elem(), depth+1))
			}
		}
	case reflect.Ptr:
		if random.Intn(20) > 0 {
			v.Set(reflect.New(t.Elem()))
		}
	case reflect.Map:
		if random.Intn(3) > 0 {
			v.Set(reflect.MakeMap(t))
		}
	case reflect.Chan:
		if random.Intn(20) > 0 {
			v.Set(reflect.MakeChan(t, 1))
		}
	case reflect.Interface:
		held := []interface{}{0, int8(0), "", 1.5, point{}, [2]int16{}, new(int), uint64(0), false, exact{}, nil}
		if one := held[random.Intn(len(held))]; one != nil {
			v.Set(make1(random, reflect.TypeOf(one), depth+1))
		}
	}
	return v
}
