// Goroutines in groups of equal stacks, the largest first: what a program of a hundred thousand of them is doing.
import { target } from 'gjdbg';

const text = frame => `${frame.function}  ${frame.file}:${frame.line}`;

function wanted(goroutine, { system = false, status, creator, label }) {
  return (system || !goroutine.system)
    && (status === undefined || goroutine.status === status || goroutine.waitReason === status)
    && (creator === undefined || (goroutine.createdBy?.function ?? '').includes(creator))
    && (label === undefined || (goroutine.labels ?? {})[label[0]] === label[1]);
}

/** Groups of goroutines that stand at the same place: { count, ids, status, waitReason, createdBy, stack }. */
export function groups(options = {}) {
  const { function: within, depth = 64 } = options;
  const byKey = new Map();
  for (const goroutine of target.goroutines) {
    if (!wanted(goroutine, options)) continue;
    const stack = [];
    for (const frame of goroutine.frames()) {
      if (stack.length === depth) break;
      stack.push(text(frame));
    }
    if (within !== undefined && !stack.some(frame => frame.includes(within))) continue;
    const { status, waitReason } = goroutine;
    const key = [status, waitReason, ...stack].join('\n');
    const group = byKey.get(key);
    if (group) {
      group.count++;
      if (group.ids.length < 10) group.ids.push(goroutine.id);
    } else {
      byKey.set(key, { count: 1, ids: [goroutine.id], status, waitReason, createdBy: goroutine.createdBy, stack });
    }
  }
  return [...byKey.values()].sort((a, b) => b.count - a.count);
}

/** Prints the groups. */
export function goroutines(options = {}) {
  const print = options.print ?? console.log;
  for (const { count, ids, status, waitReason, createdBy, stack } of groups(options)) {
    const which = ids.length < count ? `${ids.join(', ')}, …` : ids.join(', ');
    print(`${count} ${status}${waitReason ? ` (${waitReason})` : ''}: ${which}`);
    for (const frame of stack) print(`    ${frame}`);
    if (createdBy) print(`    created by ${createdBy.function}  ${createdBy.file}:${createdBy.line}`);
  }
}
