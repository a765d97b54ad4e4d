package main

import (
	"bufio"
	"encoding/hex"
	"fmt"
	"hash/fnv"
	"math"
	"reflect"
	"runtime"
	"sort"
	"strconv"
	"strings"
	"unsafe"
)

// Maps with more entries have each of theirs written as a hash.
const mostAsText = 50

func dumpMap(out *bufio.Writer, t table) {
	m := t.of.Elem()
	if m.Kind() == reflect.Interface {
		m = m.Elem()
	}
	lines := make([]string, 0, m.Len())
	for walk := m.MapRange(); walk.Next(); {
		var text strings.Builder
		canon(&text, walk.Key())
		text.WriteByte('=')
		canon(&text, walk.Value())
		lines = append(lines, text.String())
	}
	if len(lines) > mostAsText {
		for i, line := range lines {
			hash := fnv.New64a()
			hash.Write([]byte(line))
			lines[i] = strconv.FormatUint(hash.Sum64(), 16)
		}
	}
	sort.Strings(lines)
	size := strconv.Itoa(m.Len())
	if m.IsNil() {
		size = "nil"
	}
	fmt.Fprintf(out, "map %s %s %s\n", t.name, size, growth(m))
	for _, line := range lines {
		fmt.Fprintln(out, line)
	}
}

// What a map of buckets is doing: its flags and old buckets are where they have been from Go 1.17 to 1.25.
func growth(m reflect.Value) string {
	if !mapsOfBuckets() || m.IsNil() {
		return "plain"
	}
	header := unsafe.Pointer(m.Pointer())
	flags := *(*uint8)(unsafe.Pointer(uintptr(header) + 8))
	old := *(*unsafe.Pointer)(unsafe.Pointer(uintptr(header) + 24))
	switch {
	case old == nil:
		return "plain"
	case flags&8 != 0:
		return "rebuilding"
	default:
		return "growing"
	}
}

func mapsOfBuckets() bool {
	version := runtime.Version()
	return strings.Contains(version, "noswissmap") || version < "go1.24"
}

func canon(out *strings.Builder, v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool:
		out.WriteString(strconv.FormatBool(v.Bool()))
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		out.WriteString(strconv.FormatInt(v.Int(), 10))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		out.WriteString(strconv.FormatUint(v.Uint(), 10))
	case reflect.Float32, reflect.Float64:
		real(out, v.Float())
	case reflect.Complex64, reflect.Complex128:
		c := v.Complex()
		real(out, realOf(c))
		real(out, imag(c))
	case reflect.String:
		out.WriteString("s" + hex.EncodeToString([]byte(v.String())))
	case reflect.Struct:
		out.WriteByte('{')
		for i := 0; i < v.NumField(); i++ {
			if i > 0 {
				out.WriteByte(',')
			}
			canon(out, v.Field(i))
		}
		out.WriteByte('}')
	case reflect.Array, reflect.Slice:
		if v.Kind() == reflect.Slice && v.IsNil() {
			out.WriteString("nil")
			return
		}
		out.WriteByte('[')
		for i := 0; i < v.Len(); i++ {
			if i > 0 {
				out.WriteByte(',')
			}
			canon(out, v.Index(i))
		}
		out.WriteByte(']')
	case reflect.Interface:
		if v.IsNil() {
			out.WriteString("nil")
			return
		}
		out.WriteString("i" + v.Elem().Type().String() + ":")
		canon(out, v.Elem())
	default: // pointers, maps, channels
		if v.IsNil() {
			out.WriteString("nil")
			return
		}
		fmt.Fprintf(out, "p%x", v.Pointer())
	}
}

func real(out *strings.Builder, f float64) {
	if f != f {
		out.WriteString("fNaN")
	} else {
		fmt.Fprintf(out, "f%x", math.Float64bits(f))
	}
}

func realOf(c complex128) float64 {
	return *(*float64)(unsafe.Pointer(&c))
}
