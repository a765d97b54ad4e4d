// The printers that there are: those that the script has registered, and those that ship with gjdbg. Evaluated with inspect.js.
// host.types(value): names of its types, the outermost first, or the one name.
// host.registered(): there is a printer of the script's own from now on.
// host.normal(type): a type's name as the debugging information has it; host.bare(name): without type arguments.
// host.unknown(type): that the program has no such type, with the closest names; null where it has one.
// host.shipped(package): the function that gives the printers for types of that package of Go's, pairs of type and printer, of
// what 'gjdbg.help' gives, which takes that function and host.nanotime; null where there is none.
(function (host) {
  'use strict';
  const NONE = [];
  const MEMBERS = ['summary', 'children'];
  const own = [];
  // Types that were not looked up in the program: it is read when a value is first shown.
  let unchecked = [];

  // The packages of types' names: of '*net/netip.Addr' that is 'net/netip'.
  function packageOf(name) {
    const bare = /^[*[\]\d]*([^[({ ]*)/.exec(name)[1];
    const dot = bare.indexOf('.', bare.lastIndexOf('/') + 1);
    return dot < 0 ? '' : bare.slice(0, dot);
  }

  // A script may write the dots in the last part of a package's path as Go's linker escapes them.
  const plain = type => {
    if (typeof type === 'string') return type.trim().replaceAll('%2e', '.');
    return type.source.includes('%2e') ? new RegExp(type.source.replaceAll('%2e', '\\.'), type.flags) : type;
  };

  function fits({ type, normal }, name) {
    if (typeof type !== 'string') return name.search(type) >= 0;
    return type === name || normal === name || normal !== undefined && normal === host.bare(name);
  }

  // What was found for the types seen so far, until a printer is registered.
  const known = new Map();

  // In the order of their precedence. A script's own printers go before those that ship with gjdbg.
  function of(value) {
    if (unchecked.length > 0) check();
    const names = host.types(value);
    const key = typeof names === 'string' ? names : names.join('\n');
    let found = known.get(key);
    if (!found) {
      found = match(key === '' ? NONE : key.split('\n'));
      known.set(key, found);
    }
    return found;
  }

  function match(names) {
    const found = own.filter(entry => names.some(name => fits(entry, name))).reverse();
    for (const name of names.reverse()) {
      found.push(...packaged(packageOf(name)).filter(entry => fits(entry, name)));
    }
    return found.length > 0 ? found : NONE;
  }

  // Printers of a package of Go's own, read when a type of it is first shown.
  const packages = new Map();
  let help;
  function packaged(name) {
    let found = packages.get(name);
    if (!found) {
      const make = name === '' ? null : host.shipped(name);
      help ??= make && host.shipped('gjdbg.help')(name => host.shipped(name), host.nanotime);
      found = make ? make(help).map(([type, printer]) => ({ type, printer })) : NONE;
      packages.set(name, found);
    }
    return found;
  }

  function check() {
    const types = unchecked;
    unchecked = [];
    for (const type of new Set(types)) {
      const why = host.unknown(type);
      if (why !== null) console.warn(`gjdbg: the printer for '${type}' has nothing to print: ${why}`);
    }
  }

  function checked(type, printer) {
    if (!(type instanceof RegExp) && (typeof type !== 'string' || type.trim() === '')) {
      host.badRequest('a printer is for a type: its name, or a regular expression over names');
    }
    if (typeof printer === 'function') return;
    if (typeof printer !== 'object' || printer === null || Array.isArray(printer)) {
      host.badRequest('a printer is a function of the value, or an object with summary, children or both');
    }
    for (const name of Object.keys(printer)) {
      if (!MEMBERS.includes(name)) host.misspelt('a printer', name, MEMBERS);
    }
    const given = MEMBERS.filter(name => printer[name] !== undefined && printer[name] !== null);
    if (given.length === 0 || given.some(name => typeof printer[name] !== 'function')) {
      host.badRequest('a printer is a function of the value, or an object with summary, children or both, which are functions');
    }
  }

  return {
    of,
    register(type, printer) {
      checked(type, printer);
      host.registered();
      known.clear();
      const wanted = plain(type);
      if (typeof type === 'string') unchecked.push(wanted);
      own.push({ type: wanted, normal: typeof type === 'string' ? host.normal(wanted) : undefined, printer });
    },
  };
})
