// A trace of a function: each call with its arguments, its results and how long it took.
import { target } from 'gjdbg';

let calls = 0;
target.hook('main.transfer', {
  onEnter(f) {
    this.text = `${f.args.from.name} -> ${f.args.to.name} ${f.args.amount}`;
    this.start = Date.now();
  },
  onReturn(f, results) {
    calls++;
    const took = Date.now() - this.start;
    console.log(`#${calls} g${f.goroutine.id} ${this.text} = ${results[0] === null ? 'ok' : 'refused'} (${took < 1000 ? 'fast' : took + ' ms'})`);
  },
});
console.log('status', target.continue().exitCode);
