// syscall.Errno with its text, and syscall.Signal.
(function ({ error }) {
  return [
    ['syscall.Errno', v => `syscall.Errno(${v}: ${error.errno(v)})`],
    ['syscall.Signal', v => `syscall.Signal(${v})`],
  ];
})
