// Types of what scripts for gjdbg see: the module 'gjdbg', the global of that name, and gjdbg/stdlib/*.
// Members that this version has not got throw gjdbg.Unavailable and are not declared here.

declare module 'gjdbg' {
  /**
   * A function's name, 'file.go:42', an address (number, BigInt or '*0x45f3a0'), or a pattern of function names. Names are
   * those of Go's source, 'gopkg.in/yaml.v3.Unmarshal'; as the linker escapes them, 'gopkg.in/yaml%2ev3.Unmarshal', will do.
   */
  export type Where = string | number | bigint | RegExp;

  /** An address: a number, a BigInt, or text as '0x45f3a0'. */
  export type Address = number | bigint | string;

  /** Bytes to write: text is taken as UTF-8. */
  export type Bytes = Uint8Array | number[] | string;

  /**
   * A value of the program as JavaScript: booleans, strings and numbers (BigInt past 2^53 - 1), structs as their fields,
   * nil as null, pointers as what they point at, slices and arrays as sequences, maps as GoMap, channels as GoChannel,
   * functions as GoFunc, complex numbers as { real, imag }. JSON.stringify writes a BigInt as text.
   * `v.$value` is the full handle.
   */
  export type GoValue = any;

  export type StopReason =
    | 'entry' | 'breakpoint' | 'hook' | 'watchpoint' | 'step' | 'signal' | 'panic' | 'interrupt' | 'fork' | 'exec'
    | 'syscall' | 'exit' | 'killed';

  /** Of a core, all that reads works as on a live process; what would run or change it throws a BadRequest. */
  export interface Target {
    readonly pid: number;
    readonly path: string;
    readonly args: string[];
    readonly state: 'stopped' | 'running' | 'exited' | 'detached' | 'core';
    readonly language: 'go' | 'c';
    /** As in 'go1.22.12'; null for a program that is not Go's. */
    readonly goVersion: string | null;
    /**
     * Lets the target run; returns when it stops or ends, or with reason 'interrupt' when `timeout`, in milliseconds, is over.
     */
    continue(options?: { timeout?: number }): Stop;
    /** Stops a target that runs; continue() then returns with reason 'interrupt'. */
    interrupt(): void;
    kill(): void;
    /** Takes every breakpoint out and lets the target run on by itself. */
    detach(): void;
    /** A name that matches nothing is a NotFound with the closest names. */
    breakpoint(where: Where, options?: BreakpointOptions): Breakpoint;
    readonly breakpoints: Breakpoint[];
    /** Calls the handlers at each call of the function, without stopping the other threads. */
    hook(where: Where, handlers: HookHandlers): Breakpoint;
    /** The handler's return value 'stop' stops the target. */
    on(event: 'exit', handler: (event: ExitEvent) => unknown): void;
    on(event: 'signal', handler: (event: SignalEvent) => unknown): void;
    on(event: 'stop' | 'panic' | 'thread' | 'fork' | 'exec' | 'syscall', handler: (event: TargetEvent) => unknown): void;
    /**
     * What stopped the target last: 'entry' before it first ran. Of a core: 'signal' with the signal that ended the process
     * and the thread that got it, or 'interrupt' when the core was taken of a process that lived on.
     */
    readonly stop: Stop;
    /**
     * Writes a core dump of the stopped process, for `gjdbg core`, gdb and Delve: all threads' registers, and the memory
     * that /proc/PID/coredump_filter asks for, the program's own bytes where breakpoints stand. Needs --allow-write=DIR.
     */
    dump(path: string): void;
    readonly threads: Thread[];
    /**
     * All that live, system ones included, in the order in which the runtime made their descriptors. Each is read when it is asked
     * for; the list holds until the target runs on. Unavailable in a program without debugging information.
     */
    readonly goroutines: readonly Goroutine[];
    /** As it is now; needs debugging information. */
    readonly scheduler: Scheduler;
    /**
     * The goroutines that nothing of the program that still runs can wake: what they wait on can't be reached from timers,
     * finalizers and goroutines that can go on, by way of the heap (as in the goroutine leak profile of Go 1.26) and of those
     * packages' variables that code which may still run names; or it is a lock whose likely holder is one of them. Unavailable
     * without debugging information.
     */
    stuck(): StuckGoroutines;
    /** `buildId` is the one of the GNU linker, or Go's own. */
    readonly libraries: { readonly path: string; readonly base: bigint; readonly buildId: string | null }[];
    /** Of the executable; as that of a library. */
    readonly buildId: string | null;
    /** What the program was started with; it may have set others since. Empty in a core without the stack's beginning. */
    readonly environment: { readonly [name: string]: string };
    /** The whole program as it is now, as an object that JSON.stringify takes; docs/snapshots.md tells of its members. */
    snapshot(limits?: SnapshotLimits): Snapshot;
    readonly memory: Memory;
    readonly symbols: Symbols;
    readonly types: Types;
    /** As frame.eval, in the innermost frame of the thread that stopped. */
    eval(expression: string): GoValue;
    /** The variables of the program's packages: target.globals['main.x']. */
    readonly globals: { [name: string]: GoValue };
    toString(): string;
  }

  /** How much of a program a snapshot has; docs/snapshots.md has the defaults. */
  export interface SnapshotLimits {
    frames?: number;
    allFrames?: number;
    groups?: number;
    members?: number;
    memberValues?: number;
    values?: number;
    text?: number;
    items?: number;
    depth?: number;
  }

  export interface SnapshotValue {
    name: string;
    type: string;
    value: string;
  }

  /** Addresses are text as '0xc000012340'. */
  export interface SnapshotFrame extends Place {
    pc: string;
    inlined?: true;
    args?: SnapshotValue[];
    locals?: SnapshotValue[];
    /** There were too many values to read these. */
    left?: true;
  }

  export interface SnapshotMember {
    id: number | string;
    parentId?: number | string;
    /** In milliseconds. */
    waitingSince?: number;
    waitingOn?: { kind: string; [member: string]: any };
    labels?: { [key: string]: string };
    thread?: number;
    values?: { frame: number; args: SnapshotValue[]; locals: SnapshotValue[] }[];
  }

  /** Goroutines with equal stacks. */
  export interface SnapshotGroup {
    id: number;
    count: number;
    status: string;
    waitReason: string | null;
    system: boolean;
    createdBy: Place | null;
    frames: SnapshotFrame[];
    cut: boolean;
    members: SnapshotMember[];
  }

  export interface Snapshot {
    format: 'gjdbg-snapshot';
    version: 1;
    when: string;
    of: 'process' | 'core';
    target: { pid: number; path: string; args: string[]; language: 'go' | 'c'; goVersion: string | null; buildId: string | null };
    stop: { reason: StopReason; signal: string | null; thread: number | null; goroutine: number | string | null; frame: Place | null };
    threads: { id: number; name: string; pc: string | null; goroutine: number | string | null; frames: SnapshotFrame[]; cut: boolean }[];
    goroutines: { count: number; system: number; unreadable: number; groupsLeft: number; groups: SnapshotGroup[] } | null;
    scheduler: { [member: string]: any } | null;
    modules: { path: string; base: string; buildId: string | null }[];
    environment: { name: string; value: string; masked?: true }[];
    limits: Required<SnapshotLimits>;
    problems: string[];
  }

  /** A function of the frame, or an expression in Go's syntax. One that throws stops the target and is reported. */
  export type Condition = ((frame: Frame) => unknown) | string;

  export interface BreakpointOptions {
    when?: Condition;
  }

  /** `this` in handlers that are not arrow functions is one object for each call, shared by onEnter and onReturn. */
  export interface HookHandlers {
    when?: Condition;
    /** Return 'stop' to stop the target here. */
    onEnter?(this: any, frame: Frame): unknown;
    /** At the end of the call; `results` in the order of the declaration. Return 'stop' to stop the target here. */
    onReturn?(this: any, frame: Frame, results: GoValue[]): unknown;
  }

  export interface TargetEvent {
    readonly kind: string;
    /** Null when the target has ended. */
    readonly thread: Thread | null;
    /** The signal, the exit status, the new thread's or child's id, or the system call's number. */
    readonly number: number;
    /** 'entry' or 'exit' of a system call; else ''. */
    readonly detail: string;
  }

  export interface ExitEvent extends TargetEvent {
    /** Null when a signal killed it; `number` is that signal then, negative. */
    readonly exitCode: number | null;
  }

  export interface SignalEvent extends TargetEvent {
    /** As in 'SIGUSR1'. */
    readonly signal: string;
  }

  /** Why the target stopped. Thread, goroutine and frame are null after 'exit' and 'killed': look at `reason` first. */
  export interface Stop {
    readonly reason: StopReason;
    /** The breakpoint or hook that stopped it, else null. */
    readonly breakpoint: Breakpoint;
    readonly thread: Thread;
    readonly goroutine: Goroutine;
    readonly frame: Frame;
    /** As in 'SIGSEGV'; null for other reasons than 'signal' and 'killed'. */
    readonly signal: string | null;
    /** Null for other reasons than 'exit'. */
    readonly exitCode: number | null;
    toString(): string;
  }

  export interface Breakpoint {
    readonly id: number;
    readonly where: string;
    readonly locations: Location[];
    /** How often it was hit with its condition true. */
    readonly hits: number;
    enabled: boolean;
    /** How its condition is evaluated. */
    readonly mechanism: string;
    remove(): void;
    toString(): string;
  }

  export interface Location {
    readonly address: bigint;
    readonly function: string;
    readonly file: string;
    readonly line: number;
  }

  export interface Thread {
    readonly id: number;
    readonly name: string;
    readonly registers: Registers;
    readonly frame: Frame;
    /** Innermost first. */
    frames(): Frame[];
    /** As a goroutine's. */
    trace(most?: number | StackOptions): string;
    /** Null for a thread that runs none. */
    readonly goroutine: Goroutine | null;
    /** To the next line, into calls, of what the thread runs: the goroutine in Go code. */
    step(): Stop;
    /** To the next line, over calls. */
    next(): Stop;
    /** To the caller. */
    stepOut(): Stop;
    stepInstruction(): Stop;
    toString(): string;
  }

  /** What a goroutine waits on. Members that say nothing of its kind are null. */
  export interface WaitingOn {
    readonly kind:
      | 'channel' | 'select' | 'mutex' | 'rwmutex' | 'waitgroup' | 'cond' | 'semaphore' | 'timer' | 'network';
    readonly operation: 'send' | 'receive' | 'select' | 'lock' | 'rlock' | 'wait' | 'acquire' | 'sleep' | 'read' | 'write';
    /** Of the channel (0n for a nil one), mutex, wait group, cond or semaphore. Null where the compiler did not keep it. */
    readonly address: bigint | null;
    /** Of a select, but for those with nil channels; in no order of the source. */
    readonly cases: readonly { readonly address: bigint; readonly operation: 'send' | 'receive' }[] | null;
    /** Of a wait group: how many calls of Done it waits for. */
    readonly counter: number | null;
    /** Of a timer, in milliseconds from now; null in a core. */
    readonly due: number | null;
    /** The number of a file descriptor. */
    readonly descriptor: number | null;
    /** Of a descriptor that is one, as /proc/PID/net tells; `peer` is null while it listens. Null in a core. */
    readonly socket: { readonly protocol: string; readonly local: string; readonly peer: string | null } | null;
    /** The statement that waits, outside the runtime and the packages that wait for it. */
    readonly place: Place | null;
    /**
     * Of a mutex or read-write mutex, those that are likely to hold it: by the code of a function on its stack, which has
     * locked it and got to where it stands past no unlocking. None where that can't be told, as when a helper function has
     * locked it.
     */
    readonly holders: readonly LockHolder[];
    toString(): string;
  }

  export interface LockHolder {
    /** Its id. */
    readonly goroutine: number;
    readonly certainty: 'likely';
    /** Whether it holds it for reading, with others. */
    readonly reads: boolean;
    /** Where it locked it. */
    readonly place: Place | null;
  }

  export interface StuckGoroutines {
    readonly goroutines: readonly StuckGoroutine[];
    /** Why there may be more than these; null where that is not so. */
    readonly incomplete: string | null;
  }

  export interface StuckGoroutine {
    readonly goroutine: Goroutine;
    readonly waitingOn: WaitingOn;
    /** 'likely' where it rests on who is likely to hold a lock. */
    readonly certainty: 'certain' | 'likely';
    /** The ids of those among the stuck that could wake it if they went on; its own where it waits for what it holds. */
    readonly wakers: readonly number[];
  }

  /** A line of a function. */
  export interface Place {
    readonly function: string;
    readonly file: string;
    readonly line: number;
  }

  export interface Goroutine {
    readonly id: number;
    /** In the runtime's words: 'running', 'runnable', 'waiting', 'syscall', 'preempted', 'copystack', 'leaked'. */
    readonly status: string;
    /** In the runtime's words, as in 'chan receive'; null for one that does not wait. */
    readonly waitReason: string | null;
    /**
     * For how many milliseconds it has waited, as far as the runtime knows: its collector takes the time when it first finds
     * a goroutine waiting. Null where it has not; Unavailable in a core, which does not tell when it was written.
     */
    readonly waitingSince: number | null;
    /** Null where it does not wait, or on nothing of these kinds. */
    readonly waitingOn: WaitingOn | null;
    /** Null while no thread runs it, nor a system call of its. */
    readonly thread: Thread | null;
    /** Whether it has locked itself to its thread (runtime.LockOSThread). */
    readonly locked: boolean;
    /** The goroutine that started it; null before Go 1.21, and for the first one. */
    readonly parentId: number | null;
    /** The go statement that started it; null for the first one. */
    readonly createdBy: Place | null;
    /** The function that it began with. */
    readonly entry: Place | null;
    /** Those of pprof.Do and pprof.SetGoroutineLabels. */
    readonly labels: { readonly [key: string]: string };
    /** Whether it is one of the runtime's own, which runtime.NumGoroutine leaves out. */
    readonly system: boolean;
    /** `used` is null where that is not known: of a thread on another stack, of a stripped program. In bytes. */
    readonly stack: { readonly low: bigint; readonly high: bigint; readonly size: number; readonly used: number | null };
    readonly frame: Frame;
    /** Innermost first. */
    frames(): Frame[];
    /**
     * The innermost frames as text, a line for each as in 'main.work at /src/main.go:42', and where asked its variables below
     * it; all of them unless told. Much faster than frames() where there are many goroutines.
     */
    trace(most?: number | StackOptions): string;
    /** To the next line, into calls. */
    step(): Stop;
    /** To the next line, over calls. */
    next(): Stop;
    /** To the caller. */
    stepOut(): Stop;
    toString(): string;
  }

  export interface StackOptions {
    /** How many frames; all unless told. */
    most?: number;
    /** Whether each frame's arguments and locals are told, a line for each, as in '      amount = 5000'. */
    variables?: boolean;
  }

  /** The scheduler of Go's runtime at one stop, in the runtime's own terms: Ps, which are GOMAXPROCS, and Ms, which are threads. */
  export interface Scheduler {
    readonly gomaxprocs: number;
    readonly ps: readonly SchedulerP[];
    readonly ms: readonly SchedulerM[];
    /** The runnable goroutines that wait for any P, the next one first. */
    readonly globalQueue: readonly Goroutine[];
    /** How many Ms look for work. */
    readonly spinning: number;
    readonly gc: {
      /** 'off', 'mark' or 'mark termination'. */
      readonly phase: string;
      /** Whether the world is stopped or about to be, for the collector or for something else, */
      readonly stopsTheWorld: boolean;
      /** and how many Ps have yet to stop. */
      readonly stillRunning: number;
      /** Completed ones. */
      readonly cycles: number;
    };
    toString(): string;
  }

  /** What runs Go code: an M has to have one for that. */
  export interface SchedulerP {
    readonly id: number;
    /** 'idle', 'running', 'syscall' (up to Go 1.25), 'gcstop', 'dead'. */
    readonly status: string;
    /** How many goroutines it has started to run, */
    readonly schedtick: number;
    /** and how many system calls it was in; both start again at 2 to the power of 32. */
    readonly syscalltick: number;
    /** The id of the M that has it. */
    readonly m: number | null;
    /** What that M runs. */
    readonly goroutine: Goroutine | null;
    /** What runs next, in the time slice of what runs now, */
    readonly runNext: Goroutine | null;
    /** and after that, the next one first. */
    readonly runQueue: readonly Goroutine[];
    /** Whether it is asked to give up what it runs. */
    readonly preempted: boolean;
    /** Those that have not gone off, the next one first. Read when asked for. */
    readonly timers: readonly PendingTimer[];
    toString(): string;
  }

  /** A thread of the runtime's. */
  export interface SchedulerM {
    readonly id: number;
    /** The kernel's id of it. */
    readonly threadId: number;
    /** Null where it has ended. */
    readonly thread: Thread | null;
    /** The id of the P that it has. */
    readonly p: number | null;
    readonly goroutine: Goroutine | null;
    /** The goroutine that it runs and no other (runtime.LockOSThread). */
    readonly lockedTo: Goroutine | null;
    /** Whether it looks for work, */
    readonly spinning: boolean;
    /** or waits for some. */
    readonly idle: boolean;
    /** Whether it sleeps until another one wakes it. */
    readonly blocked: boolean;
    readonly inCgo: boolean;
    toString(): string;
  }

  export interface PendingTimer {
    /** In how many milliseconds it goes off, negative where it is late; null in a core. */
    readonly due: number | null;
    /** In milliseconds; 0 for one that goes off once. */
    readonly period: number;
    /** What it calls; of time.AfterFunc, what that was given. */
    readonly function: string;
    /** The goroutine that it wakes from time.Sleep. */
    readonly goroutine: Goroutine | null;
  }

  /** A frame of a stack. It holds until the target runs on, and in a handler until the handler returns. */
  export interface Frame {
    readonly pc: bigint;
    readonly cfa: bigint;
    readonly function: string;
    readonly file: string;
    readonly line: number;
    readonly inlined: boolean;
    readonly args: { [name: string]: GoValue };
    /** In the order of their declarations; of shadowed ones only the innermost. */
    readonly locals: { [name: string]: GoValue };
    /** The full handle of a variable, or of what an expression as for eval() stands for. */
    value(expression: string): Value;
    /**
     * An expression in the syntax of the frame's source, Go's or C's, with the results that the language gives; it reads
     * only. Of Go's functions there are len, cap, min, max, real, imag, complex and those of package unsafe, and composite
     * literals of structs, arrays and slices: m[key{"a", 1}]. A package goes by its name or its whole path,
     * encoding/json.Marshal, quoted where that would divide a variable: "encoding/json".Marshal. An error shows the column.
     */
    eval(expression: string): GoValue;
    /**
     * Writes to what the expression stands for: a variable, a field, an element, what a pointer leads to. What has no
     * address, such as a map's element, is refused with the reason. Null is nil. A struct or an array is set to another
     * one, or to a literal that needs no new strings: frame.set('p', frame.value('point{1, 2}')).
     */
    set(expression: string, value: GoValue): void;
    readonly registers: Registers;
    readonly caller: Frame | null;
    readonly goroutine: Goroutine;
    readonly thread: Thread;
    /**
     * The calls that the frame has deferred and that have not begun, the one that runs first at the front. Each is a func
     * value; of a call with arguments, the code that the compiler made for it.
     */
    readonly deferred: GoValue[];
    /** As in 'main.work at /src/main.go:42'. */
    toString(): string;
  }

  /** A map of the program, as it is now; entries are read as a loop gets to them. A nil map is null. */
  export interface GoMap extends Iterable<[GoValue, GoValue]> {
    readonly size: number;
    /** Undefined where there is no such key. The entries are gone through until it is found. */
    get(key: GoKey): GoValue;
    has(key: GoKey): boolean;
    keys(): IterableIterator<GoValue>;
    values(): IterableIterator<GoValue>;
    entries(): IterableIterator<[GoValue, GoValue]>;
    forEach(handler: (value: GoValue, key: GoValue, map: GoMap) => unknown, self?: unknown): void;
    /** What JSON.stringify takes: an object, or an array of pairs where keys are no strings, numbers or booleans, or read alike. */
    toJSON(): { [key: string]: GoValue } | [GoValue, GoValue][];
    readonly $value: Value;
    toString(): string;
  }

  /**
   * A number finds a key of any type of numbers; keys that are structs, arrays or pointers by such a value of the
   * program; structs also by an object of all their fields, arrays by an array, complex numbers by { real, imag }.
   */
  export type GoKey = string | number | bigint | boolean | null | GoValue | Value;

  /** A channel of the program, as it is now. A nil channel is null. */
  export interface GoChannel {
    /** How many elements the buffer holds. */
    readonly length: number;
    readonly capacity: number;
    readonly closed: boolean;
    /** Those that were sent and not received yet, oldest first. */
    readonly buffer: GoValue[];
    /** The goroutines that wait, longest first. */
    readonly receivers: Waiter[];
    readonly senders: Waiter[];
    readonly $value: Value;
    toString(): string;
  }

  /** A func value of the program. A nil one is null. */
  export interface GoFunc {
    /** As in 'main.(*Server).Handle' and 'main.main.func1'. */
    readonly name: string;
    readonly file: string;
    readonly line: number;
    /**
     * What the closure has captured, variables by their names, and a method value's receiver as `receiver`. Go 1.23 and later record
     * where a closure keeps them; before that it is read off the closure's code, and Unavailable where that does not tell. Of
     * optimised code some may be missing.
     */
    readonly captured: { [name: string]: GoValue };
    readonly $value: Value;
    toString(): string;
  }

  export interface Waiter {
    /** The goroutine's id. */
    readonly goroutine: number;
    /** Of its runtime.g. */
    readonly address: bigint;
    /** Whether it waits in a select statement. */
    readonly selecting: boolean;
    /** What a sender sends; receivers have none. */
    readonly element?: GoValue;
  }

  /** The full handle of a value of the program. */
  export interface Value {
    readonly type: Type;
    /** For an interface, the type of the value in it. */
    readonly dynamicType: Type;
    /** Null for a value that is not in memory. */
    readonly address: bigint | null;
    readonly location: string;
    readonly bytes: Uint8Array;
    readonly readable: boolean;
    /** Why it can't be read, or null. */
    readonly error: string | null;
    readonly js: GoValue;
    field(name: string | number): Value;
    index(index: number): Value;
    /** What a pointer points at, or what an interface or a reflect.Value holds, in its own place. */
    deref(): Value;
    cast(type: string | Type): Value;
    /**
     * A number, BigInt, boolean, string, { real, imag }, null for nil, or another value. A struct can be set to an object, which
     * has some of its fields or all, an array to an array of as many elements; nothing is written unless all fits. A slice of numbers or booleans can be
     * set to an array of them, one of bytes to a Uint8Array or a text too; a byte, a rune and a char to a text of one character;
     * a pointer to a value of the type that it points at, in C a char * to a text. New text and new elements go into memory of
     * their own, where they stay as long as the process lives: at most 16 MiB at a time. What else has the old ones keeps them.
     */
    set(value: GoValue): void;
    toString(): string;
  }

  /** General registers are BigInts, xmm0 to xmm15 are 16 bytes; all can be written. */
  export interface Registers extends Iterable<[string, bigint]> {
    rax: bigint; rbx: bigint; rcx: bigint; rdx: bigint; rsi: bigint; rdi: bigint; rbp: bigint; rsp: bigint;
    r8: bigint; r9: bigint; r10: bigint; r11: bigint; r12: bigint; r13: bigint; r14: bigint; r15: bigint;
    rip: bigint; eflags: bigint;
    [name: string]: any;
    toString(): string;
  }

  export interface Memory {
    /** At most 64 MB at a time. */
    read(address: Address, length: number): Uint8Array;
    write(address: Address, bytes: Bytes): void;
    readU8(address: Address): number;
    readU16(address: Address): number;
    readU32(address: Address): number;
    readU64(address: Address): bigint;
    readPointer(address: Address): bigint;
    readCString(address: Address): string;
    /** Where the bytes are; text as '48 8b ?? c3' has ?? for any byte. In the range, or in all readable memory. */
    search(pattern: Bytes, range?: { start: Address; end: Address }): bigint[];
    readonly regions: Region[];
    toString(): string;
  }

  export interface Region {
    readonly start: bigint;
    readonly end: bigint;
    readonly size: number;
    readonly readable: boolean;
    readonly writable: boolean;
    readonly executable: boolean;
    /** '' for memory without a file. */
    readonly path: string;
  }

  export interface Symbols {
    function(name: string): FunctionSymbol;
    /** Those whose name has that part or matches; all without an argument. */
    functions(pattern?: string | RegExp): FunctionSymbol[];
    /** Null where no function is. */
    at(address: Address): { readonly function: string; readonly file: string; readonly line: number; readonly offset: number } | null;
    addressesOf(file: string, line: number): bigint[];
    files(pattern?: string | RegExp): string[];
    /** A whole function by its name, or `count` instructions from an address on. */
    disassemble(where: Where, options?: { count?: number }): Instruction[];
    toString(): string;
  }

  export interface FunctionSymbol {
    readonly name: string;
    readonly address: bigint;
    readonly size: number;
    readonly file: string;
    readonly line: number;
  }

  export interface Instruction {
    readonly address: bigint;
    readonly bytes: Uint8Array;
    readonly text: string;
  }

  export interface Types {
    /** By its full name, written as in Go's source or as in a Type's name: '[]byte', 'map[string]any', 'main.Account'. */
    get(name: string): Type;
    find(pattern: string | RegExp): Type[];
    /** The type that the runtime describes at the address, where a reflect.Type and an interface's first word lead; those made by reflect too. */
    at(descriptor: Address): Type;
    toString(): string;
  }

  export interface Type {
    readonly name: string;
    readonly kind: string;
    readonly size: number;
    readonly fields: { readonly name: string; readonly type: Type; readonly offset: number; readonly embedded: boolean }[];
    readonly element: Type | null;
    readonly key: Type | null;
    readonly length: number | null;
    /**
     * The names of the type's method set; a pointer type has those of the type it points at too. Those that the linker left
     * out are missing.
     */
    readonly methods: string[];
    toString(): string;
  }

  /** What all errors of gjdbg's are. */
  export class GjdbgError extends Error {}
  /** A file whose bytes break its format. */
  export class MalformedFile extends GjdbgError {
    readonly file: string;
    readonly section: string;
  }
  /** Memory that could not be read or written. */
  export class MemoryFault extends GjdbgError {
    readonly address: bigint;
    readonly length: number;
  }
  export class SystemCallFailed extends GjdbgError {
    readonly call: string;
    readonly errno: number;
  }
  /** A name that matches nothing. */
  export class NotFound extends GjdbgError {
    readonly kind: string;
    readonly missing: string;
    readonly closest: string[];
  }
  /** Something that exists, or that the contract has, but that can't be had here. */
  export class Unavailable extends GjdbgError {
    readonly why: string;
  }
  /** The target has ended, or was let go. */
  export class TargetGone extends GjdbgError {
    readonly status: string;
  }
  /** A call that makes no sense as it stands. */
  export class BadRequest extends GjdbgError {}

  export const target: Target;

  /** Ends the script with that exit status. */
  export function exit(status?: number): never;

  export interface FormatOptions {
    /** How deep objects within objects are shown; 3 unless told. */
    depth?: number;
    /**
     * How many elements, entries, children or members of a JavaScript object are shown; 100 unless told. Fields of structs and
     * variables of frames are all shown.
     */
    items?: number;
    /** Leaves the printers out: values read as in Go's own syntax. */
    raw?: boolean;
  }

  /** As console.log shows it. */
  export function format(value: unknown, options?: FormatOptions): string;

  /** What a printer knows of where it prints. */
  export interface PrintContext {
    readonly depth: number;
    /** What holds the value that is printed, as scripts see it; undefined at the top. */
    readonly parent: GoValue;
    readonly limits: FormatOptions;
    /** The full handle of the value that is printed, also where that is a primitive to scripts. */
    readonly handle: Value;
    /**
     * Shows a part, with the printers that there are; what holds itself ends in <cycle>. Of the value that is printed, or its
     * handle, it gives the form without this printer: that of the one registered before, or the plain one.
     */
    format(value: unknown, options?: FormatOptions): string;
  }

  /** Gives a text, or something to show instead: the value itself for the form that it has without this printer. */
  export type Printer =
    | ((value: GoValue, context: PrintContext) => unknown)
    | {
        summary?(value: GoValue, context: PrintContext): unknown;
        /** Pairs of name and value; a generator is drawn from as far as the limits go. */
        children?(value: GoValue, context: PrintContext): Iterable<[unknown, unknown]>;
      };

  /**
   * How values of a type, or of all types whose names match, are shown, also where a pointer or an interface leads to them.
   * The one registered last wins; those of Go's own types that ship with gjdbg come after a script's own. A name without type
   * arguments stands for all instances of a generic type; one that the program has no type of is told of on stderr.
   */
  export function printer(type: string | RegExp, printer: Printer): void;

  /** Files in the folders that --allow-read=DIR and --allow-write=DIR name. */
  export const fs: {
    readText(path: string): string;
    writeText(path: string, text: string): void;
  };

  /** The environment variables, with --allow-env; else empty. */
  export const env: { readonly [name: string]: string };

  const gjdbg: typeof import('gjdbg');
  export default gjdbg;
}

/** Scenarios, which the command "gjdbg test" runs, each test in a process of its own. */
declare module 'gjdbg/test' {
  import { Target, Stop, Where } from 'gjdbg';

  export interface TestOptions {
    /** The program, a path from where gjdbg is started; that of --target unless told. A test may have none. */
    target?: string;
    args?: (string | number)[];
    /** Variables on top of gjdbg's own environment. */
    env?: { [name: string]: string | number };
    /** The folder that the target runs in. */
    cwd?: string;
    /** The text that the target reads; nothing unless told. */
    stdin?: string;
    /** Milliseconds, or text as '20s', '500ms', '2m'; that of --timeout, or 30 s, unless told. Hooks count. */
    timeout?: number | string;
    /** How often it is run again when it fails; that of --retries, or 0, unless told. */
    retries?: number;
  }

  /** What a test and its hooks get. */
  export interface Test {
    readonly name: string;
    /** The program, stopped before its first instruction when the test begins. */
    readonly target: Target;
    /** What the target has written so far. */
    readonly stdout: string;
    readonly stderr: string;
    /** Lets the target run to its end, past every stop; the last one's reason is 'exit' or 'killed'. */
    finish(): Stop;
    /** Records each pass of these places from now on. */
    record(...places: Where[]): Recording;
    record(...placesAndOptions: [...Where[], { returns?: boolean }]): Recording;
    /** After finish(): the goroutines, besides the main one and the runtime's own, that were there at the target's end. */
    readonly goroutinesLeft: string[];
  }

  /** Which places were passed, in which order, and by which goroutines. */
  export interface Recording {
    readonly hits: Hit[];
    /** How often the place was passed. It is written as in record(). */
    count(place: Where): number;
    /** With `returns: true`: calls of the function that have not returned. */
    running(place: Where): number;
    toString(): string;
  }

  export interface Hit {
    readonly place: string;
    readonly function: string;
    readonly file: string;
    readonly line: number;
    /** Its number; null outside of Go. */
    readonly goroutine: number | bigint | null;
    readonly returned: boolean;
  }

  /** Async ones are waited for; a test that sets hooks and breakpoints and never resumes the target gets one continue(). */
  export type TestFunction = (t: Test) => unknown;

  export interface Register {
    (name: string, fn: TestFunction): void;
    (name: string, options: TestOptions, fn: TestFunction): void;
  }

  export interface RegisterEach {
    /**
     * A test for each row. In the name, %s %d %i %j take the row's values in turn, %# is its number, and $member a member of
     * a row that is an object.
     */
    <Row extends unknown[]>(rows: Row[]): RegisterRow<Row>;
    <Value>(values: Value[]): RegisterRow<[Value]>;
  }

  export interface RegisterRow<Row extends unknown[]> {
    (name: string, fn: (t: Test, ...row: Row) => unknown): void;
    (name: string, options: TestOptions, fn: (t: Test, ...row: Row) => unknown): void;
  }

  /** Registers a test. */
  export const test: Register & {
    /** Is listed, and not run. */
    skip: Register & { each: RegisterEach };
    /** When there are such, no others are run. */
    only: Register & { each: RegisterEach };
    /** A name for what is still to be written. */
    todo(name: string): void;
    each: RegisterEach;
  };

  export interface RegisterGroup {
    (name: string, fn: () => void): void;
    /** The options are those of all tests in it that say nothing else. */
    (name: string, options: TestOptions, fn: () => void): void;
  }

  /** A group of tests, which share its hooks and options. */
  export const describe: RegisterGroup & { skip: RegisterGroup; only: RegisterGroup };

  /** Runs before each test of the group or file, in the test's process. Outer ones come first. */
  export function beforeEach(fn: TestFunction): void;
  /** Runs after each test, failed ones too. Inner ones come first. */
  export function afterEach(fn: TestFunction): void;

  /**
   * Values of the program compare as what they are in JavaScript: structs by their fields, slices by their elements, maps
   * by their entries; a number and a BigInt are equal when they are the same integer.
   */
  export const expect: {
    (actual: unknown): Matchers & { not: Matchers };
    /** Anything but null and undefined. */
    anything(): any;
    /** As expect.any(String), expect.any(Number), expect.any(Array). */
    any(type: Function): any;
    stringContaining(part: string): any;
    stringMatching(pattern: string | RegExp): any;
    objectContaining(part: object): any;
    arrayContaining(parts: unknown[]): any;
    closeTo(expected: number | bigint, digits?: number): any;
  };

  export interface Matchers {
    /** The same primitive, the same object, or the same thing in the program's memory. */
    toBe(expected: unknown): void;
    /** Equal part by part. */
    toEqual(expected: unknown): void;
    /** At least these parts, equal. */
    toMatchObject(expected: object): void;
    /** Text with a match, or with that part. */
    toMatch(pattern: string | RegExp): void;
    /** Text with that part, or an array or set with that very element. */
    toContain(item: unknown): void;
    toContainEqual(item: unknown): void;
    toHaveLength(length: number): void;
    /** A path as 'a.b[0]' or ['a', 'b', 0]. */
    toHaveProperty(path: string | (string | number)[], expected?: unknown): void;
    toBeNull(): void;
    toBeUndefined(): void;
    toBeDefined(): void;
    toBeTruthy(): void;
    toBeFalsy(): void;
    toBeNaN(): void;
    toBeGreaterThan(bound: number | bigint): void;
    toBeGreaterThanOrEqual(bound: number | bigint): void;
    toBeLessThan(bound: number | bigint): void;
    toBeLessThanOrEqual(bound: number | bigint): void;
    /** Less than half a unit of that digit after the point away; two digits unless told. */
    toBeCloseTo(expected: number | bigint, digits?: number): void;
    toBeInstanceOf(type: Function): void;
    /** Of a function: that it throws, perhaps with that text in its message, a match, or of that class. */
    toThrow(expected?: string | RegExp | Function | Error): void;
    /** Of a recording: that the first pass of each place comes before that of the next. */
    toHaveOrder(...places: Where[]): void;
    /** Of t, after t.finish(). */
    toLeaveNoGoroutines(): void;
  }
}

declare module 'gjdbg/stdlib/trace' {
  import { Breakpoint, Where } from 'gjdbg';

  export interface TraceOptions {
    /** Which calls to show: a function of the frame, or an expression in Go's syntax. */
    when?: import('gjdbg').Condition;
    /** Where the lines go; console.log unless told. */
    print?: (line: string) => unknown;
  }

  /** Prints a line when the function is entered and one when it returns, indented by the depth of its goroutine's calls. */
  export function trace(where: Where, options?: TraceOptions): Breakpoint;
}

/** What the command "gjdbg goroutines" shows. */
declare module 'gjdbg/stdlib/goroutines' {
  import { Place } from 'gjdbg';

  export interface GoroutineFilter {
    /** Shows those of the runtime too. */
    system?: boolean;
    /** Only those with that status ('waiting') or wait reason ('chan receive'). */
    state?: string;
    /** Only those with that text in the name of a function of their stack, */
    function?: string;
    /** in the name of the function that created them, */
    creator?: string;
    /** or with that label: its key, with its value ('key=value' too) or without. */
    label?: string | [key: string, value: string];
    /** What makes a group: equal stacks unless told. 'function' is the innermost frame outside the runtime. */
    group?: 'stack' | 'function' | 'creator' | 'entry' | 'state' | 'none' | `label:${string}`;
    /** How many frames tell stacks apart and are shown; 64 unless told. */
    depth?: number;
  }

  export interface GoroutineGroup {
    count: number;
    /** Of the first ten. */
    ids: number[];
    /** What they have in common. */
    key: string | number;
    /** These four are those of the first one in the group. */
    status: string;
    waitReason: string | null;
    createdBy: Place | null;
    /** A line for each frame, innermost first. */
    stack: string[];
  }

  /** The largest group first. */
  export function groups(filter?: GoroutineFilter): GoroutineGroup[];
  /** These groups as text; of the `most` largest ones. */
  export function report(options?: GoroutineFilter & { most?: number; json?: boolean }): string;
}

/** What the command "gjdbg scheduler" shows. */
declare module 'gjdbg/stdlib/scheduler' {
  /** The scheduler as text; of the `most` next timers and first goroutines of each queue, ten unless told. */
  export function report(options?: { most?: number; json?: boolean }): string;
}

/** What the command "gjdbg deadlock" shows. */
declare module 'gjdbg/stdlib/deadlock' {
  import { Place } from 'gjdbg';

  export interface Blocked {
    id: number;
    certainty: 'certain' | 'likely';
    /** What it waits on, in words. */
    waits: string;
    place: Place | null;
    createdBy: Place | null;
    holders: { goroutine: number; place: Place | null }[];
    wakers: number[];
  }

  export interface DeadlockReport {
    /** In each, every goroutine waits for the next one, and the last for the first. */
    cycles: Blocked[][];
    /** Those that wait for one in a cycle. */
    behind: Blocked[];
    /** Those that nobody is left to wake, with equal ones together; `ids` has the first ten. */
    forever: (Blocked & { count: number; ids: number[] })[];
    /** The main goroutine where it waits in `select {}`, which many programs do to keep going. */
    mainWaits: Blocked | null;
    /** Why there may be more than these; null where that is not so. */
    incomplete: string | null;
  }

  export function analyse(): DeadlockReport;
  /** That as text. */
  export function report(options?: { json?: boolean }): string;
}

/** What the command "gjdbg leaks" shows. */
declare module 'gjdbg/stdlib/leaks' {
  import { Place } from 'gjdbg';

  /** Of a go statement. */
  export interface Site {
    createdBy: Place | null;
    count: number;
    ids: Set<number>;
    /** How many wait, */
    waiting: number;
    /** and how many of these can never go on. */
    stuck: number;
    /** For how many milliseconds the longest waits, as far as the runtime knows; null where it does not. */
    longest: number | null;
    /** How many wait where. */
    places: Map<string, number>;
  }

  export interface Look {
    /** The main goroutine and the runtime's own are left out. */
    count: number;
    sites: Map<string, Site>;
    incomplete: string | null;
  }

  export interface Change {
    createdBy: Place | null;
    before: number;
    after: number;
    /** The ids of those that were started, and of those that have ended. */
    added: number[];
    ended: number[];
    stuckBefore: number;
    stuckAfter: number;
  }

  export function look(): Look;
  /** What has changed between two looks at one process, the most that were added first. */
  export function diff(before: Look, after: Look): Change[];
  /** A look as text; with `every`, in milliseconds, two looks and what has changed. */
  export function report(options?: { every?: number; most?: number; json?: boolean }): string;
}

/** How the standard scripts word things. */
declare module 'gjdbg/stdlib/wording' {
  import { Place, WaitingOn } from 'gjdbg';

  export function at(place: Place | null): string;
  export function counted(count: number, word: string): string;
  export function hex(address: bigint): string;
  /** What a goroutine waits on, to follow "waits". */
  export function waitText(waitingOn: WaitingOn, waitReason: string | null): string;
}

declare module 'gjdbg/stdlib/snapshot' {
  import { Snapshot, SnapshotLimits } from 'gjdbg';

  /** As target.snapshot(). */
  export function snapshot(limits?: SnapshotLimits): Snapshot;
  /** As the command prints it. */
  export function text(snapshot: Snapshot, options?: { colour?: boolean; system?: boolean }): string;
}

declare module 'gjdbg/stdlib/uuid' {
  /** Shows values of the types, [16]byte and github.com/google/uuid.UUID unless told, as UUIDs. */
  export function uuid(...types: (string | RegExp)[]): void;
}

declare module 'gjdbg/stdlib/hexdump' {
  import { Address } from 'gjdbg';

  /** Memory as text: 16 bytes a line, with address, hexadecimal and ASCII. */
  export function hexdump(address: Address, length: number): string;
}

/** The same as the module 'gjdbg'. */
declare const gjdbg: typeof import('gjdbg');

interface Console {
  log(...items: unknown[]): void;
  info(...items: unknown[]): void;
  debug(...items: unknown[]): void;
  /** To stderr, as error. */
  warn(...items: unknown[]): void;
  error(...items: unknown[]): void;
  trace(...items: unknown[]): void;
}

declare var console: Console;
