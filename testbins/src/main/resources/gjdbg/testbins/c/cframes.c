#include <execinfo.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

/* Prints the return addresses as the program's own backtrace() finds them: a line for each call of reached(). */
__attribute__((noinline)) void reached(void) {
    __asm__ volatile("");
}

static int depth;

__attribute__((noinline)) static void tell(void) {
    void *found[64];
    int count = backtrace(found, 64);
    /* the first is in here, the second in our caller, both of which go on */
    for (int i = 1; i < count; i++) {
        printf("%p ", found[i]);
    }
    printf("\n");
    fflush(stdout);
    reached();
    depth++;
}

__attribute__((noinline)) static int compare(const void *a, const void *b) {
    static int told;
    if (!told++) {
        tell();
    }
    return *(const int *) a - *(const int *) b;
}

__attribute__((noinline)) static int recurse(int n, long salt) {
    int numbers[] = {3, n, (int) salt};
    if (n == 0) {
        qsort(numbers, 3, sizeof numbers[0], compare);
        return numbers[0];
    }
    return recurse(n - 1, salt * 3) + numbers[1];
}

static void handler(int signal) {
    (void) signal;
    tell();
    depth++;
}

static void *thread(void *argument) {
    tell();
    depth++;
    return argument;
}

int main(void) {
    depth += recurse(5, 7);
    signal(SIGUSR1, handler);
    raise(SIGUSR1);
    pthread_t other;
    pthread_create(&other, NULL, thread, NULL);
    pthread_join(other, NULL);
    return depth == 0;
}
