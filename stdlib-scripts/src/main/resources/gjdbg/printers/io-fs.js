// Errors of package io/fs: what they say and what they wrap.
(function ({ error }) {
  return error.types('io/fs');
})
