// Errors of package errors: what they say and what they wrap.
(function ({ error }) {
  return error.types('errors');
})
