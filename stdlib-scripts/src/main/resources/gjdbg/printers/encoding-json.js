// Errors of package encoding/json: what they say and what they wrap.
(function ({ error }) {
  return error.types('encoding/json');
})
