// reflect.Value: what it holds; reflect.Type: the type's name.
(function ({ inner, target }) {
  return [
    ['reflect.Value', (v, ctx) => {
      const handle = inner(v.$value);
      return v.typ_ === null || v.typ === null ? 'reflect.Value(invalid)' : `reflect.Value(${ctx.format(handle.deref())})`;
    }],
    ['reflect.rtype', v => target.types.at(inner(v.$value).address).name],
  ];
})
