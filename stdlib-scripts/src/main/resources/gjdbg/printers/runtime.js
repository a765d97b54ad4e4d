// Errors of package runtime: what they say and what they wrap.
(function ({ error }) {
  return error.types('runtime');
})
