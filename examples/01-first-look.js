// A first look: stop a program in a function, see its arguments and where it came from, and let it finish.
import { target } from 'gjdbg';

target.breakpoint('main.transfer', { when: f => f.args.amount > 1000 });

const stop = target.continue();
const { from, to, amount } = stop.frame.args;
console.log(`${from.name} (${from.balance}) -> ${to.name} (${to.balance}): ${amount}`);
for (const frame of stop.goroutine.frames()) console.log(`  ${frame.function}  ${frame.file}:${frame.line}`);

target.breakpoints[0].remove();
const end = target.continue();
console.log(`the program has ended: ${end.reason}, status ${end.exitCode}`);
