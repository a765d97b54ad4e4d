// exec.Cmd as its String method has it, with the process that it became and how that ended; errors of package os/exec.
(function ({ inner, field, error, process }) {
  const isSet = at => at !== null && at.js !== null;

  function command(v) {
    const handle = inner(v.$value);
    const args = Array.from(v.Args ?? []);
    const unresolved = ['Err', 'lookPathErr'].some(name => isSet(field(handle, name)));
    const line = (unresolved ? args : [v.Path, ...args.slice(1)]).join(' ');
    const ended = handle.field('ProcessState');
    const state = isSet(ended) ? `, ${process.state(inner(ended))}` : '';
    return `exec.Cmd(${line}${v.Process === null ? '' : `, pid ${v.Process.Pid}`}${state})`;
  }

  return [['os/exec.Cmd', command], ...error.types('os/exec')];
})
