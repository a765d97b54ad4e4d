// bufio.Reader and Writer: what they hold, read and not taken yet or written and not flushed, of how many bytes they can.
// bufio.Scanner: the token that it is at and what is read beyond it.
(function ({ inner, content, error }) {
  const shown = (name, v, from, to) => {
    const buffer = inner(v.$value).field('buf');
    return `bufio.${name}(${content(buffer, from, to)} of ${buffer.js?.length ?? 0})`;
  };

  function scanner(v) {
    const handle = inner(v.$value);
    const err = handle.field('err');
    const why = err.js === null ? '' : error.message(err);
    const rest = v.end > v.start ? `${content(handle.field('buf'), v.start, v.end)} to come` : '';
    const without = !v.scanCalled ? 'not begun' : v.done || why === 'EOF' && !rest ? 'done' : 'no token';
    const parts = [v.token === null ? without : `at ${content(handle.field('token'))}`, rest, why === 'EOF' ? '' : why];
    return `bufio.Scanner(${parts.filter(Boolean).join(', ')})`;
  }

  return [
    ['bufio.Reader', v => shown('Reader', v, v.r, v.w)],
    ['bufio.Writer', v => shown('Writer', v, 0, v.n)],
    ['bufio.ReadWriter', (v, ctx) => `bufio.ReadWriter(${ctx.format(v.Reader)}, ${ctx.format(v.Writer)})`],
    ['bufio.Scanner', scanner],
  ];
})
