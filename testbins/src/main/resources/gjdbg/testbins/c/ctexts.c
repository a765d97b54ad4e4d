/* Texts that a debugger sets before main prints them. */
#include <stdio.h>

struct label {
    int size;
    char name[8];
};

const char *label = "label";
char *changed = "changed";
char buffer[8] = "1234567";
struct label named = {3, "abc"};

int main(void)
{
    printf("%s|%s|%s|%d %s\n", label, changed, buffer, named.size, named.name);
    return 0;
}
