#include <stdio.h>

struct point {
    int x, y;
};

static int area(struct point *p) {
    int product = p->x * p->y;
    return product;
}

int main(void) {
    struct point p = {6, 7};
    printf("area %d\n", area(&p));
    return 5;
}
