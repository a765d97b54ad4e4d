// os.File, Process and ProcessState, what os.Stat and os.ReadDir give, and errors of package os (os/file_unix.go, …).
(function ({ inner, field, quote, error, process, descriptor, entry }) {
  function file(v) {
    const held = field(inner(v.$value), 'file');
    const at = held && inner(held);
    return at ? `os.File(${quote(at.field('name').js)}, ${descriptor(at.field('pfd'))})` : 'os.File(none)';
  }

  return [
    ['os.File', file],
    ['os.Process', v => `os.Process(pid ${v.Pid})`],
    ['os.ProcessState', v => process.state(inner(v.$value))],
    ['os.fileStat', (v, ctx) => entry.info(v, ctx)],
    ['os.unixDirent', (v, ctx) => entry.named(v.name, inner(v.$value).field('typ'), ctx)],
    ...error.types('os'),
  ];
})
