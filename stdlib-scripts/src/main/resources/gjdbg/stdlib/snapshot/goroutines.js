// Goroutines that stand at the same place together, as a snapshot has them.
import { plain } from './plain.js';

const stackGroups = globalThis[Symbol.for('gjdbg.stackGroups')];
const BATCH = 150;

// plain() for the commonest case: an object of text and addresses. What is null is left out, and the place, which a frame has.
function waiting(on) {
  const copy = {};
  for (const name in on) {
    const part = on[name];
    if (part === null || part === undefined || name === 'place' || part.length === 0) continue;
    copy[name] = typeof part === 'bigint' ? `0x${part.toString(16)}` : typeof part === 'string' ? part : plain(part);
  }
  return copy;
}

/** Reads what tells one goroutine of a group from another. */
class Members {
  #reader;
  #left;

  constructor(reader) {
    this.#reader = reader;
    this.#left = reader.limits.members;
  }

  /** At least one. */
  list({ count, members }) {
    const most = Math.min(count, Math.max(1, this.#left));
    this.#left -= most;
    const listed = [];
    for (let from = 0; from < most; from += BATCH) {
      const parts = members(from, Math.min(most, from + BATCH));
      for (let i = 0; i < parts.length; i += 6) {
        listed.push(this.#one(parts[i], parts[i + 1], parts[i + 2], parts[i + 3], parts[i + 4], parts[i + 5]));
      }
    }
    return listed;
  }

  #one(id, parentId, waitingSince, waitingOn, labels, problem) {
    const member = { id: typeof id === 'number' ? id : this.#reader.number(id) };
    if (parentId !== null) member.parentId = this.#reader.number(parentId);
    if (waitingSince !== null) member.waitingSince = waitingSince;
    if (waitingOn !== null) member.waitingOn = waiting(waitingOn);
    if (labels !== null) member.labels = labels;
    if (problem !== null) this.#reader.told(problem);
    return member;
  }
}

function group(reader, members, stacks, number) {
  const first = stacks.goroutine(0);
  const { status, waitReason, system, createdBy, thread } = first;
  const stack = reader.stack(`the stack of goroutine ${first.id}`, () => first.frame, { values: true });
  const listed = members.list(stacks);
  for (let i = 1; i < Math.min(listed.length, reader.limits.memberValues); i++) {
    const other = stacks.goroutine(i);
    const values = reader.otherValues(`goroutine ${other.id}`, () => other.frame, stack.frames.length);
    if (values.length > 0) listed[i].values = values;
  }
  if (thread !== null) listed[0].thread = thread.id;
  return {
    id: number,
    count: stacks.count,
    status,
    waitReason,
    system,
    createdBy: createdBy && reader.place(createdBy),
    frames: stack.frames,
    cut: stack.cut || stacks.cut,
    members: listed,
  };
}

/**
 * { count, system, unreadable, groupsLeft, groups }, the largest group first. The one with the goroutine that stopped is read
 * before all others, so that no limit leaves it out.
 */
export function groups(reader, stopped) {
  const { count, unreadable, groups: all } = stackGroups(reader.limits.frames);
  const holds = stacks => stopped !== null && stacks.count < BATCH
    && stacks.members(0, stacks.count).some((part, i) => i % 6 === 0 && reader.number(part) === stopped);
  const first = Math.max(0, all.findIndex(holds));
  const order = [first, ...all.keys().filter(i => i !== first)].slice(0, reader.limits.groups);
  const members = new Members(reader);
  const read = all.length === 0 ? [] : order.map(i => group(reader, members, all[i], i)).sort((a, b) => a.id - b.id);
  let system = 0;
  for (const each of read) if (each.system) system += each.count;
  return { count, system, unreadable, groupsLeft: all.length - read.length, groups: read };
}
