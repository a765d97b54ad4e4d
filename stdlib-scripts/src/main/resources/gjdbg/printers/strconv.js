// Errors of package strconv: what they say and what they wrap.
(function ({ error }) {
  return error.types('strconv');
})
