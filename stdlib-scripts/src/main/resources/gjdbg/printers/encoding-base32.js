// Errors of package encoding/base32: what they say and what they wrap.
(function ({ error }) {
  return error.types('encoding/base32');
})
