// Evaluated once, before any script. Its value is what the host needs to speak JavaScript.
(function () {
  'use strict';
  class GjdbgError extends Error {
    constructor(message, data) {
      super(message);
      Object.defineProperty(this, 'name', { value: new.target.name, writable: true, configurable: true });
      if (data) Object.assign(this, data);
    }
  }
  class MalformedFile extends GjdbgError {}
  class MemoryFault extends GjdbgError {}
  class SystemCallFailed extends GjdbgError {}
  class NotFound extends GjdbgError {}
  class Unavailable extends GjdbgError {}
  class TargetGone extends GjdbgError {}
  class BadRequest extends GjdbgError {}
  const errors = { GjdbgError, MalformedFile, MemoryFault, SystemCallFailed, NotFound, Unavailable, TargetGone, BadRequest };

  // A promise would be settled after the script's end, when the frame is gone; and as a condition it is always true.
  function settled(result) {
    if (typeof result === 'object' && result instanceof Promise) {
      result.catch(() => {});
      throw new BadRequest('handlers and conditions have to be plain functions, not async ones: the target waits for what they return');
    }
    return result;
  }

  // An iterator over the elements of arrays, the last of which is empty. A generator would take four times as long.
  class Walk {
    #batch; #part = []; #at = 0;
    constructor(batch) { this.#batch = batch; }
    next() {
      if (this.#at === this.#part.length) {
        this.#part = this.#batch();
        this.#at = 0;
      }
      return this.#at < this.#part.length ? { value: this.#part[this.#at++], done: false } : { value: undefined, done: true };
    }
  }
  Object.setPrototypeOf(Walk.prototype, Object.getPrototypeOf(Object.getPrototypeOf([].values())));

  function pairs(...flat) {
    const items = [];
    for (let i = 0; i < flat.length; i += 2) items.push([flat[i], flat[i + 1]]);
    return items;
  }

  return {
    errors,
    makeError: (kind, message, data) => new errors[kind](message, data),
    bigint: text => BigInt(text),
    bytes: buffer => new Uint8Array(new ArrayBuffer(buffer)).slice(),
    truth: condition => frame => {
      const result = settled(condition(frame));
      // an unreadable value would be true as any object is; asked for a member it throws why it can't be read
      if (typeof result === 'object' && result?.$value?.readable === false) void result.valueOf;
      return !!result;
    },
    call: (handler, self, first, second) => settled(handler.call(self, first, second)),
    fresh: () => ({}),
    isRegExp: value => value instanceof RegExp,
    isError: value => value instanceof Error,
    list: (...items) => items,
    record: members => ({ ...members }),
    undefined: undefined,
    walk: batch => new Walk(batch),
    pairs,
    forEach: map => (handler, self) => {
      for (const [key, value] of map) handler.call(self, value, key, map);
    },
    // print takes whether it goes to stderr, and the text; format shows what is not a string
    console(print, format) {
      const to = error => (...items) => {
        print(error, items.length === 1 && typeof items[0] === 'string' ? items[0] : format(...items));
      };
      globalThis.console = {
        log: to(false), info: to(false), debug: to(false), warn: to(true), error: to(true),
        trace: (...items) => print(true, new Error(items.length ? format(...items) : '').stack.replace(/^Error/, 'Trace')),
      };
    },
    offer(name, value) {
      Object.defineProperty(globalThis, Symbol.for(name), { value });
    },
    install(members) {
      const gjdbg = Object.assign({}, errors);
      for (const name of Object.keys(members)) {
        Object.defineProperty(gjdbg, name, { value: members[name], enumerable: true });
      }
      Object.defineProperty(globalThis, 'gjdbg', { value: gjdbg });
      return Object.keys(gjdbg);
    },
  };
})()
