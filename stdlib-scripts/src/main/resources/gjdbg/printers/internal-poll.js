// Errors of package internal/poll, which those of package net wrap.
(function ({ error }) {
  return error.types('internal/poll');
})
