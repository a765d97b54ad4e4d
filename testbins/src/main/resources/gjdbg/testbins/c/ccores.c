#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct node {
    int value;
    const char *name;
    struct node *next;
};

static int calls = 7;
static pthread_barrier_t barrier;

static void *thread(void *argument) {
    char name[16];
    snprintf(name, sizeof name, "worker-%ld", (long) argument);
    pthread_setname_np(pthread_self(), name);
    pthread_barrier_wait(&barrier);
    pause();
    return argument;
}

__attribute__((noinline)) int stand(struct node *list) {
    puts("ready");
    fflush(stdout);
    char one = 0;
    if (read(0, &one, 1) == 1 && one == 'c') {
        abort();
    }
    return one + list->value;
}

__attribute__((noinline)) int deep(struct node *list, int depth) {
    struct node here = {depth, "here", list};
    int result = depth == 0 ? stand(&here) : deep(&here, depth - 1);
    calls += result;
    return result + here.value;
}

int main(void) {
    pthread_t threads[3];
    pthread_barrier_init(&barrier, NULL, 4);
    for (long i = 0; i < 3; i++) {
        pthread_create(&threads[i], NULL, thread, (void *) i);
    }
    pthread_barrier_wait(&barrier);
    usleep(20000);
    return deep(NULL, 2);
}
