// http.Request and http.Response in a line, at the top with their headers; http.Header and Cookie; http.Server, Client and ServeMux by
// what tells them apart; errors of package net/http.
(function ({ inner, field, quote, cookie, moments, error }) {
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

  // The patterns of a ServeMux: a map by pattern up to Go 1.21, a list in 1.22 and an index since (net/http/routing_index.go).
  function routes(handle) {
    const found = new Set();
    const add = list => {
      for (const each of list ?? []) found.add(each.str);
    };
    for (const name of ['m', 'mux121']) {
      const old = field(handle, name);
      const map = old?.type.kind === 'struct' ? old.field('m') : old;
      for (const [pattern] of map?.js ?? []) found.add(pattern);
    }
    add(field(handle, 'patterns')?.js);
    const index = field(handle, 'index');
    if (index !== null) {
      add(index.field('multis').js);
      for (const [, list] of index.field('segments').js ?? []) add(list);
    }
    return [...found].sort();
  }

  function mux(v, ctx) {
    const all = routes(inner(v.$value));
    const more = all.length > ctx.limits.items ? ', …' : '';
    return `http.ServeMux(${all.length === 0 ? 'no routes' : all.slice(0, ctx.limits.items).join(', ')}${more})`;
  }

  function server(v, ctx) {
    const handler = inner(v.$value).field('Handler');
    const shown = handler.js === null ? 'http.DefaultServeMux'
      : handler.dynamicType.name === '*net/http.ServeMux' ? ctx.format(handler) : handler.dynamicType.name;
    return `http.Server(${quote(v.Addr)}, ${shown})`;
  }

  function client(v) {
    const handle = inner(v.$value);
    const transport = handle.field('Transport');
    const parts = [
      transport.js === null ? 'default transport' : transport.dynamicType.name,
      v.Timeout > 0 ? `timeout ${moments.duration(v.Timeout)}` : 'no timeout',
      handle.field('Jar').js === null ? '' : 'with cookies',
    ];
    return `http.Client(${parts.filter(Boolean).join(', ')})`;
  }

  return [
    ['net/http.Cookie', cookie],
    ['net/http.ServeMux', mux],
    ['net/http.Server', server],
    ['net/http.Client', client],
    ...error.types('net/http'),
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
