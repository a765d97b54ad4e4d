// slog.Attr and Value as their String methods have them but for times, which read as time.Time does; Level and LevelVar; Record, Logger and
// the handlers of package log/slog by what they log and put before it (log/slog/value.go, level.go, record.go, handler.go).
(function ({ inner, field, number, content, quote, text, bytes, moments, error, target }) {
  const LEVELS = [[8, 'ERROR'], [4, 'WARN'], [0, 'INFO'], [-Infinity, 'DEBUG']];
  const DEBUG = -4;
  const BILLION = 1_000_000_000n;
  const MOST_ATTRS = 100;
  const MOST_TEXT = 200;

  function level(number) {
    const [from, name] = LEVELS.find(([from]) => number >= from);
    const more = number - (from === -Infinity ? DEBUG : from);
    return more === 0 ? name : `${name}${more > 0 ? '+' : ''}${more}`;
  }

  // As strconv.FormatFloat(number, 'g', -1, 64).
  function float(number) {
    if (!Number.isFinite(number)) return Number.isNaN(number) ? 'NaN' : number > 0 ? '+Inf' : '-Inf';
    if (Object.is(number, -0)) return '-0';
    const [digits, exponent] = number.toExponential().split('e');
    if (number !== 0 && (exponent < -4 || exponent >= 6)) return `${digits}e${exponent.replace(/^([+-])(\d)$/, '$10$2')}`;
    return String(number);
  }

  // Of which kind a Value is shows in the type of what its field any holds; the number in num is the value, or its length.
  function value(handle, ctx) {
    const any = handle.field('any');
    const bits = BigInt(handle.field('num').js);
    if (any.js === null && any.dynamicType.kind === 'interface') return '<nil>';
    // where the compiler dropped it the runtime's name is left, without the package's path
    switch (any.dynamicType.name.replace('log/', '')) {
      case 'slog.Kind': return numeric(any.js, bits);
      case 'slog.stringptr': return string(any, Number(bits));
      case 'slog.groupptr': return group(any, Number(bits), ctx);
      case 'slog.timeLocation': {
        if (any.js === null) return moments.moment(moments.instant({ wall: 0, ext: 0 }), null);
        const count = BigInt.asIntN(64, bits);
        const nanoseconds = ((count % BILLION) + BILLION) % BILLION;
        return moments.moment({ unix: (count - nanoseconds) / BILLION, nanoseconds }, any.js);
      }
      case 'slog.timeTime': return moments.moment(moments.instant(any.js), any.js.loc);
      default: {
        const held = inner(any);
        return held !== null && error.isKnown(held) ? error.message(held) : ctx.format(any);
      }
    }
  }

  function numeric(kind, bits) {
    switch (kind) {
      case 1: return `${bits === 1n}`;
      case 2: return moments.duration(BigInt.asIntN(64, bits));
      case 3: return float(new Float64Array(new BigUint64Array([bits]).buffer)[0]);
      case 4: return `${BigInt.asIntN(64, bits)}`;
      default: return `${bits}`;
    }
  }

  function string(any, length) {
    if (length === 0) return '';
    const shown = Math.min(length, MOST_TEXT);
    const read = target.memory.read(any.deref().deref().address, shown);
    return `${text(read) ?? quote(String.fromCharCode(...read))}${length > shown ? `…${length - shown} more` : ''}`;
  }

  function group(any, length, ctx) {
    const count = Math.min(length, MOST_ATTRS);
    const first = count > 0 ? any.deref().deref() : null;
    const at = i => target.eval(`(*"log/slog".Attr)(${first.address + BigInt(i * first.type.size)})`).$value.deref();
    const shown = Array.from({ length: count }, (_, i) => attr(at(i), ctx));
    return `[${shown.join(' ')}${length > MOST_ATTRS ? ' …' : ''}]`;
  }

  const attr = (handle, ctx) => `${handle.field('Key').js}=${value(handle.field('Value'), ctx)}`;

  function record(v, ctx) {
    const handle = inner(v.$value);
    const [front, back] = ['front', 'back'].map(name => handle.field(name));
    const attrs = [
      ...Array.from({ length: Math.min(v.nFront, front.type.length) }, (_, i) => front.index(i)),
      ...Array.from({ length: Math.min(back.js?.length ?? 0, MOST_ATTRS) }, (_, i) => back.index(i)),
    ];
    const parts = [ctx.format(handle.field('Time')), level(v.Level), quote(v.Message), ...attrs.map(each => attr(each, ctx))];
    return `slog.Record(${parts.join(' ')})`;
  }

  // The least level of a commonHandler, where its options tell: a Level or a LevelVar, or null for INFO.
  function least(handle, ctx) {
    const given = handle.field('opts').field('Level');
    const held = inner(given);
    if (held === null) return 'INFO';
    return held.type.name === 'log/slog.Level' ? level(held.js) : held.type.name === 'log/slog.LevelVar' ? levelVar(held) : ctx.format(given);
  }

  const levelVar = handle => `LevelVar(${level(Number(number(handle, 'val')))})`;

  function handler(handle, ctx) {
    const common = inner(field(handle, 'commonHandler') ?? handle.field('ch'));
    const name = handle.type.name.slice('log/'.length);
    if (common === null) return name;
    const before = text(bytes(common.field('preformattedAttrs'), 0, Infinity, MOST_TEXT))?.replace(/^[ ,]+/, '');
    const groups = Array.from(common.field('groups').js ?? []);
    const parts = [least(common, ctx), before, groups.length > 0 && `in ${groups.join('.')}`];
    return `${name}(${parts.filter(Boolean).join(', ')})`;
  }

  return [
    ['log/slog.Level', level],
    ['log/slog.LevelVar', v => levelVar(inner(v.$value))],
    ['log/slog.Value', (v, ctx) => value(inner(v.$value), ctx)],
    ['log/slog.Attr', (v, ctx) => attr(inner(v.$value), ctx)],
    ['log/slog.Record', record],
    [/^log\/slog\.(TextHandler|JSONHandler|defaultHandler)$/, (v, ctx) => handler(inner(v.$value), ctx)],
    ['log/slog.Logger', (v, ctx) => `slog.Logger(${ctx.format(inner(v.$value).field('handler'))})`],
  ];
})
