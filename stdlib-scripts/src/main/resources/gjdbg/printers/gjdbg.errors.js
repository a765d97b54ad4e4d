// What errors of Go's own packages say, without a call of their Error methods, and what they wrap. What others say is not guessed.
(function (help) {
  const { inner, field, quoted, target, addresses } = help;
  const DEEPEST = 16;
  const MOST_JOINED = 100;
  const text = (handle, name) => handle.field(name).js;

  // Of each type: [message, wrapped errors]; both take the handle of the struct.
  const wrapped = name => handle => [handle.field(name)];
  const several = name => handle => {
    const list = handle.field(name);
    return Array.from({ length: Math.min(list.js?.length ?? 0, MOST_JOINED) }, (_, i) => list.index(i));
  };
  const none = () => [];
  const runtimeError = handle => `runtime error: ${handle.js}`;
  const known = {
    'errors.errorString': [handle => text(handle, 's'), none],
    'errors.joinError': [handle => several('errs')(handle).map(message).join('\n'), several('errs')],
    'fmt.wrapError': [handle => text(handle, 'msg'), wrapped('err')],
    'fmt.wrapErrors': [handle => text(handle, 'msg'), several('errs')],
    'io/fs.PathError': [handle => `${text(handle, 'Op')} ${text(handle, 'Path')}: ${message(handle.field('Err'))}`, wrapped('Err')],
    'os.SyscallError': [handle => `${text(handle, 'Syscall')}: ${message(handle.field('Err'))}`, wrapped('Err')],
    'os.LinkError': [
      handle => `${text(handle, 'Op')} ${text(handle, 'Old')} ${text(handle, 'New')}: ${message(handle.field('Err'))}`, wrapped('Err'),
    ],
    'strconv.NumError': [
      handle => `strconv.${text(handle, 'Func')}: parsing ${quoted(text(handle, 'Num'))}: ${message(handle.field('Err'))}`,
      wrapped('Err'),
    ],
    'net/url.Error': [handle => `${text(handle, 'Op')} ${quoted(text(handle, 'URL'))}: ${message(handle.field('Err'))}`, wrapped('Err')],
    'net.OpError': [opError, wrapped('Err')],
    'net.DNSError': [
      handle => `lookup ${text(handle, 'Name')}${text(handle, 'Server') ? ` on ${text(handle, 'Server')}` : ''}: ${text(handle, 'Err')}`,
      // since Go 1.23
      handle => (field(handle, 'UnwrapErr') ? [handle.field('UnwrapErr')] : []),
    ],
    'net.AddrError': [handle => (text(handle, 'Addr') ? `address ${text(handle, 'Addr')}: ` : '') + text(handle, 'Err'), none],
    'net.ParseError': [handle => `invalid ${text(handle, 'Type')}: ${text(handle, 'Text')}`, none],
    'net.UnknownNetworkError': [handle => `unknown network ${handle.js}`, none],
    'net.InvalidAddrError': [handle => handle.js, none],
    'net.timeoutError': [() => 'i/o timeout', none],
    'net.canceledError': [() => 'operation was canceled', none],
    'internal/poll.DeadlineExceededError': [() => 'i/o timeout', none],
    'internal/poll.errNetClosing': [() => 'use of closed network connection', none],
    'syscall.Errno': [handle => errno(handle.js), none],
    'context.deadlineExceededError': [() => 'context deadline exceeded', none],
    'encoding/json.SyntaxError': [handle => text(handle, 'msg'), none],
    'runtime.errorString': [runtimeError, none],
    'runtime.plainError': [handle => handle.js, none],
    'runtime.PanicNilError': [() => 'panic called with nil argument (use GODEBUG=panicnil=1 to disable)', none],
    ...help.furtherErrors(help, { message, text, wrapped }),
  };

  function opError(handle) {
    const [source, address] = ['Source', 'Addr'].map(name => (handle.field(name).js === null ? '' : addresses.text(handle.field(name))));
    const net = text(handle, 'Net') ? ` ${text(handle, 'Net')}` : '';
    const ends = source && address ? ` ${source}->${address}` : source || address ? ` ${source}${address}` : '';
    return `${text(handle, 'Op')}${net}${ends}: ${message(handle.field('Err'))}`;
  }

  // syscall's own table has the texts.
  function errno(number) {
    const table = target.globals['syscall.errors'];
    const name = table && number < table.length ? table[number] : '';
    return name || `errno ${number}`;
  }

  // What the error says; null where only the program could run the Error method of its type.
  function said(error) {
    const handle = inner(error);
    if (!handle) return error.type.kind === 'interface' && error.dynamicType.name === error.type.name ? '<nil>' : null;
    const entry = known[handle.type.name];
    if (entry) return entry[0](handle);
    const promoted = embedded(handle);
    return promoted ? said(promoted) : null;
  }

  // The same for a place in the text of another one: a mark where it is not known.
  function message(error) {
    return said(error) ?? `<${inner(error)?.type.kind === 'struct' ? `${named(error)} {…}` : error}>`;
  }

  // The error that a struct embeds, where that one's Error method is the struct's own too.
  function embedded(handle) {
    const has = handle.type.kind === 'struct' && handle.type.fields.some(each => each.embedded && each.type.name === 'error');
    return has && handle.field('error').js !== null && !declaresError(handle.type.name) ? handle.field('error') : null;
  }

  // The compiler makes a method for what is promoted.
  function declaresError(type) {
    const dot = type.replace(/\[.*/, '').lastIndexOf('.') + 1;
    return [`${type}.Error`, `${type.slice(0, dot)}(*${type.slice(dot)}).Error`].some(name => {
      try {
        return target.symbols.function(name).file !== '<autogenerated>';
      } catch {
        return false;
      }
    });
  }

  function chain(error, lines, depth, ctx) {
    const handle = inner(error);
    if (!handle || depth > DEEPEST) return;
    const promoted = embedded(handle);
    for (const each of known[handle.type.name]?.[1](handle) ?? (promoted ? [promoted] : [])) {
      const within = inner(each);
      if (!within) continue;
      lines.push(`${'  '.repeat(depth)}wraps ${title(each, ctx)}`);
      chain(each, lines, depth + 1, ctx);
    }
  }

  const named = error => (error.type.kind === 'interface' && error.js !== null ? error.dynamicType.name : error.type.name);
  // With its text, or part by part.
  function title(error, ctx) {
    const text = said(error);
    return text === null ? ctx.format(error) : `${named(error)} ${JSON.stringify(text)}`;
  }

  // A printer: with what it wraps at the top, and what it says within something else.
  function error(v, ctx) {
    const lines = [title(ctx.handle, ctx)];
    if (ctx.depth === 0) chain(ctx.handle, lines, 1, ctx);
    return lines.join('\n');
  }
  error.types = prefix => Object.keys(known).filter(name => name.startsWith(`${prefix}.`) && name !== 'syscall.Errno').map(name => [name, error]);
  error.message = message;
  error.isKnown = handle => Object.hasOwn(known, handle.type.name);
  error.errno = errno;
  return error;
})
