// rand.Rand by the kind of its source, and those by where they are in their sequence, without all of the state (math/rand/rng.go).
(function ({ inner }) {
  const source = handle => handle.field('src').dynamicType?.name.replace(/^\*/, '') ?? 'no source';
  return [
    ['math/rand.Rand', v => `rand.Rand(${source(inner(v.$value))})`],
    ['math/rand.rngSource', v => `rand.rngSource(tap ${v.tap}, feed ${v.feed})`],
  ];
})
