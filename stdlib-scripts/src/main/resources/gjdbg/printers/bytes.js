// bytes.Buffer and bytes.Reader: what has not been read yet.
(function ({ inner, content }) {
  return [
    ['bytes.Buffer', v => `bytes.Buffer(${content(inner(v.$value).field('buf'), v.off)})`],
    ['bytes.Reader', v => `bytes.Reader(${content(inner(v.$value).field('s'), v.i)})`],
  ];
})
