// Errors of package encoding/xml: what they say and what they wrap.
(function ({ error }) {
  return error.types('encoding/xml');
})
