// Reads where nothing is.
volatile int *nowhere;

int main(void) {
    return *nowhere;
}
