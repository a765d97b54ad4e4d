// sync.Mutex, RWMutex, WaitGroup, Once, Cond, Map and Pool (package sync; since Go 1.24 the first and sync.Map stand in internal/sync).
(function ({ field, inner, number, quote, mutexState, target }) {
  const MOST_READERS = 1 << 30;

  // The handle of what v is, behind pointers and interfaces.
  const self = v => inner(v.$value);

  const mutex = v => `Mutex(${mutexState(self(v))})`;

  function rwMutex(v) {
    const handle = self(v);
    const count = number(handle, 'readerCount');
    const writing = mutexState(handle.field('w')).startsWith('locked');
    const readers = count < 0 ? count + MOST_READERS : count;
    if (count >= 0) return readers > 0 ? `RWMutex(${readers} reading)` : 'RWMutex(unlocked)';
    const left = number(handle, 'readerWait');
    return left > 0
      ? `RWMutex(a writer waits for ${left} reading)`
      : `RWMutex(${writing ? 'locked for writing' : 'unlocked'}${readers > 0 ? `, ${readers} waiting to read` : ''})`;
  }

  function waitGroupState(handle) {
    const state = number(handle, 'state');
    if (state !== undefined) return BigInt(state);
    const first = handle.field('state1');
    if (first.type.kind === 'uint') return BigInt(first.js);
    // Go 1.17: three words, the state being the two that stand at a multiple of eight
    const words = Array.from(first.js, BigInt);
    const at = first.address % 8n === 0n ? 0 : 1;
    return words[at] | (words[at + 1] << 32n);
  }

  function waitGroup(v) {
    const state = waitGroupState(self(v));
    const counter = BigInt.asIntN(32, state >> 32n);
    // the highest bit of the lower half tells of testing/synctest since Go 1.25
    const waiters = state & 0x7fffffffn;
    return `WaitGroup(${counter} to be done${waiters > 0n ? `, ${waiters} waiting` : ''})`;
  }

  function cond(v) {
    const notify = self(v).field('notify');
    const waiting = (number(notify, 'wait') - number(notify, 'notify')) >>> 0;
    return `Cond(${waiting} waiting)`;
  }

  const ANY = 'interface {}';

  // The entries of a sync.Map of before Go 1.24: a map that is only read, and one with what was added since.
  function* readAndDirty(handle) {
    const read = readOnly(handle);
    const from = read && !read.field('amended').js ? read.field('m').js : handle.field('dirty').js ?? read?.field('m').js;
    for (const [key, entry] of from ?? []) {
      const pointer = inner(entry.$value).field('p');
      const address = pointer.type.kind === 'struct' ? pointer.field('v') : pointer;
      const value = address.cast(`*${ANY}`);
      if (value.js !== null || address.js !== null) {
        const expunged = target.globals['sync.expunged'];
        if (address.address !== undefined && expunged?.$value?.address === address.address) continue;
        yield [key, value.deref()];
      }
    }
  }

  function readOnly(handle) {
    const read = handle.field('read');
    const value = field(read, 'v');
    if (!value) return null;
    return value.type.kind === 'interface' ? inner(value) : value.js === null ? null : value.cast('*sync.readOnly').deref();
  }

  // The entries of a sync.Map since Go 1.24: a tree of nodes by the bits of the keys' hashes (internal/sync/hashtriemap.go).
  function* trie(handle) {
    const names = target.types.find(/^internal\/sync\.(indirect|entry|node)\[interface \{\},interface \{\}\]$/);
    const named = kind => names.find(type => type.name.includes(`.${kind}[`));
    const pointer = (handle, kind) => {
      const to = handle.field('v');
      return to.js === null ? null : to.cast(`*${named(kind).name}`).deref();
    };
    function* within(node, depth) {
      if (depth > 16) return;
      const children = node.field('children');
      for (let i = 0; i < children.type.length; i++) {
        const child = pointer(children.index(i), 'node');
        if (!child) continue;
        if (!child.field('isEntry').js) yield* within(child.cast(named('indirect').name), depth + 1);
        else {
          let entry = child.cast(named('entry').name);
          for (let more = 0; entry && more < 1000; more++, entry = pointer(entry.field('overflow'), 'entry')) {
            yield [entry.field('key'), entry.field('value')];
          }
        }
      }
    }
    const root = pointer(handle.field('root'), 'indirect');
    if (root) yield* within(root, 0);
  }

  function* entries(v) {
    const handle = self(v);
    const tree = field(handle, 'm');
    for (const [key, value] of tree ? trie(tree) : readAndDirty(handle)) {
      const plain = key?.js === undefined ? key : key.js;
      yield [typeof plain === 'string' ? quote(plain) : typeof plain === 'object' ? plain : `${plain}`, value];
    }
  }

  const MOST_LOCALS = 4096;
  const MOST_QUEUES = 64;

  // The parts of a sync.Pool, of each P what it keeps and what survived the last collection (sync/pool.go).
  function* locals(v) {
    const handle = self(v);
    for (const name of ['local', 'victim']) {
      const first = handle.field(name);
      const size = BigInt(first.js === null ? 0 : Math.min(handle.field(`${name}Size`).js, MOST_LOCALS));
      const type = size > 0n ? target.types.get('sync.poolLocal') : null;
      const start = first.js === null ? 0n : first.cast('*sync.poolLocal').deref().address;
      for (let i = 0n; i < size; i++) yield target.eval(`(*sync.poolLocal)(${start + i * BigInt(type.size)})`).$value.deref();
    }
  }

  // The queues of one such part, and the first and last number of what stands in each; the places are the numbers modulo its length.
  function* queues(local) {
    let at = inner(local.field('shared').field('head'));
    for (let i = 0; at && i < MOST_QUEUES; i++) {
      const both = BigInt(number(at, 'headTail'));
      const [head, tail] = [both >> 32n, both & 0xffffffffn];
      yield { at, tail, count: Number(BigInt.asUintN(32, head - tail)) };
      const before = at.field('prev');
      at = inner(before.type.kind === 'struct' ? before.field('v').cast(`*${at.type.name}`) : before);
    }
  }

  function pooled(v) {
    let count = 0;
    for (const local of locals(v)) {
      if (local.field('private').js !== null) count++;
      for (const queue of queues(local)) count += queue.count;
    }
    return count;
  }

  function* items(v) {
    let i = 0;
    for (const local of locals(v)) {
      if (local.field('private').js !== null) yield [`${i++}`, local.field('private')];
      for (const { at, tail, count } of queues(local)) {
        const places = at.field('vals');
        const length = places.js?.length ?? 0;
        for (let j = 0n; length > 0 && j < Math.min(count, length); j++) {
          yield [`${i++}`, places.index(Number((tail + j) % BigInt(length))).cast('interface {}')];
        }
      }
    }
  }

  return [
    ['sync.Mutex', mutex],
    ['sync.RWMutex', rwMutex],
    ['sync.WaitGroup', waitGroup],
    ['sync.Once', v => (number(self(v), 'done') ? 'Once(done)' : 'Once(not done)')],
    ['sync.Cond', cond],
    ['sync.Map', { summary: () => 'sync.Map', children: entries }],
    ['sync.Pool', { summary: v => `Pool of ${pooled(v)}`, children: v => items(v) }],
  ];
})
