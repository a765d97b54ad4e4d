// syscall.Errno with its text.
(function ({ error }) {
  return [['syscall.Errno', v => `syscall.Errno(${v}: ${error.errno(v)})`]];
})
