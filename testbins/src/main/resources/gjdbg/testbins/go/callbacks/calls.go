package main

/*
extern int gjdbgBack(int n);

__attribute__((noinline)) int gjdbg_deep(int n) {
	int back = gjdbgBack(n);
	return back;
}
*/
import "C"
