// Errors of package net/url: what they say and what they wrap.
(function ({ error }) {
  return error.types('net/url');
})
