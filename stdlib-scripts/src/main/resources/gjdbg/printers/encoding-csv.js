// Errors of package encoding/csv: what they say and what they wrap.
(function ({ error }) {
  return error.types('encoding/csv');
})
