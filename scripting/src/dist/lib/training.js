// What most sessions do, done once while packaging so that the AOT cache holds the classes for it.
import { target } from 'gjdbg';
import { expect } from 'gjdbg/test';

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
if (target.language === 'go') {
  const ready = target.breakpoint('main.ready');
  target.hook('main.transfer', {
    when: f => f.args.amount > 100,
    onEnter(f) { console.log(`g${f.goroutine.id} ${f.args.from.name} ${f}`); },
    onReturn(f, results) { console.log(`${results[0]}`); },
  });
  const large = target.breakpoint('main.transfer', { when: 'from.balance < amount && amount > 4000' });
  const refused = target.continue();
  for (const frame of refused.goroutine.frames()) console.log(`${frame}`, frame.args, frame.locals);
  refused.goroutine.stepOut();
  large.remove();
  const { thread } = target.continue();
  for (const frame of thread.frames()) {
    const { locals } = frame;
    for (const name of Object.keys(locals)) console.log(String(locals[name]));
  }
  const text = thread.trace({ most: Number('101'), variables: true });
  console.log(`read ${text.split(' at ').length - 1}`);
  console.log(text);
  for (const name of ['goroutines', 'scheduler', 'deadlock']) {
    console.log((await import(`gjdbg/stdlib/${name}`)).report());
  }
  ready.remove();
}
try {
  expect({ balance: 1, name: 'ann', rest: [1, 2] }).toEqual({ balance: 2, name: 'ann', rest: [1] });
} catch (e) {
  console.log(`${e}`);
}
let stop = target.continue();
while (stop.reason !== 'exit' && stop.reason !== 'killed') stop = target.continue();
console.log(`${stop}`, breakpoint.hits, stop.exitCode);
