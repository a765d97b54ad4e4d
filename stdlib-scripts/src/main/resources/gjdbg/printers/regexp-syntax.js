// Errors of package regexp/syntax: what they say and what they wrap.
(function ({ error }) {
  return error.types('regexp/syntax');
})
