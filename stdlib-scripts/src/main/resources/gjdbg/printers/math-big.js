// big.Int, Rat and Float (package math/big).
(function ({ inner }) {
  const WORD = 64n;
  const MOST_WORDS = 1024; // longer ones take long to turn into digits, and may be a wild length

  function natural(words) {
    if (words?.length > MOST_WORDS) throw new RangeError(`${words.length} words, more than ${MOST_WORDS}`);
    let value = 0n;
    for (let i = (words?.length ?? 0) - 1; i >= 0; i--) value = (value << WORD) | BigInt(words[i]);
    return value;
  }

  const integer = v => (v.neg ? -natural(v.abs) : natural(v.abs));

  // The nearest number of JavaScript's, with ten digits as Go's String has them.
  function float(v) {
    const sign = v.neg ? '-' : '';
    if (v.form === 0) return `${sign}0`;
    if (v.form === 2) return `${sign || '+'}Inf`;
    const digits = natural(v.mant);
    const shift = v.exp - 64 * v.mant.length;
    // keeping 53 bits of what may be thousands
    const extra = Math.max(0, digits.toString(2).length - 53);
    const number = Number(digits >> BigInt(extra)) * 2 ** (shift + extra);
    // below that a double has lost digits
    if (!Number.isFinite(number) || number < 2 ** -1022) return `${sign}0x.${digits.toString(16)}p${v.exp}`;
    const [mantissa, exponent] = number.toExponential(9).split('e');
    const trimmed = mantissa.replace(/\.?0+$/, '');
    // as %.10g: an exponent of at least two digits, below 1e-4 and from 1e10 on
    if (exponent < -4 || exponent >= 10) return `${sign}${trimmed}e${exponent.replace(/^([+-])(\d)$/, '$10$2')}`;
    const text = number.toPrecision(10);
    return sign + (text.includes('.') ? text.replace(/\.?0+$/, '') : text);
  }

  return [
    ['math/big.Int', v => `${integer(v)}`],
    ['math/big.Rat', v => `${integer(v.a)}/${v.b.abs === null || v.b.abs.length === 0 ? 1 : integer(v.b)}`],
    ['math/big.Float', float],
  ];
})
