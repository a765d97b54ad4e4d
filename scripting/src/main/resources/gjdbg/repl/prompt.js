// What the prompt adds to the objects of a script: what is chosen, and a few helpers of the words. The value is called once.
// host.moved(): whether the target has run since the last call.
// host.source(file, line): the lines of source around a place, as text.
// host.show(): prints the chosen frame with its source.
(function (host, target) {
  'use strict';
  let chosen = null;
  let depth = 0;
  const temporary = new Set();

  function fresh() {
    if (host.moved()) {
      chosen = null;
      depth = 0;
    }
    return target.stop;
  }

  function here(what) {
    const stop = fresh();
    if (stop.thread === null && chosen === null) {
      const why = target.state === 'detached' ? 'was let go' : `has ended (${stop})`;
      throw new gjdbg.TargetGone(`there is no ${what}: the program ${why}; Ctrl-D leaves`);
    }
    return stop;
  }

  const runner = stop => chosen ?? stop.goroutine ?? stop.thread;
  const isThread = object => 'stepInstruction' in object;
  const hex = value => `0x${BigInt.asUintN(64, BigInt(value)).toString(16)}`;

  function one(list, kind, id) {
    for (const each of list) if (each.id === id) return each;
    const some = Array.from(list, each => each.id).slice(0, 8).join(', ');
    throw new gjdbg.NotFound(`no ${kind} ${id}${some ? `; there are ${some}` : ''}`);
  }

  const prompt = {
    get frames() {
      return runner(here('frame')).frames();
    },
    stack(options) {
      const text = runner(here('frame')).trace(options);
      let number = 0;
      // lines of variables begin with a space
      return text.replace(/^(?! )/gm, () => `${number === depth ? '*' : ' '} ${number++}  `);
    },
    get depth() {
      fresh();
      return depth;
    },
    set depth(number) {
      const frames = prompt.frames;
      if (!(number >= 0)) throw new gjdbg.BadRequest('this is the innermost frame; up goes to its caller');
      if (number >= frames.length) {
        throw new gjdbg.BadRequest(`the stack has ${frames.length} frames, 0 to ${frames.length - 1}; bt shows them`);
      }
      depth = number;
    },
    once(breakpoint) {
      temporary.add(breakpoint);
      return breakpoint;
    },
    breakpoint: id => one(target.breakpoints, 'breakpoint', id),
    goroutine: id => one(target.goroutines, 'goroutine', id),
    thread: id => one(target.threads, 'thread', id),
    source: (file, line) => host.source(file, line),
    show() {
      here('frame');
      host.show();
    },
    list(where) {
      if (typeof where === 'string' && /:\d+$/.test(where)) {
        const colon = where.lastIndexOf(':');
        const name = where.slice(0, colon);
        const files = target.symbols.files(name).filter(each => each === name || each.endsWith(`/${name}`));
        return host.source(files[0] ?? name, Number(where.slice(colon + 1)));
      }
      if (typeof where === 'string' && !where.startsWith('*')) {
        const { file, line } = target.symbols.function(where);
        return host.source(file, line);
      }
      const at = target.symbols.at(typeof where === 'string' ? where.slice(1) : where);
      if (at === null) throw new gjdbg.NotFound(`no function is at ${where}`);
      return host.source(at.file, at.line);
    },
    instructions(instructions) {
      const pc = fresh().frame?.pc;
      return instructions.map(({ address, text }) => {
        const at = target.symbols.at(address);
        const place = at ? `<+${at.offset}> ${at.file.slice(at.file.lastIndexOf('/') + 1)}:${at.line}` : '';
        return `${address === pc ? '=>' : '  '} ${hex(address)}  ${place.padEnd(24)} ${text}`;
      }).join('\n');
    },
    // of a variable, of fields of it, or of any expression whose value has a type of its own; or a type by its name
    type(expression) {
      const path = expression.match(/^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*$/u) ? expression.split('.') : null;
      let type;
      try {
        if (path) {
          let handle = frame.value(path[0]);
          for (const name of path.slice(1)) {
            if (handle.type.fields.length === 0 && handle.type.element !== null) handle = handle.deref();
            handle = handle.field(name);
          }
          type = handle.type;
        } else {
          type = frame.eval(expression)?.$value?.type;
        }
      } catch (e) {
        const named = target.types.find(expression).find(each => each.name === expression);
        if (named === undefined) throw e;
        type = named;
      }
      if (type === undefined) throw new gjdbg.BadRequest(`${expression} gives a plain value; whatis takes a variable, or fields of it`);
      const fields = (type.fields.length === 0 ? type.element?.fields : type.fields) ?? [];
      const lines = fields.map(each => `  ${each.name} ${each.type.name}`);
      return lines.length === 0 ? type.name : `${type.name} {\n${lines.join('\n')}\n}`;
    },
    variables(pattern = '') {
      const fits = pattern instanceof RegExp ? name => pattern.test(name) : name => name.includes(pattern);
      for (const name of Object.keys(target.globals)) {
        if (!fits(name)) continue;
        let shown;
        try {
          shown = gjdbg.format(target.globals[name]);
        } catch (e) {
          shown = `<unreadable: ${e.message}>`;
        }
        console.log(`${name} = ${shown}`);
      }
    },
    address(expression) {
      const value = frame.eval(expression.replace(/^&/, ''));
      if (typeof value === 'bigint' || typeof value === 'number') {
        if (expression.startsWith('&')) return frame.value(expression.slice(1).trim()).address;
        return value;
      }
      const address = value?.$value?.address;
      if (address === undefined || address === null) {
        throw new gjdbg.BadRequest(`${expression} gives no address; write &${expression.replace(/^&/, '')} for where a variable is`);
      }
      return address;
    },
    memory(address, { count, format, size }) {
      const start = BigInt(address);
      const bytes = target.memory.read(start, count * size);
      const view = new DataView(bytes.buffer, bytes.byteOffset);
      const unsigned = at => (size === 8 ? view.getBigUint64(at, true)
        : BigInt(size === 4 ? view.getUint32(at, true) : size === 2 ? view.getUint16(at, true) : view.getUint8(at)));
      const text = value => {
        switch (format) {
          case 'd': return String(BigInt.asIntN(size * 8, value));
          case 'u': return String(value);
          case 'o': return `0${value.toString(8)}`;
          case 't': return value.toString(2).padStart(size * 8, '0');
          case 'c': return `${value} ${JSON.stringify(String.fromCharCode(Number(value & 0xffn)))}`;
          case 'a': {
            const at = target.symbols.at(value);
            return hex(value) + (at ? ` <${at.function}+${at.offset}>` : '');
          }
          default: return `0x${value.toString(16).padStart(size * 2, '0')}`;
        }
      };
      const wide = Math.max(1, Math.floor((format === 'a' || format === 't' ? 8 : 16) / size));
      const lines = [];
      for (let i = 0; i < count; i += wide) {
        const parts = [];
        for (let j = i; j < Math.min(i + wide, count); j++) parts.push(text(unsigned(j * size)));
        lines.push(`${hex(start + BigInt(i * size))}:  ${parts.join('  ')}`);
      }
      return lines.join('\n');
    },
    // the prompt calls it at each stop
    stopped() {
      const { breakpoint } = target.stop;
      if (breakpoint !== null && temporary.delete(breakpoint)) breakpoint.remove();
    },
    // all names that can follow the dot, those of the prototypes too
    members(object) {
      const names = new Set();
      for (let at = Object(object); at !== null && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
        for (const name of Object.getOwnPropertyNames(at)) names.add(name);
      }
      return [...names];
    },
  };

  const define = (name, property) => Object.defineProperty(globalThis, name, { enumerable: true, configurable: true, ...property });
  define('target', { value: target });
  define('prompt', { value: prompt });
  define('stop', { get: fresh });
  define('frame', { get: () => {
    const stop = here('frame');
    if (depth > 0) return prompt.frames[depth];
    return chosen ? chosen.frame : stop.frame;
  } });
  const choose = object => {
    if (object === null || typeof object !== 'object') throw new gjdbg.BadRequest('a goroutine or a thread is wanted, as in: goroutine 1');
    fresh();
    chosen = object;
    depth = 0;
  };
  define('goroutine', {
    get: () => {
      const stop = here('goroutine');
      return chosen && !isThread(chosen) ? chosen : chosen ? chosen.goroutine : stop.goroutine;
    },
    set: choose,
  });
  define('thread', {
    get: () => {
      const stop = here('thread');
      return chosen ? (isThread(chosen) ? chosen : chosen.thread) : stop.thread;
    },
    set: choose,
  });
  return prompt;
})
