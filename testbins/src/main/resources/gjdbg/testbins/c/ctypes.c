/* Types of C: unions, bit-fields, enums, qualifiers, members without a name. It prints what it holds: name=value. */
#include <stdint.h>
#include <stdio.h>

enum colour { RED, GREEN = 5, BLUE = -1 };

struct flags {
    unsigned a : 3;
    signed b : 5;
    unsigned c : 20;
    unsigned long long d : 40;
    unsigned char e;
    signed char f : 2;
};

struct shape {
    int kind;
    union {
        int side;
        float radius;
    };
    union {
        long wide;
        struct {
            short x, y;
        };
    };
    const enum colour colour;
    volatile const char *name;
};

union number {
    int32_t i;
    float f;
    unsigned char bytes[4];
};

struct flags flags = {5, -7, 0xabcde, 0x123456789aull, 200, -2};
struct shape circle = {3, {42}, {.x = -4, .y = 9}, GREEN, "name"};
struct shape *shape = &circle;
union number number = {.f = 1.5f};
int seven = 7;
const int *const numbers = &seven;
enum colour colour = GREEN;
int matrix[2][3] = {{1, 2, 3}, {4, 5, 6}};

int main(void)
{
    printf("flags.a=%u\nflags.b=%d\nflags.c=%u\nflags.d=%llu\nflags.e=%u\nflags.f=%d\n", flags.a, flags.b, flags.c,
           (unsigned long long)flags.d, flags.e, flags.f);
    printf("shape->kind=%d\nshape->side=%d\nshape->x=%d\nshape->y=%d\n", shape->kind, shape->side, shape->x, shape->y);
    printf("number.i=%d\nnumber.bytes[3]=%u\n*numbers=%d\nmatrix[1][2]=%d\n", number.i, number.bytes[3], *numbers, matrix[1][2]);
    return shape->kind + colour == 0;
}
