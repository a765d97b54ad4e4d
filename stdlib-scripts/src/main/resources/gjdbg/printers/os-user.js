// Errors of package os/user: what they say and what they wrap.
(function ({ error }) {
  return error.types('os/user');
})
