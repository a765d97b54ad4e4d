// internal/sync.Mutex, which sync.Mutex is made of since Go 1.24.
(function ({ inner }) {
  return [['internal/sync.Mutex', v => {
    const { state } = inner(v.$value).js;
    return `Mutex(${state & 1 ? 'locked' : 'unlocked'}${state & 4 ? ', starving' : ''}${state >> 3 > 0 ? `, ${state >> 3} waiting` : ''})`;
  }]];
})
