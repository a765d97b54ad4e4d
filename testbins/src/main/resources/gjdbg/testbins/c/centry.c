/* Arguments that optimised code does not keep: only their callers know what they passed. Each value is printed first. */
#include <stdio.h>
#include <stdlib.h>

volatile int sink;

__attribute__((noinline, noipa)) void reached(void) { sink++; }

/* first and second are dead after the sum */
__attribute__((noinline, noclone)) static int direct(int first, long second) {
	sink = first + (int) second;
	reached();
	return sink;
}

__attribute__((noinline, noclone)) static int pointed(int third) {
	sink = third;
	reached();
	return sink;
}

/* each level knows its n by the caller's only */
__attribute__((noinline, noclone)) static int deeper(int n) {
	if (n == 0) {
		reached();
		return sink;
	}
	return deeper(n - 1) + sink;
}

/* jumps to direct, so that the call on the stack is not direct's */
__attribute__((noinline, noclone)) static int jumping(int fourth) {
	sink = fourth;
	return direct(sink, sink);
}

typedef int (*function)(int);

__attribute__((noipa)) static function chosen(void) { return pointed; }

int main(int argc, char **argv) {
	int start = argc + 40;
	function through = chosen();
	printf("first=%d second=%ld\n", start, 7L * 1000);
	fflush(stdout);
	sink += direct(start, 7000);
	printf("third=%d\nthird=%d\n", start + 1, start + 2);
	fflush(stdout);
	sink += through(start + 1);
	sink += through(start + 2);
	printf("n=5\n");
	fflush(stdout);
	sink += deeper(5);
	sink += jumping(start + 2);
	return sink == 1;
}
