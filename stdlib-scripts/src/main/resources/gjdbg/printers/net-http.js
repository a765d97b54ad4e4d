// http.Request and http.Response in a line, at the top with their headers; http.Header (package net/http).
(function ({ inner, quote }) {
  // A line each, in the order of the names, at most so many.
  function lines(header, most) {
    const found = [];
    if (header !== null) {
      for (const [name, values] of header) {
        for (const value of values ?? []) {
          if (found.length < most) found.push([name, value]);
        }
        if (found.length === most) break;
      }
    }
    const text = found.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([name, value]) => `${name}: ${value}`);
    return found.length === most ? [...text, '…'] : text;
  }

  const withHeader = (first, v, ctx) => (ctx.depth > 0 ? first : [first, ...lines(v.Header, ctx.limits.items)].join('\n  '));

  return [
    ['net/http.Request', (v, ctx) =>
      withHeader(`${v.Method || 'GET'} ${v.URL === null ? '?' : ctx.format(v.URL)} ${v.Proto}`, v, ctx)],
    ['net/http.Response', (v, ctx) => withHeader(`${v.Proto} ${v.Status}`, v, ctx)],
    ['net/http.Header', (v, ctx) => {
      if (v === null) return 'nil';
      const text = lines(v, ctx.limits.items);
      return ctx.depth === 0 ? text.join('\n') : `Header(${text.map(line => quote(line)).join(', ')})`;
    }],
  ];
})
