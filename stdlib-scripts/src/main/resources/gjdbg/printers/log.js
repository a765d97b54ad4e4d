// log.Logger: what it writes before each line, which parts, and where to (log/log.go).
(function ({ inner, field, number, quote }) {
  const FLAGS = ['Ldate', 'Ltime', 'Lmicroseconds', 'Llongfile', 'Lshortfile', 'LUTC', 'Lmsgprefix'];

  // A plain string up to Go 1.20, and an atomic.Pointer to one since.
  function prefix(handle) {
    const at = handle.field('prefix');
    if (at.type.kind === 'string') return at.js;
    const to = field(at, 'v');
    return to === null || to.js === null ? '' : to.cast('*string').deref().js;
  }

  function logger(v, ctx) {
    const handle = inner(v.$value);
    const set = number(handle, 'flag');
    const flags = FLAGS.filter((_, i) => (set >> i) & 1).join('|');
    const before = prefix(handle);
    const parts = [before && `prefix ${quote(before)}`, flags, `to ${ctx.format(handle.field('out'))}`];
    return `log.Logger(${parts.filter(Boolean).join(', ')})`;
  }

  return [['log.Logger', logger]];
})
