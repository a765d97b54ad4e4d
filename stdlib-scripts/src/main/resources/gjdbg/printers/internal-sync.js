// internal/sync.Mutex, which sync.Mutex is made of since Go 1.24.
(function ({ inner, mutexState }) {
  return [['internal/sync.Mutex', v => `Mutex(${mutexState(inner(v.$value))})`]];
})
