// Goroutines in groups, the largest first: what a program of a hundred thousand of them is doing.
import { target, BadRequest } from 'gjdbg';
import { at, counted } from 'gjdbg/stdlib/wording';

const checkOptions = globalThis[Symbol.for('gjdbg.options')];
const OPTIONS = ['system', 'state', 'function', 'creator', 'label', 'group', 'depth', 'most', 'json'];

/** A label to look for, as ['key', 'value'], 'key=value' or 'key'. */
function labelTest(label) {
  if (label === undefined) return () => true;
  const [key, value] = Array.isArray(label) ? label : label.split(/=(.*)/s);
  return labels => Object.hasOwn(labels, key) && (value === undefined || labels[key] === value);
}

function filter({ system = false, state, creator, label }) {
  const labelled = labelTest(label);
  return goroutine => (system || !goroutine.system)
    && (state === undefined || goroutine.status === state || goroutine.waitReason === state)
    && (creator === undefined || (goroutine.createdBy?.function ?? '').includes(creator))
    && (label === undefined || labelled(goroutine.labels));
}

const stackOf = (goroutine, depth) => goroutine.trace(depth).split('\n');

/** The innermost frame of the program's own, or of what it called outside the runtime. */
const outsideRuntime = stack => stack.find(frame => !/^(runtime|internal|sync|syscall|time)[./]/.test(frame)) ?? stack[0];

function keyOf(goroutine, by, stack) {
  const state = `${goroutine.status} ${goroutine.waitReason ?? ''}`;
  switch (by) {
    case 'stack': return [state, ...stack].join('\n');
    case 'function': return outsideRuntime(stack);
    case 'creator': return at(goroutine.createdBy);
    case 'entry': return at(goroutine.entry);
    case 'state': return state;
    case 'none': return goroutine.id;
    default:
      if (by.startsWith('label:')) return goroutine.labels[by.slice(6)] ?? '(none)';
      throw new BadRequest(`goroutines can't be grouped by '${by}'; it has to be stack, function, creator, entry, state, label:KEY or none`);
  }
}

/** Groups of goroutines: { count, ids, key, status, waitReason, createdBy, stack }, those three of the first one in it. */
export function groups(options = {}) {
  checkOptions(options, 'groups()', OPTIONS);
  const { function: within, depth = 64, group: by = 'stack' } = options;
  const wanted = filter(options);
  const byKey = new Map();
  for (const goroutine of target.goroutines) {
    if (!wanted(goroutine)) continue;
    const stack = within !== undefined || by === 'stack' || by === 'function' ? stackOf(goroutine, depth) : undefined;
    if (within !== undefined && !stack.some(frame => frame.split(' at ')[0].includes(within))) continue;
    const key = keyOf(goroutine, by, stack);
    const group = byKey.get(key);
    if (group) {
      group.count++;
      if (group.ids.length < 10) group.ids.push(goroutine.id);
    } else {
      const { id, status, waitReason, createdBy } = goroutine;
      byKey.set(key, { count: 1, ids: [id], key, status, waitReason, createdBy, stack: stack ?? stackOf(goroutine, depth) });
    }
  }
  return [...byKey.values()].sort((a, b) => b.count - a.count);
}

function* lines(all, { group: by = 'stack', most = Infinity }) {
  const total = all.reduce((sum, { count }) => sum + count, 0);
  yield by === 'none' ? counted(total, 'goroutine') : `${counted(total, 'goroutine')} in ${counted(all.length, 'group')}`;
  for (const { count, ids, key, status, waitReason, createdBy, stack } of all.slice(0, most)) {
    const which = ids.length < count ? `${ids.join(', ')}, …` : ids.join(', ');
    const state = `${status}${waitReason ? ` (${waitReason})` : ''}`;
    if (by === 'stack' || by === 'none') {
      yield `${count} ${state}: ${which}`;
      for (const frame of stack) yield `    ${frame}`;
      if (createdBy) yield `    created by ${at(createdBy)}`;
    } else {
      yield `${count} ${key}: ${which}`;
    }
  }
  if (all.length > most) yield `… and ${counted(all.length - most, 'group')} more`;
}

/** The groups as text, or as JSON. */
export function report(options = {}) {
  const all = groups(options);
  return options.json
    ? JSON.stringify({ groups: all.slice(0, options.most) }, null, 2)
    : [...lines(all, options)].join('\n');
}
