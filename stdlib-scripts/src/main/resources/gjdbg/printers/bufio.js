// bufio.Reader and Writer: what they hold, read and not taken yet or written and not flushed, of how many bytes they can.
(function ({ inner, content }) {
  const shown = (name, v, from, to) => {
    const buffer = inner(v.$value).field('buf');
    return `bufio.${name}(${content(buffer, from, to)} of ${buffer.js?.length ?? 0})`;
  };
  return [
    ['bufio.Reader', v => shown('Reader', v, v.r, v.w)],
    ['bufio.Writer', v => shown('Writer', v, 0, v.n)],
    ['bufio.ReadWriter', (v, ctx) => `bufio.ReadWriter(${ctx.format(v.Reader)}, ${ctx.format(v.Writer)})`],
  ];
})
