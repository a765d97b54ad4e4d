// Errors of package os: what they say and what they wrap.
(function ({ error }) {
  return error.types('os');
})
