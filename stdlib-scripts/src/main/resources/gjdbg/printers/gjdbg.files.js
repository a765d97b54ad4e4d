// File descriptors, and how entries of folders read (internal/poll/fd_unix.go, io/fs/format.go).
(function ({ inner, field }) {
  const CLOSED = 1n;
  const DIRECTORY = 1 << 31;

  // Of an internal/poll.FD.
  function descriptor(fd) {
    const state = field(fd, 'fdmu', 'state');
    const number = fd.field('Sysfd').js;
    return number < 0 || (state && BigInt(state.js) & CLOSED) ? 'closed' : `fd ${number}`;
  }

  const name = (text, mode) => (mode.js & DIRECTORY ? `${text}/` : text);

  // As fs.FormatFileInfo has it.
  function info(v, ctx) {
    const handle = inner(v.$value);
    const mode = handle.field('mode');
    const time = ctx.format(handle.field('modTime')).replace('T', ' ').replace(/(:\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d).*$/, '$1');
    return `${ctx.format(mode)} ${v.size} ${time} ${name(v.name, mode)}`;
  }

  // As fs.FormatDirEntry has it.
  const named = (text, type, ctx) => `${ctx.format(type).slice(0, -9)} ${name(text, type)}`;

  return { descriptor, entry: { info, named } };
})
