// How processes ended, and names of signals (os/exec_posix.go, syscall/syscall_linux.go).
(function ({ target }) {
  // syscall's own table has the names.
  function signal(number) {
    const table = target.globals['syscall.signals'];
    return (table && number < table.length ? table[number] : '') || `signal ${number}`;
  }

  // Of an os.ProcessState, as its String method has it; takes the handle of the struct or null.
  function state(handle) {
    if (handle === null) return '<nil>';
    const status = handle.field('status').js;
    const how = status & 0x7f;
    const code = (status >> 8) & 0xff;
    let text = '';
    if (how === 0) text = `exit status ${code}`;
    else if (status === 0xffff) text = 'continued';
    else if (how === 0x7f) text = `stop signal: ${signal(code)}`;
    else text = `signal: ${signal(how)}`;
    const core = how !== 0 && how !== 0x7f && (status & 0x80) !== 0;
    return core ? `${text} (core dumped)` : text;
  }

  return { signal, state };
})
