// Shows values as people want to read them: console.log and gjdbg.format. Evaluated when first needed. The printers are
// those of printers.js.
// host.kind(value): 'value' for a value of the program, 'object' for one of gjdbg's objects, null for JavaScript's own.
// host.text(value): how one of the former two reads; host.types(value): names of its types, the outermost first, or
// the one name.
// host.handle(value): the full handle of a value of the program.
// host.js(value): what a script sees of it where it is a handle.
// host.folded(value): the same for a value of the program that is too deep to show its parts.
// host.parts(value, most): [opening, closing, entries, how many are left out, how much deeper they are] of a value that has
// parts; null of one that has none. Entries are three items each: a name, which is null, text or a value; a value; its text where no printer can be for it.
// host.identity(value): the same text for what is the same in memory; null for what can't hold itself.
// host.links(value): such texts for the value and for all that interfaces and pointers lead to from it, the outermost first.
// host.misspelt(what, name, known): throws that it has no option of that name.
(function (host, printers) {
  'use strict';
  const DEFAULTS = { depth: 3, items: 100 };
  // whatever depth is asked for: each level takes some of the stack
  const MOST_DEPTH = 100;
  // Printers that show many values by other printers would go on for years: so many values by printers that stand that deep.
  const FREE_LEVELS = 3;
  const MOST_WORK = 20_000;
  // The state of the innermost printer that runs: what it shows by itself, as in `${value}`, is within its value.
  let current;
  let work = 0;

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
    if (limit < 1) return taken;
    for (const each of iterable) {
      if (taken.push(each) >= limit) break;
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

  // Whether a print of the same thing is under way.
  function isWithin(identity, state) {
    for (let at = state.path; at; at = at.outer) {
      if (at.identity === identity) return true;
    }
    return false;
  }

  const isPrimitive = value => value === null || typeof value !== 'object' && typeof value !== 'function';
  const isIterator = value => !isPrimitive(value) && host.kind(value) === null && typeof value.next === 'function' && Symbol.iterator in value;

  // Undefined where the printer gave nothing.
  function printed({ printer }, value, state) {
    const inner = { ...state, depth: state.depth + 1, parent: value };
    const given = host.js(value);
    const context = {
      depth: state.depth, limits: state.limits,
      get parent() { return host.kind(state.parent) === 'value' ? host.js(state.parent) : state.parent; },
      get handle() { return host.handle(value); },
      format(part, options) {
        const within = options ? { ...inner, limits: limited(options, state.limits) } : inner;
        // a primitive that is the value itself has the value's form
        if (isPrimitive(given) && Object.is(part, given)) return inspect(value, within);
        return typeof part === 'string' ? part : inspect(part, within);
      },
    };
    const text = result => {
      if (typeof result === 'string') return result;
      if (result instanceof Promise) throw new TypeError('a printer has to be a plain function, not an async one');
      if (isIterator(result)) return children('', result, inner);
      return inspect(result === null && given === null ? value : result, inner);
    };
    if (typeof printer === 'function') {
      const result = printer(given, context);
      return result === undefined ? undefined : text(result);
    }
    const result = printer.summary ? printer.summary(given, context) : '';
    if (result === undefined) return undefined;
    const summary = text(result);
    if (!printer.children) return summary;
    if (state.depth > state.limits.depth) return summary ? `${summary} {…}` : host.folded(value);
    return children(summary, printer.children(given, context), inner);
  }

  function children(summary, pairs, inner) {
    if (pairs !== null && pairs !== undefined && (typeof pairs === 'string' || typeof pairs[Symbol.iterator] !== 'function')) {
      throw new TypeError(`children are pairs of a name and a value, which an array or a plain generator gives, not ${inspect(pairs, inner)}`);
    }
    const limit = inner.limits.items;
    const found = some(pairs ?? [], limit + 1);
    const parts = found.slice(0, limit).map(pair => {
      if (!Array.isArray(pair) || pair.length < 2) throw new TypeError(`children are pairs, as ['name', value], not ${inspect(pair, inner)}`);
      const [name, each] = pair;
      return `${typeof name === 'string' ? name : inspect(name, inner)}: ${inspect(each, inner)}`;
    });
    return joined(summary ? `${summary} {` : '{', found.length > limit ? [...parts, '…'] : parts, 0, '}');
  }

  // Its text, or that it has none: what is thrown may be anything.
  function reason(thrown) {
    try {
      return isPrimitive(thrown) || thrown instanceof Error ? String(thrown) : inspect(thrown, start(DEFAULTS));
    } catch {
      return 'it threw what has no text';
    }
  }

  function isUnavailable(thrown) {
    try {
      return thrown instanceof globalThis.gjdbg.Unavailable;
    } catch {
      return false;
    }
  }

  // Where in the script it was thrown.
  function place(thrown) {
    try {
      const [, file, line] = /^\s*at (?:.*\()?(.+?):(\d+):\d+\)?$/m.exec(thrown.stack) ?? [];
      return file ? ` (${file}:${line})` : '';
    } catch {
      return '';
    }
  }

  // By the first of the printers, which may ask for the same value again: it gets the next one's form, and at last the plain one.
  function byPrinter(entry, value, links, state) {
    const level = (state.running?.level ?? 0) + 1;
    const used = state.running?.links === links ? [...state.running.used, entry] : [entry];
    const outer = current;
    current = { ...state, running: { links, used, level, depth: state.depth, parent: state.parent } };
    try {
      const text = printed(entry, value, current);
      return text === undefined ? `${host.text(value)} <printer gave nothing>` : text;
    } catch (e) {
      const plain = host.text(value);
      // what the printer could not read shows there
      const at = plain.indexOf('<unreadable: ');
      return at === 0 || at > 0 && isUnavailable(e) ? plain : `${plain} <printer failed: ${reason(e)}${place(e)}>`;
    } finally {
      current = outer;
    }
  }

  function programValue(value, state) {
    if (state.limits.raw) return host.text(value);
    const { running } = state;
    let found = state.depth <= state.limits.depth + 8 ? printers.of(value) : [];
    if (found.length === 0 && !running) {
      const identity = host.identity(value);
      if (identity === null) return byParts(value, state);
      if (isWithin(identity, state)) return '<cycle>';
      return byParts(value, { ...state, path: { identity, outer: state.path } });
    }
    let links = host.links(value);
    if (running && running.links.includes(links[0])) {
      found = found.filter(entry => !running.used.includes(entry));
      links = running.links;
      // it stands where it stood when the printer was called
      if (state.depth <= running.depth + 1) state = { ...state, depth: running.depth, parent: running.parent };
    } else {
      const identity = links[links.length - 1];
      if (isWithin(identity, state)) return '<cycle>';
      state = { ...state, path: { identity, outer: state.path } };
    }
    if (found.length === 0) return byParts(value, state);
    if (running?.level >= FREE_LEVELS && ++work > MOST_WORK) return host.folded(value);
    return byPrinter(found[0], value, links, state);
  }

  // So that the printers of parts apply.
  function byParts(value, state) {
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

  const LIMITS = {
    depth: [value => typeof value === 'number' && value >= 0, 'a number, 0 or more'],
    items: [value => value === Infinity || Number.isInteger(value) && value >= 0, 'a whole number, 0 or more'],
    raw: [value => typeof value === 'boolean', 'true or false'],
  };

  function limited(options, outer) {
    if (options === undefined || options === null) return outer;
    if (typeof options !== 'object') host.badRequest(`the options of a print are an object, as { depth: 5 }, not ${inspect(options, start(DEFAULTS))}`);
    for (const name of Object.keys(options)) {
      if (!Object.hasOwn(LIMITS, name)) host.misspelt('a print', name, Object.keys(LIMITS));
      const [fits, wanted] = LIMITS[name];
      const value = options[name];
      if (value !== undefined && !fits(value)) host.badRequest(`option '${name}' of a print is ${wanted}, not ${inspect(value, start(DEFAULTS))}`);
    }
    return { ...outer, ...options };
  }

  function start(limits) {
    if (!current) work = 0;
    return { limits, depth: 0, holders: current?.holders ?? [], parent: undefined, path: current?.path, running: current?.running };
  }
  const top = (value, limits) => (typeof value === 'string' ? value : inspect(value, start(limits)));

  return {
    format: (value, options) => top(value, limited(options, DEFAULTS)),
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
  };
})
