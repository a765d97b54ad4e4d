#include <stdio.h>
#include <stdlib.h>

struct node {
    int value;
    struct node *next;
};

static inline __attribute__((always_inline)) int twice(int n) {
    volatile int doubled = n * 2; // in twice
    return doubled;
}

static inline __attribute__((always_inline)) int quadruple(int n) {
    int once = twice(n); // in quadruple
    return twice(once);
}

__attribute__((noinline)) int sum(struct node *list) {
    int total = 0;
    for (struct node *at = list; at; at = at->next) {
        total += quadruple(at->value); // in sum
    }
    return total;
}

__attribute__((noinline)) struct node *push(struct node *list, int value) {
    struct node *first = malloc(sizeof *first); // in push
    first->value = value;
    first->next = list;
    return first;
}

__attribute__((noinline)) int factorial(int n) { return n < 2 ? 1 : n * factorial(n - 1); }

int main(int argc, char **argv) {
    struct node *list = NULL;
    for (int i = 0; i < argc + 4; i++) {
        list = push(list, i);
    }
    printf("sum %d, factorial %d\n", sum(list), factorial(argc + 3));
    return 0;
}
