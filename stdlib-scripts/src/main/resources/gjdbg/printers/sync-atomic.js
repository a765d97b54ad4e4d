// The types of sync/atomic: what they hold.
(function ({ inner, known }) {
  const value = v => `${inner(v.$value).field('v').js}`;
  return [
    [/^sync\/atomic\.(Int32|Int64|Uint32|Uint64|Uintptr)$/, value],
    ['sync/atomic.Bool', v => `${known(inner(v.$value).field('v')) !== 0}`],
    ['sync/atomic.Value', (v, ctx) => ctx.format(inner(v.$value).field('v'))],
    [/^sync\/atomic\.Pointer\[/, (v, ctx) => {
      const handle = inner(v.$value);
      const to = handle.field('v');
      if (to.js === null) return 'nil';
      return ctx.format(to.cast(`*${/\[(.*)\]$/.exec(handle.type.name)[1]}`));
    }],
  ];
})
