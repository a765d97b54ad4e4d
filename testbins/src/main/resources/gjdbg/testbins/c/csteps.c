/* Lines to step over and into: loops, recursion, calls through pointers, of the C library, several in a line, and of inlined functions. */
#include <math.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static jmp_buf back;
volatile int sink;

static inline int square(int n)
{
    int result = n * n;
    return result;
}

__attribute__((noinline)) int factorial(int n)
{
    if (n <= 1)
        return 1;
    int rest = factorial(n - 1);
    return n * rest;
}

__attribute__((noinline)) int loop(int n)
{
    int sum = 0;
    for (int i = 0; i < n; i++)
        sum += i;
    while (sum > 2)
        sum--;
    do {
        sum += 5;
    } while (sum < 10);
    return sum;
}

__attribute__((noinline)) int apply(int (*function)(int), int n)
{
    return function(n) + 1;
}

__attribute__((noinline)) int twice(int n)
{
    sink = n;
    return 2 * n;
}

static int ascending(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

__attribute__((noinline)) int sorted(int *numbers, int count)
{
    qsort(numbers, count, sizeof *numbers, ascending);
    return numbers[0];
}

__attribute__((noinline)) void leap(int n)
{
    sink = n;
    if (n > 2)
        longjmp(back, n);
    leap(n + 1);
}

__attribute__((noinline)) int kind(int n)
{
    switch (n % 3) {
    case 0:
        return 10;
    case 1:
        sink = n;
        break;
    default:
        return 30;
    }
    return 20;
}

int main(int argc, char **argv)
{
    char text[32];
    int numbers[4] = {4, 1, 3, 2};
    strcpy(text, argc > 5 ? argv[1] : "stepping");
    int a = factorial(3);
    int b = loop(3) + kind(a);
    int c = apply(twice, b);
    int d = apply(abs, -c) + square(b);
    int e = sorted(numbers, 4);
    puts(text);
    if (setjmp(back) == 0)
        leap(1);
    int f = twice(twice(e)) +
            twice(d);
    sink = a + b + c + d + e + f + kind(4) + kind(5);
    return sink == 0;
}
