// What the printers of Go's own packages share. A handle is what v.$value is: see Value in gjdbg.d.ts.
// load gives another such file; nanotime the runtime's clock in nanoseconds as it is now, in the machine of a live process.
(function (load, nanotime) {
  'use strict';
  const { target } = globalThis.gjdbg;
  const MOST_TEXT = 200;

  // What interfaces and pointers lead to: a handle, or null where one of them is nil.
  function inner(handle) {
    let at = handle;
    for (let i = 0; i < 16 && (at.type.kind === 'interface' || at.type.kind === 'pointer'); i++) {
      if (at.js === null) return null;
      at = at.deref();
    }
    return at;
  }

  // A field of a field …, by its path; null where a release of Go has no such field.
  function field(handle, ...names) {
    let at = handle;
    for (const name of names) {
      try {
        at = at.field(name);
      } catch (e) {
        if (e instanceof globalThis.gjdbg.NotFound) return null;
        throw e;
      }
    }
    return at;
  }

  // What a handle of a number, bool or string reads as; throws Unavailable where it can't be read, which is no false and no 0.
  function known(handle) {
    const { js } = handle;
    return typeof js === 'object' ? +js : js;
  }

  // The number in a field that was a plain one in some releases and is a struct of sync/atomic in others.
  function number(handle, name) {
    const found = field(handle, name);
    if (!found) return undefined;
    return known(found.type.kind === 'struct' ? found.field('v') : found);
  }

  // Of a sync.Mutex, or of the internal/sync.Mutex in it since Go 1.24: its lowest bits are flags, the others count who waits.
  function mutexState(handle) {
    const within = field(handle, 'mu');
    const state = number(within?.type.kind === 'struct' ? within : handle, 'state');
    const waiters = state >> 3;
    return (state & 1 ? 'locked' : 'unlocked') + (state & 4 ? ', starving' : '') + (waiters > 0 ? `, ${waiters} waiting` : '');
  }

  function quote(text, most = MOST_TEXT) {
    return text.length > most ? `${JSON.stringify(text.slice(0, most))}…${text.length - most} more` : JSON.stringify(text);
  }

  const NAMED = { 7: 'a', 8: 'b', 9: 't', 10: 'n', 11: 'v', 12: 'f', 13: 'r', 34: '"', 92: '\\' };

  // As strconv.Quote has it.
  function quoted(text) {
    const escaped = text.replace(/["\\]|[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, character => {
      const code = character.codePointAt(0);
      if (NAMED[code]) return `\\${NAMED[code]}`;
      const [letter, digits] = code < 0x80 ? ['x', 2] : code < 0x10000 ? ['u', 4] : ['U', 8];
      return `\\${letter}${code.toString(16).padStart(digits, '0')}`;
    });
    return `"${escaped}"`;
  }

  // The bytes of a []byte from one index to another, at most so many.
  function bytes(handle, from = 0, to = Infinity, most = 4096) {
    const length = Math.min(handle.js?.length ?? 0, to) - from;
    return length > 0 ? target.memory.read(handle.index(from).address, Math.min(length, most)) : new Uint8Array();
  }

  // UTF-8 as text; null where it is none.
  function text(bytes) {
    try {
      let encoded = '';
      for (const byte of bytes) encoded += byte === 0x25 || byte > 0x7e ? `%${byte.toString(16).padStart(2, '0')}` : String.fromCharCode(byte);
      return decodeURIComponent(encoded);
    } catch {
      return null;
    }
  }

  // What is in a []byte as Go's text, quoted and cut, or as hexadecimal.
  function content(handle, from, to) {
    const read = bytes(handle, from, to, MOST_TEXT);
    const length = Math.max(0, Math.min(handle.js?.length ?? 0, to ?? Infinity) - (from ?? 0));
    const more = length > read.length ? `…${length - read.length} more` : '';
    const decoded = text(read);
    return decoded === null
      ? `[${Array.from(read.slice(0, 32), byte => byte.toString(16).padStart(2, '0')).join(' ')}]${more}`
      : JSON.stringify(decoded) + more;
  }

  // An IP address of 4 or 16 bytes as text (RFC 5952).
  function address(bytes, keepMapped = false) {
    const mapped = bytes.length === 16 && bytes.slice(0, 10).every(byte => byte === 0) && bytes[10] === 255 && bytes[11] === 255;
    if (bytes.length === 4) return bytes.join('.');
    if (mapped) return (keepMapped ? '::ffff:' : '') + bytes.slice(12).join('.');
    if (bytes.length !== 16) return `?${bytes.map(byte => byte.toString(16).padStart(2, '0')).join('')}`;
    const groups = Array.from({ length: 8 }, (_, i) => ((bytes[2 * i] << 8) | bytes[2 * i + 1]).toString(16));
    const runs = groups.join(':').match(/\b0(:0\b)+/g) ?? [];
    const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), '');
    const text = groups.join(':');
    if (longest === '') return text;
    const at = text.search(new RegExp(`\\b${longest}\\b`));
    return `${text.slice(0, at).replace(/:$/, '')}::${text.slice(at + longest.length).replace(/^:/, '')}`;
  }

  // Nanoseconds from now until that reading of the runtime's clock, as a BigInt; null in a core, which does not tell when it was written.
  const until = reading => (target.state === 'core' ? null : BigInt(reading) - BigInt(Math.round(nanotime())));

  const help = { address, mutexState, inner, field, known, number, quote, quoted, bytes, text, content, until, target };
  help.process = load('gjdbg.process')(help);
  Object.assign(help, load('gjdbg.files')(help));
  help.zoneRule = load('gjdbg.zones')(help);
  help.moments = load('gjdbg.moments')(help);
  help.cookie = load('gjdbg.cookie')(help);
  help.addresses = load('gjdbg.addresses')(help);
  help.template = load('gjdbg.template')(help);
  help.furtherErrors = load('gjdbg.errors.std');
  help.error = load('gjdbg.errors')(help);
  return help;
})
