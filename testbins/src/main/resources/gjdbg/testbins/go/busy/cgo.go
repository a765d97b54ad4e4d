package main

/*
extern int gjdbgCalledBack(int);

__attribute__((noinline)) static int gjdbg_busy(int n) {
	volatile int sum = n;
	for (int i = 0; i < 20000; i++) {
		sum += i;
	}
	return gjdbgCalledBack(sum);
}
*/
import "C"

func init() {
	inC = func(n int) { C.gjdbg_busy(C.int(n)) }
}
