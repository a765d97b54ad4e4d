// Shows values as people want to read them: console.log and gjdbg.format. Evaluated when first needed.
// host.kind(value): 'value' for a value of the program, 'object' for one of gjdbg's objects, null for JavaScript's own.
// host.text(value): how one of the former two reads; host.types(value): names of its types, the outermost first, or
// the one name.
// host.handle(value): the full handle of a value of the program.
// host.js(value): what a script sees of it where it is a handle.
// host.folded(value): the same for a value of the program that is too deep to show its parts.
// host.parts(value, most): [opening, closing, entries, how many are left out, how much deeper they are] of a value that has
// parts; null of one that has none. Entries are three items each: a name, which is null, text or a value; a value; its text where no printer can be for it.
// host.registered(): there is a printer of the script's own from now on.
// host.identity(value): the same text for what is the same struct in memory; null for what is none.
// host.shipped(package): the function that gives the printers for types of that package of Go's, pairs of type and printer, of
// what 'gjdbg.help' gives; null where there is none.
(function (host) {
  'use strict';
  const DEFAULTS = { depth: 3, items: 100 };
  // whatever depth is asked for: each level takes some of the stack
  const MOST_DEPTH = 100;
  const printers = [];

  const quoted = text => `'${text.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n').replace(/\t/g, '\\t').replace(/\r/g, '\\r')}'`;
  const named = key => (typeof key === 'symbol' ? `[${String(key)}]` : /^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key));

  function joined(open, parts, left, close) {
    if (left > 0) parts.push(`… ${left} more`);
    if (parts.length === 0) return open + close;
    const line = `${open} ${parts.join(', ')} ${close}`;
    return line.length <= 100 && !line.includes('\n')
      ? line
      : `${open}\n  ${parts.map(part => part.replace(/\n/g, '\n  ')).join(',\n  ')}\n${close}`;
  }

  function some(iterable, limit) {
    const taken = [];
    for (const each of iterable) {
      if (taken.length === limit) break;
      taken.push(each);
    }
    return taken;
  }

  function primitive(value) {
    switch (typeof value) {
      case 'string': return quoted(value);
      case 'bigint': return `${value}n`;
      case 'number': return Object.is(value, -0) ? '-0' : String(value);
      default: return String(value);
    }
  }

  function functionText(value) {
    const text = Function.prototype.toString.call(value);
    const kind = text.startsWith('class') ? 'class' : 'Function';
    return `[${kind}${value.name ? (kind === 'class' ? ' ' : ': ') + value.name : ' (anonymous)'}]`;
  }

  function property(object, key, state) {
    const { get, set, value } = Object.getOwnPropertyDescriptor(object, key);
    return get || set ? `[${[get && 'Getter', set && 'Setter'].filter(Boolean).join('/')}]` : inspect(value, state);
  }

  function prefix(value) {
    const prototype = Object.getPrototypeOf(value);
    if (prototype === null) return '[Object: null prototype] ';
    const name = prototype.constructor?.name;
    return name && name !== 'Object' && name !== 'Array' ? `${name} ` : '';
  }

  function members(value, keys, state) {
    const shown = keys.slice(0, state.limits.items);
    return [shown.map(key => `${named(key)}: ${property(value, key, state)}`), keys.length - shown.length];
  }

  function ownKeys(value) {
    const symbols = Object.getOwnPropertySymbols(value).filter(key => Object.prototype.propertyIsEnumerable.call(value, key));
    return [...Object.keys(value), ...symbols];
  }

  function errorText(value, state) {
    const stack = typeof value.stack === 'string' ? value.stack : String(value);
    return value.cause === undefined ? stack : `${stack}\n  [cause]: ${inspect(value.cause, state)}`;
  }

  function object(value, state) {
    if (value instanceof Error) return errorText(value, state);
    if (value instanceof RegExp) return String(value);
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
    if (value instanceof Promise) return 'Promise {}';
    if (state.holders.includes(value)) return '[Circular]';
    if (state.depth > state.limits.depth) return Array.isArray(value) ? '[Array]' : `[${prefix(value).trim() || 'Object'}]`;
    const inner = { ...state, depth: state.depth + 1, holders: [...state.holders, value], parent: value };
    const limit = state.limits.items;
    if (Array.isArray(value) || ArrayBuffer.isView(value) && !(value instanceof DataView)) {
      const parts = some(value, limit).map(each => inspect(each, inner));
      const open = Array.isArray(value) ? `${prefix(value)}[` : `${value.constructor.name}(${value.length}) [`;
      return joined(open, parts, value.length - parts.length, ']');
    }
    if (value instanceof Map) {
      const parts = some(value, limit).map(([key, each]) => `${inspect(key, inner)} => ${inspect(each, inner)}`);
      return joined(`Map(${value.size}) {`, parts, value.size - parts.length, '}');
    }
    if (value instanceof Set) {
      const parts = some(value, limit).map(each => inspect(each, inner));
      return joined(`Set(${value.size}) {`, parts, value.size - parts.length, '}');
    }
    const [parts, left] = members(value, ownKeys(value), inner);
    return joined(`${prefix(value)}{`, parts, left, '}');
  }

  // The packages of types' names: of '*net/netip.Addr' that is 'net/netip'.
  function packageOf(name) {
    const bare = /^[*[\]\d]*([^[({ ]*)/.exec(name)[1];
    const dot = bare.indexOf('.', bare.lastIndexOf('/') + 1);
    return dot < 0 ? '' : bare.slice(0, dot);
  }

  // The linker has dots in the last part of a package's path as %2e.
  const plain = name => (name.includes('%2e') ? name.replaceAll('%2e', '.') : name);
  const fits = names => ({ type }) =>
    names.some(name => (typeof type === 'string' ? type === name || type === plain(name) : name.search(type) >= 0 || plain(name).search(type) >= 0));

  // A script's own printers go before those that ship with gjdbg.
  function matching(value) {
    const names = host.types(value);
    if (typeof names !== 'string') return match(Array.from(names));
    if (!known.has(names)) known.set(names, match([names]));
    return known.get(names);
  }

  // What was found for the types seen so far, until a printer is registered.
  const known = new Map();
  function match(names) {
    const own = printers.findLast(fits(names));
    if (own) return own.printer;
    for (const name of names.reverse()) {
      const shipped = packaged(packageOf(name)).find(fits([name]));
      if (shipped) return shipped.printer;
    }
    return undefined;
  }

  // Printers of a package of Go's own, read when a type of it is first shown.
  const packages = new Map();
  let help;
  function packaged(name) {
    let found = packages.get(name);
    if (!found) {
      const make = name === '' ? null : host.shipped(name);
      help ??= make && host.shipped('gjdbg.help')(name => host.shipped(name));
      found = make ? make(help).map(([type, printer]) => ({ type, printer })) : [];
      packages.set(name, found);
    }
    return found;
  }

  function printed(printer, value, state) {
    const inner = { ...state, depth: state.depth + 1, parent: value };
    const context = {
      depth: state.depth, parent: state.parent, limits: state.limits,
      get handle() { return host.handle(value); },
      format: (part, options) =>
        (typeof part === 'string' ? part : inspect(part, options ? { ...inner, limits: { ...state.limits, ...options } } : inner)),
    };
    const text = result => {
      if (result instanceof Promise) throw new TypeError('a printer has to be a plain function, not an async one');
      return typeof result === 'string' ? result : inspect(result, inner);
    };
    const given = host.js(value);
    if (typeof printer === 'function') return text(printer(given, context));
    const summary = printer.summary ? text(printer.summary(given, context)) : '';
    if (!printer.children || state.depth > state.limits.depth) return summary || host.text(value);
    const limit = state.limits.items;
    const children = some(printer.children(given, context), limit + 1);
    const parts = children.slice(0, limit).map(([name, each]) =>
      `${typeof name === 'string' ? name : inspect(name, inner)}: ${inspect(each, inner)}`);
    return joined(summary ? `${summary} {` : '{', children.length > limit ? [...parts, '…'] : parts, 0, '}');
  }

  function isWithin(identity, state) {
    for (let at = state.path; at; at = at.outer) {
      if (at.identity === identity) return true;
    }
    return false;
  }

  function programValue(value, state) {
    if (state.limits.raw) return host.text(value);
    const identity = host.identity(value);
    if (identity !== null) {
      if (isWithin(identity, state)) return '<cycle>';
      state = { ...state, path: { identity, outer: state.path } };
    }
    const printer = state.depth <= state.limits.depth + 8 ? matching(value) : undefined;
    if (printer) {
      try {
        return printed(printer, value, state);
      } catch (e) {
        return `${host.text(value)} <printer failed: ${e}>`;
      }
    }
    // part by part, so that the printers of parts apply
    const parts = state.depth <= state.limits.depth ? host.parts(value, state.limits.items) : null;
    if (!parts) return host.folded(value);
    const [open, close, entries, left, levels] = parts;
    const inner = { ...state, depth: state.depth + levels, parent: value };
    const shown = [];
    for (let i = 0; i < entries.length; i += 3) {
      const name = entries[i];
      const text = entries[i + 2] ?? inspect(entries[i + 1], inner);
      shown.push(name === null ? text : `${typeof name === 'string' ? name : inspect(name, inner)}: ${text}`);
    }
    if (left > 0) shown.push(`… ${left} more`);
    return shown.length > 0 ? `${open}${shown.join(', ')}${close}` : open.trimEnd() + close.trimStart();
  }

  function inspect(value, state) {
    if (value === null || typeof value !== 'object' && typeof value !== 'function') return primitive(value);
    switch (host.kind(value)) {
      case 'value': return programValue(value, state.depth > MOST_DEPTH ? { ...state, limits: { ...state.limits, depth: MOST_DEPTH } } : state);
      case 'object': return host.text(value);
      default: return typeof value === 'function' ? functionText(value) : object(value, state);
    }
  }

  const start = limits => ({ limits, depth: 0, holders: [], parent: undefined });
  const top = (value, limits) => (typeof value === 'string' ? value : inspect(value, start(limits)));

  return {
    format: (value, options) => top(value, { ...DEFAULTS, ...options }),
    // as console.log: %s %d %i %f %j %o %O %% in the first item take those that follow
    line(...items) {
      if (typeof items[0] === 'string' && items.length > 1 && items[0].includes('%')) {
        const rest = items.slice(1);
        const first = items[0].replace(/%([sdifjoO%])/g, (directive, kind) => {
          if (kind === '%') return '%';
          if (rest.length === 0) return directive;
          const item = rest.shift();
          switch (kind) {
            case 's': return top(item, DEFAULTS);
            case 'd': return typeof item === 'bigint' ? `${item}n` : String(Number(item));
            case 'i': return typeof item === 'bigint' ? `${item}n` : String(Number.parseInt(item, 10));
            case 'f': return String(Number.parseFloat(item));
            case 'j': return JSON.stringify(item);
            default: return inspect(item, start(DEFAULTS));
          }
        });
        return [first, ...rest.map(item => top(item, DEFAULTS))].join(' ');
      }
      return items.map(item => top(item, DEFAULTS)).join(' ');
    },
    printer(type, printer) {
      if (typeof type !== 'string' && !(type instanceof RegExp)) {
        host.badRequest('a printer is for a type: its name, or a regular expression over names');
      }
      if (typeof printer !== 'function' && typeof printer?.summary !== 'function' && typeof printer?.children !== 'function') {
        host.badRequest('a printer is a function of the value, or an object with summary, children or both');
      }
      host.registered();
      known.clear();
      printers.push({ type, printer });
    },
  };
})
