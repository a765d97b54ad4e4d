// Which goroutines can never go on, and how they hold up one another. What that rests on: target.stuck().
import { target } from 'gjdbg';
import { at, counted, hex, waitText } from 'gjdbg/stdlib/wording';

/** Groups of goroutines of which each can get to each other one by the edges, as lists (Tarjan's algorithm, without recursion). */
function knots(edges) {
  const index = new Map(), low = new Map(), path = [], onPath = new Set(), found = [];
  for (const root of edges.keys()) {
    if (index.has(root)) continue;
    const work = [{ node: root, next: 0 }];
    while (work.length > 0) {
      const top = work.at(-1);
      const { node } = top;
      if (top.next === 0) {
        index.set(node, index.size);
        low.set(node, index.get(node));
        path.push(node);
        onPath.add(node);
      }
      const to = edges.get(node)[top.next++];
      if (to !== undefined) {
        if (!index.has(to)) work.push({ node: to, next: 0 });
        else if (onPath.has(to)) low.set(node, Math.min(low.get(node), index.get(to)));
        continue;
      }
      work.pop();
      if (work.length > 0) low.set(work.at(-1).node, Math.min(low.get(work.at(-1).node), low.get(node)));
      if (low.get(node) === index.get(node)) {
        const knot = path.splice(path.indexOf(node));
        for (const each of knot) onPath.delete(each);
        if (knot.length > 1 || edges.get(node).includes(node)) found.push(knot);
      }
    }
  }
  return found;
}

/** The shortest way from a goroutine of the knot back to itself; by way of others, if there are any. */
function cycle(knot, edges) {
  if (knot.length === 1) return knot;
  const inKnot = new Set(knot);
  let best;
  for (const start of knot.slice(0, 64)) {
    const from = new Map([[start, undefined]]);
    const queue = [start];
    for (const node of queue) {
      if (node !== start && edges.get(node).includes(start)) {
        const way = [];
        for (let each = node; each !== undefined; each = from.get(each)) way.unshift(each);
        if (!best || way.length < best.length) best = way;
        break;
      }
      for (const to of edges.get(node)) {
        if (inKnot.has(to) && !from.has(to)) {
          from.set(to, node);
          queue.push(to);
        }
      }
    }
  }
  return best;
}

// Servers end their main function so: that it never goes on is what they want.
const byDesign = ({ goroutine, waitingOn }) => goroutine.id === 1 && goroutine.waitReason === 'select (no cases)';

function described({ goroutine, waitingOn, certainty, wakers }) {
  return {
    id: goroutine.id,
    certainty,
    waits: waitText(waitingOn, goroutine.waitReason),
    place: waitingOn.place,
    createdBy: goroutine.createdBy,
    holders: waitingOn.holders.map(({ goroutine: id, place }) => ({ goroutine: id, place })),
    wakers,
  };
}

/**
 * { cycles, behind, forever, mainWaits, incomplete }: lists of goroutines that wait for one another in a circle, those that wait for one
 * in a circle, groups of those that nobody is left to wake, the main goroutine where it waits in `select {}`, and why there
 * may be more of these than was found.
 */
export function analyse() {
  const { goroutines: stuck, incomplete } = target.stuck();
  const byId = new Map(stuck.filter(each => !byDesign(each)).map(each => [each.goroutine.id, each]));
  const edges = new Map();
  for (const [id, { wakers }] of byId) edges.set(id, wakers.filter(waker => byId.has(waker)));
  const cycles = knots(edges).map(knot => cycle(knot, edges));
  const told = new Set(cycles.flat());
  const held = new Set(told);
  for (let before = -1; before !== held.size;) {
    before = held.size;
    for (const [id, to] of edges) if (to.some(each => held.has(each))) held.add(id);
  }
  const groups = new Map();
  for (const [id, each] of byId) {
    if (held.has(id)) continue;
    const { waitReason, createdBy } = each.goroutine;
    const key = `${at(each.waitingOn.place)} ${each.waitingOn.kind} ${waitReason} ${at(createdBy)} ${each.certainty}`;
    const group = groups.get(key);
    if (!group) groups.set(key, { ...described(each), count: 1, ids: [id] });
    else if (++group.count <= 10) group.ids.push(id);
  }
  const design = stuck.find(byDesign);
  return {
    cycles: cycles.map(ids => ids.map(id => described(byId.get(id)))),
    behind: [...held].filter(id => !told.has(id)).map(id => described(byId.get(id))),
    forever: [...groups.values()].sort((a, b) => b.count - a.count),
    mainWaits: design ? described(design) : null,
    incomplete,
  };
}

function* goroutineLines({ id, ids = [id], count = 1, waits, place, createdBy, holders }) {
  if (count === 1) yield `  goroutine ${id} waits ${waits}`;
  else yield `  goroutines ${ids.join(', ')}${ids.length < count ? ', …' : ''} wait; the first ${waits}`;
  yield `      in ${at(place)}`;
  for (const holder of holders) yield `      likely held by goroutine ${holder.goroutine}, which locked it in ${at(holder.place)}`;
  if (createdBy) yield `      started by ${at(createdBy)}`;
}

function* lines({ cycles, behind, forever, mainWaits, incomplete }) {
  for (const members of cycles) {
    const likely = members.some(({ certainty }) => certainty !== 'certain');
    const what = members.length === 1 ? 'a goroutine waits for itself' : `${members.length} goroutines wait for one another`;
    yield `Deadlock${likely ? ' (likely)' : ''}: ${what}`;
    for (const [i, member] of members.entries()) {
      yield* goroutineLines(member);
      yield `      for goroutine ${members[(i + 1) % members.length].id}`;
    }
    yield '';
  }
  if (behind.length > 0) {
    yield `Held up by these: ${counted(behind.length, 'goroutine')}`;
    for (const member of behind.slice(0, 20)) {
      yield* goroutineLines(member);
      yield `      for ${member.wakers.slice(0, 5).map(id => `goroutine ${id}`).join(', ')}`;
    }
    if (behind.length > 20) yield `  … and ${behind.length - 20} more`;
    yield '';
  }
  for (const group of forever) {
    const likely = group.certainty === 'certain' ? '' : ' (likely)';
    const it = group.count === 1 ? 'it waits' : 'they wait';
    yield `Never goes on${likely}: ${counted(group.count, 'goroutine')}, for nothing that still runs can reach what ${it} on`;
    yield* goroutineLines(group);
    yield '';
  }
  if (incomplete) {
    yield `There may be more: ${incomplete}`;
  } else if (cycles.length + forever.length === 0) {
    yield 'No deadlock found: each goroutine that waits can still be woken, as far as can be told.';
    yield 'What waits on a variable of a package can be woken where code that may still run names the variable.';
  }
  if (mainWaits) yield `Goroutine 1 waits in select {} for ever, which keeps the program going: ${at(mainWaits.place)}`;
}

/** What was found as text, or as JSON. */
export function report({ json = false } = {}) {
  const found = analyse();
  return json ? JSON.stringify(found, (key, value) => (typeof value === 'bigint' ? hex(value) : value), 2) : [...lines(found)].join('\n').trimEnd();
}
