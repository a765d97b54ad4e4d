// http.Request and http.Response in a line (package net/http).
(function () {
  return [
    ['net/http.Request', (v, ctx) => `${v.Method || 'GET'} ${v.URL === null ? '?' : ctx.format(v.URL)} ${v.Proto}`],
    ['net/http.Response', v => `${v.Proto} ${v.Status}`],
  ];
})
