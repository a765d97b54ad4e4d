// strings.Builder and strings.Reader.
(function ({ inner, content, quote }) {
  return [
    ['strings.Builder', v => `strings.Builder(${content(inner(v.$value).field('buf'))})`],
    ['strings.Reader', v => `strings.Reader(${quote(v.s.slice(v.i))})`],
  ];
})
