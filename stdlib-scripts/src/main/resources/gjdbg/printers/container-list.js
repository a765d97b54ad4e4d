// list.List and its elements (container/list/list.go).
(function ({ inner }) {
  function* elements(v) {
    const root = inner(v.$value).field('root');
    let at = root.field('next');
    for (let i = 0; i < v.len && at.js !== null && at.deref().address !== root.address; i++) {
      yield [`${i}`, at.deref().field('Value')];
      at = at.deref().field('next');
    }
  }

  return [
    ['container/list.List', { summary: v => `list.List of ${v.len}`, children: elements }],
    ['container/list.Element', (v, ctx) => `list.Element(${ctx.format(inner(v.$value).field('Value'))})`],
  ];
})
