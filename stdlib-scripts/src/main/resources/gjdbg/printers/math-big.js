// big.Int, Rat and Float (package math/big).
(function ({ inner }) {
  const WORD = 64n;
  const MOST_WORDS = 1024; // longer ones take long to turn into digits, and may be a wild length
  const MOST_SHIFT = 32768; // as for these: more than all that float64 has

  function natural(words) {
    if (words?.length > MOST_WORDS) throw new RangeError(`${words.length} words, more than ${MOST_WORDS}`);
    let value = 0n;
    for (let i = (words?.length ?? 0) - 1; i >= 0; i--) value = (value << WORD) | BigInt(words[i]);
    return value;
  }

  const integer = v => (v.neg ? -natural(v.abs) : natural(v.abs));

  // Digits without zeros at the end, and where the point is before or after them: of digits * 2 ** shift.
  function decimal(digits, shift) {
    const text = `${shift >= 0 ? digits << BigInt(shift) : digits * 5n ** BigInt(-shift)}`;
    return { digits: text.replace(/0+$/, ''), point: text.length + Math.min(0, shift) };
  }

  // The first so many digits of a decimal, rounded up.
  function up({ digits, point }, count) {
    const kept = digits.slice(0, count).replace(/9+$/, '');
    return kept === ''
      ? { digits: '1', point: point + 1 }
      : { digits: kept.slice(0, -1) + (Number(kept.at(-1)) + 1), point };
  }

  const down = ({ digits, point }, count) => ({ digits: digits.slice(0, count).replace(/0+$/, ''), point });

  function nearest(number, count) {
    const rest = number.digits.slice(count);
    const odd = count > 0 && number.digits[count - 1] % 2 === 1;
    return rest === '5' ? (odd ? up : down)(number, count) : rest >= '5' ? up(number, count) : down(number, count);
  }

  // The fewest digits that no other number of that precision is nearer to (math/big/ftoa.go, roundShortest).
  function shortest(digits, shift, precision) {
    const number = decimal(digits, shift);
    // one bit more than the precision, for the lowest to be half of what tells two numbers apart
    const extra = precision + 1 - digits.toString(2).length;
    const half = extra >= 0 ? digits << BigInt(extra) : digits >> BigInt(-extra);
    const [lower, upper] = [half - 1n, half + 1n].map(each => decimal(each, shift - extra).digits);
    const inclusive = (half & 2n) === 0n;
    for (let i = 0; i < number.digits.length; i++) {
      const [digit, low, high] = [number.digits[i], lower[i] ?? '0', upper[i] ?? '0'];
      const mayDown = low !== digit || inclusive && i + 1 === lower.length;
      const mayUp = digit !== high && (inclusive || Number(digit) + 1 < Number(high) || i + 1 < upper.length);
      if (mayDown && mayUp) return nearest(number, i + 1);
      if (mayDown) return down(number, i + 1);
      if (mayUp) return up(number, i + 1);
    }
    return number;
  }

  // As fmt.Print has it, which is Text('g', -1): all digits that the precision has. String has but ten of them.
  function float(v) {
    const sign = v.neg ? '-' : '';
    if (v.form === 0) return `${sign}0`;
    if (v.form === 2) return `${sign || '+'}Inf`;
    const mantissa = natural(v.mant);
    const shift = v.exp - 64 * v.mant.length;
    if (Math.abs(shift) > MOST_SHIFT || v.prec > 64 * MOST_WORDS) return `${sign}0x.${mantissa.toString(16)}p${v.exp}`;
    const { digits, point } = shortest(mantissa, shift, v.prec);
    const exponent = point - 1;
    if (exponent < -4 || exponent >= 6) {
      const power = `${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
      return `${sign}${digits[0]}${digits.length > 1 ? '.' : ''}${digits.slice(1)}e${power}`;
    }
    const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
    const fraction = '0'.repeat(Math.max(0, -point)) + digits.slice(Math.max(0, point));
    return sign + whole + (fraction ? `.${fraction}` : '');
  }

  return [
    ['math/big.Int', v => `${integer(v)}`],
    ['math/big.Rat', v => `${integer(v.a)}/${v.b.abs === null || v.b.abs.length === 0 ? 1 : integer(v.b)}`],
    ['math/big.Float', float],
  ];
})
