/*
 * The floor for a pause: seizes every thread of a process, waits until all have stopped, reads their registers, and lets
 * them go.
 *
 *   ptrace-pause PID
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ptrace.h>
#include <sys/user.h>
#include <sys/wait.h>

int main(int argc, char **argv) {
    static pid_t threads[4096];
    int count = 0;
    char path[64];
    if (argc != 2) {
        fprintf(stderr, "usage: ptrace-pause PID\n");
        return 2;
    }
    snprintf(path, sizeof path, "/proc/%s/task", argv[1]);
    DIR *tasks = opendir(path);
    if (!tasks) {
        perror(path);
        return 2;
    }
    struct dirent *entry;
    while ((entry = readdir(tasks)) && count < 4096) {
        pid_t tid = atoi(entry->d_name);
        if (tid > 0 && ptrace(PTRACE_SEIZE, tid, 0, 0) == 0) {
            ptrace(PTRACE_INTERRUPT, tid, 0, 0);
            threads[count++] = tid;
        }
    }
    for (int i = 0; i < count; i++) {
        waitpid(threads[i], 0, __WALL);
    }
    for (int i = 0; i < count; i++) {
        struct user_regs_struct registers;
        ptrace(PTRACE_GETREGS, threads[i], 0, &registers);
    }
    for (int i = 0; i < count; i++) {
        ptrace(PTRACE_DETACH, threads[i], 0, 0);
    }
    printf("stopped %d threads\n", count);
    return count == 0;
}
