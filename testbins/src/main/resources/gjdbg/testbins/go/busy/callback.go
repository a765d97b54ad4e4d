package main

import "C"
import "runtime"

//export gjdbgCalledBack
func gjdbgCalledBack(n C.int) C.int {
	runtime.Gosched()
	return n
}
