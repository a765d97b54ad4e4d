// What kinds of things meet in a comparison: JavaScript's own, and values of the program, which are read as they are looked at.

const MAX = 10_000;
const host = globalThis[Symbol.for('gjdbg.testing')];

export const isObject = value => typeof value === 'object' && value !== null || typeof value === 'function';

/** The handle of a value of the program; undefined for everything else. */
export function handleOf(value) {
  if (!isObject(value)) return undefined;
  try {
    return value.$value ?? undefined;
  } catch {
    return undefined;
  }
}

/** Why a value of the program can't be read; undefined for one that can, and for everything else. */
export function unreadable(value) {
  const handle = handleOf(value);
  if (!handle) return undefined;
  return handle.readable === false ? handle.error : undefined;
}

/** Whether it is one of gjdbg's objects, such as a stop or a frame: those lead to everything, so their parts are not walked. */
export const isOpaque = value => isObject(value) && host !== undefined && host.isOpaque(value);

const iterable = value => typeof value[Symbol.iterator] === 'function';

/** 'array', 'map', 'set', 'object', 'text' (what has no parts to compare) or 'primitive'. */
export function shapeOf(value) {
  if (!isObject(value)) return 'primitive';
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return 'array';
  if (value instanceof Map) return 'map';
  if (value instanceof Set) return 'set';
  if (value instanceof Date || value instanceof RegExp || value instanceof Error || typeof value === 'function') return 'text';
  if (handleOf(value) && typeof value.get === 'function' && iterable(value)) return 'map';
  return 'object';
}

export function elements(value) {
  return Array.prototype.slice.call(value, 0, MAX);
}

export function entries(value) {
  const all = [];
  for (const entry of value) {
    if (all.length === MAX) break;
    all.push([entry[0], entry[1]]);
  }
  return all;
}

/** The names of an object's parts: a struct's fields, or an object's own properties. */
export const keys = value => Object.keys(value);
