// What the AOT cache is trained with: touches most of what scripts use, on any program.
import { target } from 'gjdbg';

const go = target.language === 'go';
const shown = [target.pid, target.path, target.args, target.state, target.language];
if (go) target.hook('main.transfer', { when: f => f.args.amount > 100, onEnter(f) { shown.push(f.args.from.name, `${f}`); }, onReturn(f, results) { shown.push(`${results[0]}`); } });
const breakpoint = target.breakpoint(go ? 'main.settle' : 'exit');
const stop = target.continue();
shown.push(`${stop}`, stop.reason);
if (stop.reason === 'breakpoint') {
  const { thread, frame } = stop;
  for (const f of thread.frames()) shown.push(`${f}`, f.line, f.file);
  const registers = thread.registers;
  shown.push(registers.rip, registers.rsp, target.memory.read(registers.rsp, 16), target.memory.readU64(registers.rsp));
  shown.push(`${target.symbols.at(registers.rip)}`, breakpoint.locations, breakpoint.hits);
  if (go) {
    shown.push(frame.args, stop.goroutine.id, frame.eval('len(orders)'));
    stop.goroutine.next();
    for (const f of stop.goroutine.frames()) shown.push(`${f}`);
  }
  breakpoint.remove();
}
console.log(`${shown.length} things looked at`);
const end = target.continue();
console.log(`${end}`);
