// reflect.Value: what it holds.
(function ({ inner }) {
  return [['reflect.Value', (v, ctx) => {
    const handle = inner(v.$value);
    return v.typ_ === null || v.typ === null ? 'reflect.Value(invalid)' : `reflect.Value(${ctx.format(handle.deref())})`;
  }]];
})
