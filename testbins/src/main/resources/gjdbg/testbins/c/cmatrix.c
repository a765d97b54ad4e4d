/*
 * Arguments, locals and globals of all kinds of C's types. It prints each expression with its value, one a line:
 * "V <expression>\t<value>", and "T <expression>\t<type>" with a type that the compiler has checked.
 */
#include <complex.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum mode { OFF, ON = 4, BOTH = -3 };
enum big { SMALL = 1, HUGE_ONE = 4000000000u };
typedef unsigned char byte;
typedef struct point { short x; int y; } point_t;
typedef int (*compare_t)(const void *, const void *);
typedef int grid_t[2][3];

struct bits {
    unsigned a : 1;
    signed b : 3;
    unsigned : 4;
    unsigned c : 24;
    uint64_t d : 37;
    int64_t e : 27;
    _Bool f : 1;
    enum mode g : 4;
};

struct packed { char c; int i; double d; } __attribute__((packed));

struct tail { int count; short items[]; };

union number { int32_t i; uint32_t u; float f; byte bytes[4]; struct { uint16_t low, high; }; };

struct outer {
    point_t at;
    struct { char tag; union { long whole; double real; }; };
    struct point path[2][2];
    const char *name;
    struct outer *next;
    volatile long double wide;
    int (*call)(int, char *);
    enum mode modes[2];
};

static int add(int n, char *text) { return n + text[0]; }
static int by_value(const void *a, const void *b) { return *(const int *)a - *(const int *)b; }

_Bool g_bool = 1;
char g_char = 'x';
signed char g_schar = -5;
byte g_byte = 250;
short g_short = -30000;
unsigned short g_ushort = 65530;
int g_int = -123456789;
unsigned g_uint = 4123456789u;
long g_long = -1234567890123L;
unsigned long g_ulong = 18446744073709551557ul;
long long g_llong = INT64_MIN;
unsigned long long g_ullong = UINT64_MAX;
float g_float = 0.1f;
double g_double = -1.0 / 3;
long double g_ldouble = 0.1L;
float complex g_fcomplex = 1.5f - 2.25f * I;
double complex g_dcomplex = -0.1 + 1e100 * I;
enum mode g_mode = BOTH;
enum big g_big = HUGE_ONE;
static const volatile int g_cv = 77;
int g_cube[2][3][4] = {{{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 10, 11, 12}}, {{13, 14, 15, 16}, {17, 18, 19, 20}, {21, 22, 23, 24}}};
grid_t g_grid = {{1, -2, 3}, {-4, 5, -6}};
char g_text[8] = "text";
struct bits g_bits = {1, -4, 0xabcdef, 0x1234567890, -67108864, 1, ON};
struct packed g_packed = {'p', -70000, 2.5};
struct tail g_tail = {3, {10, -20, 30}};
union number g_number = {.f = -1.5f};
struct outer g_outer = {{-1, 2}, {'t', {-99}}, {{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}}, "outer", NULL, 1e4000L, add, {ON, OFF}};
int (*g_call)(int, char *) = add;
int (*g_calls[3])(int, char *) = {add, NULL, add};
compare_t g_compare = by_value;
int (*g_rows)[3] = g_grid;
int *g_pointers[2] = {&g_int, NULL};
void (*(*g_nested)(int, void (*)(int)))(int) = NULL;
const char *const g_names[] = {"one", "two"};
_Atomic int g_atomic = 12;
uint64_t g_u64 = 1ull << 63;
long double g_ldoubles[] = {1, -0.0L, 3.14159265358979323846L, 18446744073709551615.0L, 1e-4940L, 1.18973149535723176502e4932L};

static void i(const char *e, long long v) { printf("V %s\t%lld\n", e, v); }
static void u(const char *e, unsigned long long v) { printf("V %s\t%llu\n", e, v); }
static void b(const char *e, _Bool v) { printf("V %s\t%s\n", e, v ? "true" : "false"); }
static void d(const char *e, double v) {
    uint64_t bits;
    memcpy(&bits, &v, 8);
    printf("V %s\t%016llx\n", e, (unsigned long long)bits);
}
static void p(const char *e, const volatile void *v) { printf("V %s\t0x%llx\n", e, (unsigned long long)v); }
/* The fewest digits that mean this very number. */
static void ld(const char *e, long double v) {
    char text[80];
    for (int digits = 1; digits <= 21; digits++) {
        snprintf(text, sizeof text, "%.*Lg", digits, v);
        if (strtold(text, NULL) == v)
            break;
    }
    printf("V %s\t%s\n", e, text);
}

#define V(e) _Generic((e), _Bool: b, char: i, signed char: i, short: i, int: i, long: i, long long: i, unsigned char: u, \
    unsigned short: u, unsigned: u, unsigned long: u, unsigned long long: u, float: d, double: d, long double: ld, default: p)(#e, e)
#define T(e, ...) \
    do { \
        _Static_assert(__builtin_types_compatible_p(__typeof__(e), __VA_ARGS__), #e); \
        printf("T %s\t%s\n", #e, #__VA_ARGS__); \
    } while (0)
#define SIZE(e) printf("V sizeof(%s)\t%zu\n", #e, sizeof(e))

/* It clobbers what calls may, so that its caller keeps nothing there. */
__attribute__((noinline, noclone)) void stop(void)
{
    __asm__ volatile("" ::: "memory", "rax", "rcx", "rdx", "rsi", "rdi", "r8", "r9", "r10", "r11", "xmm0", "xmm1", "xmm2", "xmm3");
}

__attribute__((noinline, noclone)) static void globals(void)
{
    V(g_bool); V(g_char); V(g_schar); V(g_byte); V(g_short); V(g_ushort); V(g_int); V(g_uint); V(g_long); V(g_ulong);
    V(g_llong); V(g_ullong); V(g_float); V(g_double); V(g_ldouble); V(g_mode); V(g_big); V(g_cv); V(g_u64); V(g_atomic);
    printf("V g_fcomplex\t%a %a\n", crealf(g_fcomplex), cimagf(g_fcomplex));
    printf("V g_dcomplex\t%a %a\n", creal(g_dcomplex), cimag(g_dcomplex));
    V(g_cube[0][0][0]); V(g_cube[0][2][1]); V(g_cube[1][0][3]); V(g_cube[1][2][3]); V(g_cube[1]); V(g_cube[1][1]);
    V(g_grid[0][1]); V(g_grid[1][2]); V(g_text[0]); V(g_text[3]); V(g_text[4]);
    u("g_bits.a", g_bits.a); b("g_bits.f", g_bits.f);
    i("g_bits.b", g_bits.b); u("g_bits.c", g_bits.c); u("g_bits.d", g_bits.d); i("g_bits.e", g_bits.e); i("g_bits.g", g_bits.g);
    V(g_packed.c); V(g_packed.i); V(g_packed.d);
    V(g_tail.count); V(g_tail.items[0]); V(g_tail.items[1]); V(g_tail.items[2]);
    V(g_number.i); V(g_number.u); V(g_number.f); V(g_number.bytes[3]); V(g_number.high); V(g_number.low);
    V(g_outer.at.x); V(g_outer.at.y); V(g_outer.tag); V(g_outer.whole); V(g_outer.real); V(g_outer.path[1][0].x);
    V(g_outer.path[0][1].y); V(g_outer.name); V(g_outer.name[0]); V(g_outer.next); V(g_outer.wide); V(g_outer.call);
    V(g_outer.modes[0]); V(g_outer.modes[1]);
    V(g_call); V(g_calls[0]); V(g_calls[1]); V(g_calls[2]); V(g_compare); V(g_rows); V((*g_rows)[1]); V(g_rows[1][0]);
    V(g_pointers[0]); V(g_pointers[1]); V(*g_pointers[0]); V(g_nested); V(g_names[1]); V(g_names[1][0]);
    for (unsigned n = 0; n < sizeof g_ldoubles / sizeof *g_ldoubles; n++) {
        char name[32];
        snprintf(name, sizeof name, "g_ldoubles[%u]", n);
        ld(name, g_ldoubles[n]);
    }
    SIZE(g_cube); SIZE(g_outer); SIZE(g_tail); SIZE(g_bits); SIZE(g_packed); SIZE(g_number); SIZE(g_ldouble); SIZE(g_nested);
    SIZE(g_dcomplex); SIZE(struct outer); SIZE(grid_t); SIZE(point_t); SIZE(enum mode);
    T(g_bool, _Bool); T(g_char, char); T(g_schar, signed char); T(g_byte, byte); T(g_ulong, long unsigned int);
    T(g_llong, long long int); T(g_ldouble, long double); T(g_dcomplex, complex double); T(g_mode, enum mode);
    T(g_cube, int [2][3][4]); T(g_cube[1], int [3][4]); T(g_cube[1][2], int [4]); T(g_outer, struct outer);
    T(g_outer.path, struct point [2][2]); T(g_outer.call, int (*)(int, char *)); T(g_call, int (*)(int, char *));
    T(g_calls, int (*[3])(int, char *)); T(g_rows, int (*)[3]); T(g_pointers, int *[2]); T(g_number, union number);
    T(g_compare, compare_t); T(g_grid, grid_t); T(g_names, const char *const [2]); T(g_tail.items, short int []);
    T(g_nested, void (*(*)(int, void (*)(int)))(int)); T(g_outer.name, const char *); T(g_outer.next, struct outer *);
    T(add, int (int, char *)); T(&g_call, int (**)(int, char *)); T(&g_cube, int (*)[2][3][4]); T(&g_cube[1], int (*)[3][4]);
    T(*g_rows, int [3]); T(&g_rows, int (**)[3]); T(globals, void (void));
}

__attribute__((noinline, noclone)) long arguments(_Bool a_bool, char a_char, byte a_byte, short a_short, int a_int, unsigned a_uint,
    long a_long, unsigned long a_ulong, float a_float, double a_double, long double a_ldouble, enum mode a_mode, point_t a_point,
    struct outer a_outer, struct outer *a_next, union number a_number, const char *a_text, int a_rows[][3], compare_t a_compare)
{
    register long l_sum = a_long + a_int;
    int l_const = 42;
    double l_half = a_double / 2;
    long double l_ldouble = a_ldouble / 3;
    int l_array[3] = {a_int, a_int + 1, a_int + 2};
    volatile int l_volatile = a_byte + 1;
    struct point l_point = {a_short, a_int};
    struct bits l_bits = {a_uint & 1, -1, a_uint & 0xffffff, a_ulong & 0xffffffff, -a_int, a_bool, a_mode};
    int (*l_call)(int, char *) = a_outer.call;
    char l_text[6] = "local";
    char *l_end = l_text + 5;
    int l_length = a_byte % 4 + 2;
    int l_variable[l_length];
    static int s_counter = 5;
    for (int n = 0; n < l_length; n++)
        l_variable[n] = n * a_int;
    s_counter += a_int;
    stop();
    V(a_bool); V(a_char); V(a_byte); V(a_short); V(a_int); V(a_uint); V(a_long); V(a_ulong); V(a_float); V(a_double);
    V(a_ldouble); V(a_mode); V(a_point.x); V(a_point.y); V(a_outer.at.y); V(a_outer.tag); V(a_outer.real); V(a_outer.path[1][1].y);
    V(a_outer.name[1]); V(a_outer.wide); V(a_outer.modes[0]); V(a_next); V(a_next->at.x); V(a_next->next); V(a_next->path[0][1].x);
    V(a_number.u); V(a_number.bytes[1]); V(a_text); V(a_text[2]); V(a_rows[1][1]); V(a_rows); V(a_compare); V(*a_next->name);
    V(l_sum); V(l_const); V(l_half); V(l_ldouble); V(l_array[0]); V(l_array[2]); V(l_volatile); V(l_point.x); V(l_point.y);
    u("l_bits.c", l_bits.c); i("l_bits.b", l_bits.b); u("l_bits.d", l_bits.d); i("l_bits.e", l_bits.e); i("l_bits.g", l_bits.g);
    V(l_call); V(l_text[1]); V(*l_end); V(l_end - l_text); V(l_length); V(l_variable[l_length - 1]); V(l_variable[0]); V(s_counter);
    T(a_rows, int (*)[3]); T(a_compare, compare_t); T(l_call, int (*)(int, char *)); T(l_array, int [3]);
    T(a_next, struct outer *); T(a_point, point_t); T(l_end, char *); T(&l_array, int (*)[3]);
    return l_sum + l_const + l_volatile + l_point.x;
}

int main(int argc, char **argv)
{
    struct outer mine = g_outer;
    mine.next = &g_outer;
    mine.real = 0.5;
    int rows[2][3] = {{1, 2, 3}, {4, 5, 6 * argc}};
    globals();
    long result = arguments(argc == 1, 'A', 200, -7, argc + 6, 3000000000u, -5000000000L, g_ulong, 2.5f, 1e-300, 1e-4000L, ON,
        (point_t){7, -8}, mine, &mine, g_number, argv[0] ? "argument" : "", rows, by_value);
    return result == 0 || add(1, g_text) == 0;
}
