// Errors of package net/textproto: what they say and what they wrap.
(function ({ error }) {
  return error.types('net/textproto');
})
