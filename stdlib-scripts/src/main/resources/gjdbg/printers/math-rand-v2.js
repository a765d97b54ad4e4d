// rand.Rand of math/rand/v2 by its source, and those short (math/rand/v2/pcg.go, chacha8.go).
(function ({ inner }) {
  const hex = number => `0x${BigInt(number).toString(16).padStart(16, '0')}`;
  return [
    ['math/rand/v2.Rand', (v, ctx) => `rand.Rand(${ctx.format(inner(v.$value).field('src'))})`],
    ['math/rand/v2.PCG', v => `PCG(${hex(v.hi)}, ${hex(v.lo)})`],
    ['math/rand/v2.ChaCha8', () => 'ChaCha8'],
    ['math/rand/v2.runtimeSource', () => "the runtime's"],
  ];
})
