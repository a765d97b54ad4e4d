// More of what errors of Go's own packages say: entries for gjdbg.errors, of each type its message and what it wraps. Those
// that are nothing but a text with something before it stand together at the end.
(function ({ field, inner, quoted, process, target }, { message, text, wrapped }) {
  const none = () => [];
  const said = (handle, name) => message(handle.field(name));

  // A reflect.Type or the runtime's own as their String methods have them: packages without their paths.
  function typeName(handle) {
    const held = inner(handle);
    return held === null ? 'nil' : target.types.at(held.address).name.replace(/[^\s[\]*(){},;]*\//g, '');
  }

  function unmarshal(handle) {
    const [value, struct, name] = ['Value', 'Struct', 'Field'].map(each => field(handle, each)?.js ?? '');
    const to = struct || name ? `struct field ${struct}.${name} of type` : 'value of type';
    return `json: cannot unmarshal ${value} into Go ${to} ${typeName(handle.field('Type'))}`;
  }

  function invalidUnmarshal(handle) {
    const type = handle.field('Type');
    if (type.js === null) return 'json: Unmarshal(nil)';
    const name = typeName(type);
    return `json: Unmarshal(${name.startsWith('*') ? 'nil' : 'non-pointer'} ${name})`;
  }

  // Package time quotes for itself: what is no ASCII by its bytes.
  const escaped = byte => `\\x${byte.toString(16).padStart(2, '0')}`;
  const bytesOf = character => unescape(encodeURIComponent(character));
  const timeQuoted = text => `"${text.replace(/["\\]/g, '\\$&').replace(/[^ -\x7f]/gu, each =>
    Array.from(bytesOf(each), byte => escaped(byte.charCodeAt(0))).join(''))}"`;

  function parseTime(handle) {
    const [layout, value, layoutPart, part, why] = ['Layout', 'Value', 'LayoutElem', 'ValueElem', 'Message'].map(name => text(handle, name));
    const [quotedValue, ...rest] = [value, layout, part, layoutPart].map(timeQuoted);
    return `parsing time ${quotedValue}${why || ` as ${rest[0]}: cannot parse ${rest[1]} as ${rest[2]}`}`;
  }

  function csv(handle) {
    const [start, line, column] = ['StartLine', 'Line', 'Column'].map(name => text(handle, name));
    const why = said(handle, 'Err');
    if (why === 'wrong number of fields') return `record on line ${line}: ${why}`;
    return `${start === line ? '' : `record on line ${start}; `}parse error on line ${line}, column ${column}: ${why}`;
  }

  function assertion(handle) {
    const [from, concrete, asserted] = ['_interface', 'concrete', 'asserted'].map(name => handle.field(name));
    const missing = text(handle, 'missingMethod');
    const to = typeName(asserted);
    if (concrete.js !== null && missing) return `interface conversion: ${typeName(concrete)} is not ${to}: missing method ${missing}`;
    const inter = from.js === null ? 'interface' : typeName(from);
    return `interface conversion: ${inter} is ${concrete.js === null ? 'nil' : typeName(concrete)}, not ${to}`;
  }

  // The runtime's own tables have the texts, with places for the index and the length.
  function bounds(handle) {
    const [x, y, code] = ['x', 'y', 'code'].map(name => text(handle, name));
    const signed = text(handle, 'signed');
    const table = target.globals[signed && x < 0 ? 'runtime.boundsNegErrorFmts' : 'runtime.boundsErrorFmts'];
    const said = table?.[code] ?? 'out of range [%x] with %y';
    return `runtime error: ${said.replace('%x', `${signed ? x : BigInt.asUintN(64, BigInt(x))}`).replace('%y', `${y}`)}`;
  }

  const at = (before, after = '') => [handle => `${before}${handle.js}${after}`, none];

  return {
    'os/exec.Error': [handle => `exec: ${quoted(text(handle, 'Name'))}: ${said(handle, 'Err')}`, wrapped('Err')],
    'os/exec.wrappedError': [handle => `${text(handle, 'prefix')}: ${said(handle, 'err')}`, wrapped('err')],
    'os/exec.ExitError': [handle => process.state(inner(handle.field('ProcessState'))), none],
    'encoding/json.UnmarshalTypeError': [unmarshal, none],
    'encoding/json.InvalidUnmarshalError': [invalidUnmarshal, none],
    'encoding/json.UnsupportedTypeError': [handle => `json: unsupported type: ${typeName(handle.field('Type'))}`, none],
    'encoding/json.UnsupportedValueError': [handle => `json: unsupported value: ${text(handle, 'Str')}`, none],
    'encoding/json.MarshalerError': [
      handle => `json: error calling ${field(handle, 'sourceFunc')?.js || 'MarshalJSON'} for type ${typeName(handle.field('Type'))}: `
        + said(handle, 'Err'),
      wrapped('Err'),
    ],
    'encoding/csv.ParseError': [csv, wrapped('Err')],
    'encoding/xml.SyntaxError': [handle => `XML syntax error on line ${text(handle, 'Line')}: ${text(handle, 'Msg')}`, none],
    'time.ParseError': [parseTime, none],
    'runtime.TypeAssertionError': [assertion, none],
    'runtime.boundsError': [bounds, none],
    'net/url.EscapeError': [handle => `invalid URL escape ${quoted(handle.js)}`, none],
    'net/url.InvalidHostError': [handle => `invalid character ${quoted(handle.js)} in host name`, none],
    'net/netip.parseAddrError': [
      handle => `ParseAddr(${quoted(text(handle, 'in'))}): ${text(handle, 'msg')}${text(handle, 'at') ? ` (at ${quoted(text(handle, 'at'))})` : ''}`,
      none,
    ],
    'net/netip.parsePrefixError': [handle => `netip.ParsePrefix(${quoted(text(handle, 'in'))}): ${text(handle, 'msg')}`, none],
    'net/http.ProtocolError': [handle => text(handle, 'ErrorString'), none],
    'net/http.MaxBytesError': [() => 'http: request body too large', none],
    'net/http.httpError': [handle => text(handle, 'err'), none],
    'net/http.timeoutError': [handle => text(handle, 'err'), none],
    'net/textproto.Error': [handle => `${`${text(handle, 'Code')}`.padStart(3, '0')} ${text(handle, 'Msg')}`, none],
    'net.DNSConfigError': [handle => `error reading DNS config: ${said(handle, 'Err')}`, wrapped('Err')],
    'text/template.ExecError': [handle => said(handle, 'Err'), wrapped('Err')],
    'regexp/syntax.Error': [handle => `error parsing regexp: ${text(handle, 'Code')}: \`${text(handle, 'Expr')}\``, none],
    'net/textproto.ProtocolError': at(''),
    'encoding/base32.CorruptInputError': at('illegal base32 data at input byte '),
    'encoding/base64.CorruptInputError': at('illegal base64 data at input byte '),
    'compress/flate.CorruptInputError': at('flate: corrupt input before offset '),
    'os/user.UnknownUserError': at('user: unknown user '),
    'os/user.UnknownUserIdError': at('user: unknown userid '),
    'os/user.UnknownGroupError': at('group: unknown group '),
    'os/user.UnknownGroupIdError': at('group: unknown groupid '),
  };
})
