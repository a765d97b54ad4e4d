package main

/*
#include <pthread.h>

// so that the runtime's own thread-local word is not the last one of the program
__thread int gjdbg_mine[1000] = {1};

__attribute__((noinline)) int gjdbg_innermost(int n) { return gjdbg_mine[0] + n; }
__attribute__((noinline)) int gjdbg_outer(int n) { return gjdbg_innermost(n) + 1; }

static void *alone(void *n) {
	gjdbg_outer(40);
	return n;
}

// Calls gjdbg_innermost on a thread that Go knows nothing of.
static void gjdbg_foreign(void) {
	pthread_t thread;
	pthread_create(&thread, 0, alone, 0);
	pthread_join(thread, 0);
}
*/
import "C"

//go:noinline
func throughC(n int) int {
	return int(C.gjdbg_outer(C.int(n)))
}

func init() {
	inC = func() {
		throughC(1)
		C.gjdbg_foreign()
	}
}
