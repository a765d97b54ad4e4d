// What most sessions do, done once while packaging so that the AOT cache holds the classes for it.
import { target } from 'gjdbg';

console.log(`${target.path} ${target.pid}`, { args: target.args, state: target.state });
const registers = target.threads[0].registers;
const here = registers.rip;
console.log(target.memory.read(here, 16));
for (const frame of target.threads[0].frames()) console.log(`${frame}`);
const breakpoint = target.breakpoint(here, { when: f => f.pc === 0 });
target.on('exit', () => console.log('exit'));
try {
  target.breakpoint('no.such.function');
} catch (e) {
  console.log(`${e}`);
}
const stop = target.continue();
console.log(`${stop}`, breakpoint.hits, stop.exitCode);
