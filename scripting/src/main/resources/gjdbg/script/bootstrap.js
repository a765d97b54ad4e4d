// Evaluated once, before any script. Its value is what the host needs to speak JavaScript.
(function () {
  'use strict';
  class GjdbgError extends Error {
    constructor(message, data) {
      super(message);
      this.name = new.target.name;
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

  return {
    errors,
    makeError: (kind, message, data) => new errors[kind](message, data),
    bigint: text => BigInt(text),
    bytes: buffer => new Uint8Array(new ArrayBuffer(buffer)).slice(),
    truth: condition => frame => !!condition(frame),
    call: (handler, self, first, second) => handler.call(self, first, second),
    fresh: () => ({}),
    isRegExp: value => value instanceof RegExp,
    isError: value => value instanceof Error,
    list: items => Array.from(items),
    console(print) {
      globalThis.console = {
        log: (...items) => print(false, items),
        info: (...items) => print(false, items),
        debug: (...items) => print(false, items),
        warn: (...items) => print(true, items),
        error: (...items) => print(true, items),
        trace: (...items) => print(true, [...items, new Error().stack]),
      };
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
