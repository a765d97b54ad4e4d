// Errors of package compress/flate: what they say and what they wrap.
(function ({ error }) {
  return error.types('compress/flate');
})
