// strings.Builder, strings.Reader and strings.Replacer.
(function ({ inner, bytes, text, content, quote }) {
  const MOST_PAIRS = 32;
  const pair = (from, to) => `${quote(from)} -> ${quote(to)}`;
  const character = code => String.fromCharCode(code);

  // The pairs of a Replacer: as it was given them, or, once it was used, as it keeps them (strings/replace.go).
  function pairs(handle) {
    const given = handle.field('oldnew').js;
    if (given !== null) return Array.from({ length: Math.min(given.length / 2, MOST_PAIRS) }, (_, i) => pair(given[2 * i], given[2 * i + 1]));
    const used = inner(handle.field('r'));
    switch (used?.type.name) {
      case 'strings.byteReplacer':
        return Array.from(used.js).flatMap((to, from) => (to === from ? [] : [pair(character(from), character(to))]));
      case 'strings.byteStringReplacer': {
        const places = used.field('replacements');
        return Array.from({ length: 256 }, (_, from) => from).flatMap(from => {
          const to = places.index(from);
          return to.js === null ? [] : [`${quote(character(from))} -> ${content(to)}`];
        });
      }
      case 'strings.singleStringReplacer':
        return [pair(inner(used.field('finder')).field('pattern').js, used.field('value').js)];
      case undefined:
        return [];
      default:
        return ['…'];
    }
  }

  return [
    ['strings.Builder', v => `strings.Builder(${content(inner(v.$value).field('buf'))})`],
    ['strings.Reader', v => `strings.Reader(${quote(v.s.slice(v.i))})`],
    ['strings.Replacer', v => `strings.Replacer(${pairs(inner(v.$value)).slice(0, MOST_PAIRS).join(', ')})`],
  ];
})
