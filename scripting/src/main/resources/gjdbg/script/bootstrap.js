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

  // An iterator over what batch gives: arrays, the last of which is empty. A generator would take four times as long.
  class Walk {
    #batch; #pairs; #part = []; #at = 0;
    constructor(batch, pairs) {
      this.#batch = batch;
      this.#pairs = pairs;
    }
    next() {
      let part = this.#part;
      if (this.#at === part.length) {
        part = this.#part = this.#batch();
        this.#at = 0;
        if (part.length === 0) return { value: undefined, done: true };
      }
      const first = part[this.#at++];
      return { value: this.#pairs ? [first, part[this.#at++]] : first, done: false };
    }
  }
  Object.setPrototypeOf(Walk.prototype, Object.getPrototypeOf(Object.getPrototypeOf([].values())));

  // or JSON.stringify would throw at a struct with a large integer
  Object.defineProperty(BigInt.prototype, 'toJSON', { value() { return String(this); }, writable: true, configurable: true });

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
    list: items => Array.from(items),
    batch: (...items) => items,
    record: members => ({ ...members }),
    undefined: undefined,
    walk: (batch, pairs) => new Walk(batch, pairs),
    // for...of asks the prototype that the host's iterable objects share, and walks them slowly: maps have a way of their own
    quickMaps(map) {
      const prototype = Object.getPrototypeOf(map);
      const slow = prototype[Symbol.iterator];
      prototype[Symbol.iterator] = function () {
        const entries = this.entries;
        return entries ? entries() : slow.call(this);
      };
    },
    // batch gives arrays of keys and values by turns, the last of which is empty
    forEach: (map, batch, handler, self) => {
      for (let part = batch(); part.length > 0; part = batch()) {
        for (let i = 0; i < part.length; i += 2) handler.call(self, part[i + 1], part[i], map);
      }
    },
    plainMap(entries) {
      const pairs = Array.from(entries);
      const object = Object.fromEntries(pairs.filter(([key]) => key === null || typeof key !== 'object'));
      return Object.keys(object).length === pairs.length ? object : pairs;
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
