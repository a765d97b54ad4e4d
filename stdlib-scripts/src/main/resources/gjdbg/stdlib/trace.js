// A trace of calls: a line when a function is entered and one when it returns.
import { target, format } from 'gjdbg';

const checkOptions = globalThis[Symbol.for('gjdbg.options')];
// How many traced calls each goroutine (or thread, outside Go) is in now.
const depths = new Map();

function caller(frame) {
  const goroutine = frame.goroutine;
  return goroutine ? `g${goroutine.id}` : `t${frame.thread.id}`;
}

export function trace(where, options = {}) {
  checkOptions(options, 'a trace', ['when', 'print']);
  const { when, print = line => console.log(line) } = options;
  return target.hook(where, {
    when,
    onEnter(frame) {
      this.who = caller(frame);
      this.depth = depths.get(this.who) ?? 0;
      this.name = frame.function;
      depths.set(this.who, this.depth + 1);
      const args = Object.entries(frame.args).map(([name, value]) => `${name}=${format(value, { depth: 1 })}`);
      print(`${this.who} ${'  '.repeat(this.depth)}> ${this.name}(${args.join(', ')})`);
    },
    onReturn(frame, results) {
      depths.set(this.who, this.depth);
      print(`${this.who} ${'  '.repeat(this.depth)}< ${this.name} = ${Array.from(results, each => format(each, { depth: 1 })).join(', ')}`);
    },
  });
}
