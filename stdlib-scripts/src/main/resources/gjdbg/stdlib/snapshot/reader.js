// Reads frames and values within the limits of one snapshot. What can't be read is named among its problems, and null.
import { format, TargetGone } from 'gjdbg';
import { cut, plain } from './plain.js';

/** What target.snapshot(options) can be told, and what holds unless it is. */
export const LIMITS = {
  /** frames of a stack, */
  frames: 100,
  /** and of all stacks together; past that, only the innermost eight of each, */
  allFrames: 200_000,
  /** groups of goroutines, */
  groups: 10_000,
  /** goroutines that are listed one by one, */
  members: 200_000,
  /** goroutines of a group whose variables are read, */
  memberValues: 3,
  /** variables in all, */
  values: 10_000,
  /** characters of a value's text, */
  text: 300,
  /** elements of one value, */
  items: 10,
  /** values within values. */
  depth: 2,
};

const MOST_PROBLEMS = 100;
const FRAMES_PAST_LIMIT = 8;
// By function or, as time.Sleep, by file: their variables are the runtime's own business.
const RUNTIME = /^(runtime|internal\/runtime\/\w+|runtime\/internal\/\w+)\./;
const RUNTIME_FILES = /(^|\/src\/)runtime\/[^/]+$/;

export class Reader {
  problems = [];
  #frames;
  #values;

  constructor(limits) {
    this.limits = limits;
    this.#frames = limits.allFrames;
    this.#values = limits.values;
  }

  problem(what, error) {
    if (error instanceof TargetGone || !(error instanceof Error)) throw error;
    this.told(`${what}: ${error.message}`);
    return null;
  }

  told(text) {
    if (this.problems.length < MOST_PROBLEMS && !this.problems.includes(text)) this.problems.push(text);
  }

  optional(what, read) {
    try {
      return read();
    } catch (e) {
      return this.problem(what, e);
    }
  }

  /** An id; a corrupt one may be too large for a number. */
  number(id) {
    return typeof id === 'bigint' ? id.toString() : id;
  }

  place({ function: name, file, line }) {
    return { function: name, file, line };
  }

  /** { frames, cut } from the innermost frame outwards. */
  stack(what, innermost, { values }) {
    const most = this.#frames > 0 ? this.limits.frames : Math.min(this.limits.frames, FRAMES_PAST_LIMIT);
    const frames = [];
    const isCut = this.optional(what, () => {
      let frame = innermost();
      for (; frame !== null && frames.length < most; frame = frame.caller) frames.push(this.#frame(what, frame, values));
      return frame !== null;
    });
    this.#frames -= frames.length;
    return { frames, cut: isCut ?? true };
  }

  #frame(what, frame, values) {
    const shown = { ...this.place(frame), pc: plain(frame.pc) };
    if (frame.inlined) shown.inlined = true;
    return values ? { ...shown, ...this.#variables(what, frame) } : shown;
  }

  /** Of one goroutine more that stands at these places: [{ frame, args, locals }], frame being the index. */
  otherValues(what, innermost, most) {
    const all = [];
    this.optional(what, () => {
      let index = 0;
      for (let frame = innermost(); frame !== null && index < most; frame = frame.caller, index++) {
        const { args = [], locals = [] } = this.#variables(what, frame);
        if (args.length > 0 || locals.length > 0) all.push({ frame: index, args, locals });
      }
    });
    return all;
  }

  #variables(what, frame) {
    if (RUNTIME.test(frame.function) || RUNTIME_FILES.test(frame.file)) return {};
    if (this.#values <= 0) return { left: true };
    const read = names => names.map(name => this.#variable(frame, name));
    const of = `the variables of ${frame.function} (${what})`;
    const args = this.optional(of, () => read(Object.keys(frame.args)));
    const locals = args && this.optional(of, () => read(Object.keys(frame.locals)));
    return locals ? { args, locals } : {};
  }

  #variable(frame, name) {
    const handle = frame.value(name);
    this.#values--;
    const { depth, items } = this.limits;
    return { name, type: handle.type.name, value: cut(format(handle, { depth, items }), this.limits.text) };
  }
}
