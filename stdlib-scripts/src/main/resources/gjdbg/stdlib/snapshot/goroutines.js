// Goroutines that stand at the same place together, as a snapshot has them.
import { Unavailable } from 'gjdbg';
import { plain } from './plain.js';

const stackGroups = globalThis[Symbol.for('gjdbg.stackGroups')];

/** Reads what tells one goroutine of a group from another. */
class Members {
  #reader;
  #left;
  #waitingSince = true;

  constructor(reader) {
    this.#reader = reader;
    this.#left = reader.limits.members;
  }

  list(goroutines, indexes) {
    const count = Math.min(indexes.length, Math.max(1, this.#left));
    this.#left -= count;
    const listed = [];
    for (let i = 0; i < count; i++) listed.push(this.#one(goroutines[indexes[i]]));
    return listed;
  }

  #one(goroutine) {
    const { id, parentId } = goroutine;
    const member = { id: this.#reader.number(id) };
    if (parentId !== null) member.parentId = this.#reader.number(parentId);
    try {
      if (this.#waitingSince) this.#addWaitingSince(member, goroutine);
      const on = goroutine.waitingOn;
      if (on !== null) member.waitingOn = plain(on);
      const { labels } = goroutine;
      for (const _ in labels) {
        member.labels = { ...labels };
        break;
      }
    } catch (e) {
      this.#reader.problem(`goroutine ${id}`, e);
    }
    return member;
  }

  #addWaitingSince(member, goroutine) {
    try {
      const since = goroutine.waitingSince;
      if (since !== null) member.waitingSince = since;
    } catch (e) {
      this.#reader.problem('since when goroutines wait', e);
      // as in a core: it is the same for all
      if (e instanceof Unavailable) this.#waitingSince = false;
    }
  }
}

function group(reader, members, goroutines, indexes, number, isCut) {
  const first = goroutines[indexes[0]];
  const what = `the stack of goroutine ${first.id}`;
  const { status, waitReason, system, createdBy } = first;
  const stack = reader.stack(what, () => first.frame, { values: true });
  const listed = members.list(goroutines, indexes);
  for (let i = 1; i < Math.min(listed.length, reader.limits.memberValues); i++) {
    const other = goroutines[indexes[i]];
    listed[i].values = reader.otherValues(`goroutine ${other.id}`, () => other.frame, stack.frames.length);
  }
  const { thread } = first;
  if (thread) listed[0].thread = thread.id;
  return {
    id: number,
    count: indexes.length,
    status,
    waitReason,
    system,
    createdBy: createdBy && reader.place(createdBy),
    frames: stack.frames,
    cut: stack.cut || isCut,
    members: listed,
  };
}

/**
 * { count, system, unreadable, left, groups }: the largest group first.
 *
 * The goroutine that stopped is read first, and system goroutines last, should the limits be reached.
 */
export function groups(reader, stopped) {
  const { goroutines, unreadable, groups: all } = stackGroups(reader.limits.frames);
  const members = new Members(reader);
  const indexesOf = all.map(({ members: bytes }) => new Int32Array(bytes.buffer));
  const order = all.map((_, i) => i).slice(0, reader.limits.groups);
  const holds = i => stopped !== null && indexesOf[i].length < 1000
    && Array.from(indexesOf[i]).some(index => reader.number(goroutines[index].id) === stopped);
  const place = order.findIndex(holds);
  if (place > 0) order.unshift(...order.splice(place, 1));
  const read = order.map(i => group(reader, members, goroutines, indexesOf[i], i, all[i].cut)).sort((a, b) => a.id - b.id);
  let system = 0;
  for (const each of read) if (each.system) system += each.count;
  return {
    count: goroutines.length,
    system,
    unreadable,
    groupsLeft: all.length - read.length,
    groups: read,
  };
}
