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

  return [
    ['sync.Mutex', mutex],
    ['sync.RWMutex', rwMutex],
    ['sync.WaitGroup', waitGroup],
    ['sync.Once', v => (number(self(v), 'done') ? 'Once(done)' : 'Once(not done)')],
    ['sync.Cond', cond],
    ['sync.Map', { summary: () => 'sync.Map', children: entries }],
    ['sync.Pool', v => `Pool(of ${number(self(v), 'localSize')} Ps)`],
  ];
})
