// ring.Ring, from the element on (container/ring/ring.go).
(function ({ inner }) {
  function* elements(v) {
    const first = inner(v.$value);
    let at = first;
    for (let i = 0; i < 1_000_000; i++) {
      yield [`${i}`, at.field('Value')];
      const next = at.field('next');
      if (next.js === null || next.deref().address === first.address) return;
      at = next.deref();
    }
  }

  return [['container/ring.Ring', { summary: () => 'ring.Ring', children: elements }]];
})
