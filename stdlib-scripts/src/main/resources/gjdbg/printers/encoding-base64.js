// Errors of package encoding/base64: what they say and what they wrap.
(function ({ error }) {
  return error.types('encoding/base64');
})
