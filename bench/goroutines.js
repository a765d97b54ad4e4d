// The row of goroutines: print each with its whole stack.
import { target } from 'gjdbg';

target.breakpoint('main.ready');
target.continue();
let lines = [];
for (const goroutine of target.goroutines) {
  lines.push(`${goroutine}`, goroutine.trace());
  if (lines.length > 1000) {
    console.log(lines.join('\n'));
    lines = [];
  }
}
console.log(lines.join('\n'));
