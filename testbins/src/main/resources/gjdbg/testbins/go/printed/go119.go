//go:build go1.19
// +build go1.19

package main

import (
	"fmt"
	"sync/atomic"
)

type counters struct {
	I32  atomic.Int32
	I64  atomic.Int64
	U32  atomic.Uint32
	U64  atomic.Uint64
	Up   atomic.Uintptr
	Yes  atomic.Bool
	No   atomic.Bool
	Tree atomic.Pointer[tree]
	Word atomic.Pointer[string]
	Nil  atomic.Pointer[tree]
}

func init() {
	adders = append(adders, func(s *shelf) {
		c := &counters{}
		c.I32.Store(-5)
		c.I64.Store(-1 << 62)
		c.U32.Store(1 << 31)
		c.U64.Store(1<<64 - 1)
		c.Up.Store(77)
		c.Yes.Store(true)
		c.Tree.Store(&tree{Value: 4})
		word := "word"
		c.Word.Store(&word)
		s.add("Counters", c, fmt.Sprintf("*main.counters {I32: %d, I64: %d, U32: %d, U64: %d, Up: %d, Yes: %v, No: %v, "+
			"Tree: *main.tree {Left: nil, Right: nil, Value: %d}, Word: *string(%q), Nil: nil}",
			c.I32.Load(), c.I64.Load(), c.U32.Load(), c.U64.Load(), c.Up.Load(), c.Yes.Load(), c.No.Load(),
			c.Tree.Load().Value, word))
		s.add("Int32", &c.I32, fmt.Sprint(c.I32.Load()))
		s.add("Bool", &c.Yes, fmt.Sprint(c.Yes.Load()))
		s.add("AtomicTree", &c.Tree, "*main.tree {Left: nil, Right: nil, Value: 4}")
	})
}
