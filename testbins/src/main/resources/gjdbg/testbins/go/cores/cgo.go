package main

// int gjdbg_twice(int n) { return 2 * n; }
import "C"

func init() {
	C.gjdbg_twice(1)
}
