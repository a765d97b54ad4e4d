/*
 * The floor for breakpoints: a bare ptrace loop around one INT3, in C. It does what a debugger must do at a hit with a
 * false condition, and nothing else.
 *
 *   ptrace-floor lift ADDRESS LIMIT TARGET [ARG...]   lift the INT3, single-step, put it back: two stops a hit
 *   ptrace-floor stay ADDRESS LIMIT TARGET [ARG...]                  leave it in, emulate the instruction: one stop a hit
 *
 * ADDRESS is the place of the INT3, in hexadecimal, of a program that is not position independent. The condition is
 * RAX > LIMIT. "stay" can emulate `nop`, `push %rbp` and `sub $imm,%rsp` only, which is what functions begin with.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

static void die(const char *what) {
    perror(what);
    exit(2);
}

static unsigned long original;

/* Emulates the instruction under the INT3; returns its length, or 0 when it is none of those known. */
static int emulate(pid_t tid, unsigned long pc, struct user_regs_struct *regs) {
    const unsigned char *code = (const unsigned char *) &original;
    (void) pc;
    if (code[0] == 0x90) {
        return 1;
    }
    if (code[0] == 0x55) {
        regs->rsp -= 8;
        if (ptrace(PTRACE_POKEDATA, tid, regs->rsp, regs->rbp) != 0) {
            die("PTRACE_POKEDATA");
        }
        return 1;
    }
    if (code[0] == 0x48 && code[1] == 0x83 && code[2] == 0xec) {
        regs->rsp -= (signed char) code[3];
        return 4;
    }
    return 0;
}

int main(int argc, char **argv) {
    if (argc < 5) {
        fprintf(stderr, "usage: ptrace-floor lift|stay ADDRESS LIMIT TARGET [ARG...]\n");
        return 2;
    }
    int stay = strcmp(argv[1], "stay") == 0;
    unsigned long address = strtoul(argv[2], NULL, 16);
    unsigned long limit = strtoul(argv[3], NULL, 10);
    pid_t pid = fork();
    if (pid == 0) {
        ptrace(PTRACE_TRACEME, 0, 0, 0);
        execv(argv[4], argv + 4);
        die(argv[4]);
    }
    int status;
    if (waitpid(pid, &status, 0) != pid || !WIFSTOPPED(status)) {
        die("waitpid");
    }
    ptrace(PTRACE_SETOPTIONS, pid, 0, PTRACE_O_TRACECLONE | PTRACE_O_EXITKILL);
    original = ptrace(PTRACE_PEEKTEXT, pid, address, 0);
    unsigned long trap = (original & ~0xffUL) | 0xcc;
    ptrace(PTRACE_POKETEXT, pid, address, trap);
    ptrace(PTRACE_CONT, pid, 0, 0);
    unsigned long hits = 0, held = 0;
    for (;;) {
        pid_t tid = waitpid(-1, &status, __WALL);
        if (tid < 0) {
            die("waitpid");
        }
        if (WIFEXITED(status) || WIFSIGNALED(status)) {
            if (tid == pid) {
                fprintf(stderr, "%lu hits, %lu with the condition true\n", hits, held);
                return WIFEXITED(status) ? WEXITSTATUS(status) : 2;
            }
            continue;
        }
        int signal = WSTOPSIG(status);
        if (signal != SIGTRAP || status >> 16 != 0) {
            int silent = signal == SIGTRAP || signal == SIGSTOP;
            ptrace(PTRACE_CONT, tid, 0, silent ? 0 : signal);
            continue;
        }
        struct user_regs_struct regs;
        ptrace(PTRACE_GETREGS, tid, 0, &regs);
        if (regs.rip != address + 1) {
            ptrace(PTRACE_CONT, tid, 0, SIGTRAP);
            continue;
        }
        hits++;
        held += regs.rax > limit;
        regs.rip = address;
        int length = stay ? emulate(tid, address, &regs) : 0;
        if (stay && length == 0) {
            fprintf(stderr, "the instruction at %lx is none that this program emulates\n", address);
            return 2;
        }
        regs.rip += length;
        ptrace(PTRACE_SETREGS, tid, 0, &regs);
        if (!stay) {
            ptrace(PTRACE_POKETEXT, tid, address, original);
            ptrace(PTRACE_SINGLESTEP, tid, 0, 0);
            int stepped;
            while (waitpid(tid, &stepped, __WALL) == tid && WIFSTOPPED(stepped) && WSTOPSIG(stepped) != SIGTRAP) {
                /* a signal came first: hold it, as only the step is wanted; the floor need not deliver it */
                ptrace(PTRACE_SINGLESTEP, tid, 0, 0);
            }
            ptrace(PTRACE_POKETEXT, tid, address, trap);
        }
        ptrace(PTRACE_CONT, tid, 0, 0);
    }
}
