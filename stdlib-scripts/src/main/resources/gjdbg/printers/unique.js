// unique.Handle: the value that it stands for (unique/handle.go).
(function ({ inner }) {
  return [[/^unique\.Handle\[/, (v, ctx) => {
    const value = inner(v.$value).field('value');
    return value.js === null ? 'unique.Handle(none)' : `unique.Handle(${ctx.format(value.deref())})`;
  }]];
})
