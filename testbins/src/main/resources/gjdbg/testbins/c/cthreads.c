#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static int calls;

__attribute__((noinline)) int work(int worker, int n) {
    __atomic_add_fetch(&calls, 1, __ATOMIC_RELAXED);
    return worker * n;
}

static void *thread(void *argument) {
    for (int n = 0; n < 1000; n++) {
        work((int) (long) argument, n);
    }
    return NULL;
}

int main(int argc, char **argv) {
    int count = argc > 1 ? atoi(argv[1]) : 4;
    pthread_t threads[64];
    for (int i = 0; i < count && i < 64; i++) {
        pthread_create(&threads[i], NULL, thread, (void *) (long) i);
    }
    for (int i = 0; i < count && i < 64; i++) {
        pthread_join(threads[i], NULL);
    }
    printf("calls %d\n", calls);
    return 0;
}
