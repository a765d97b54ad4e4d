// Errors of package fmt: what they say and what they wrap.
(function ({ error }) {
  return error.types('fmt');
})
