// Whether two things are equal by their parts. Values of the program are what they are in JavaScript: a struct is its fields,
// a slice its elements, a map its entries; an integer is a number or a BigInt as its size has it, so both compare as numbers.
import { elements, entries, handleOf, isObject, isOpaque, keys, shapeOf, unreadable } from './value.js';

const MOST_DEPTH = 500;
const MOST_POINTERS = 16;

/** What stands for many values in what is expected: expect.any and its like. */
export class Asymmetric {
  constructor(text, matches) {
    this.text = text;
    this.matches = matches;
  }

  toString() {
    return this.text;
  }
}

const numeric = value => typeof value === 'number' || typeof value === 'bigint';

/** Object.is, but a number and a BigInt of the same size are the same, and so are two readings of one thing of the program. */
export function same(left, right) {
  if (Object.is(left, right)) return true;
  if (numeric(left) && numeric(right) && typeof left !== typeof right) return left == right;
  const [first, second] = [thing(left), thing(right)];
  return Boolean(first && second && first.address !== null && first.address === second.address && first.type.name === second.type.name);
}

// what a value of the program is, or what a pointer to it leads to
function thing(value) {
  let handle = handleOf(value);
  for (let i = 0; handle && handle.type.kind === 'pointer' && i < MOST_POINTERS; i++) handle = handle.deref();
  return handle;
}

/** @param partly whether objects may have more properties than are expected */
export function equal(actual, expected, partly = false, depth = 0, open = []) {
  if (expected instanceof Asymmetric) return expected.matches(actual);
  if (unreadable(actual) !== undefined || unreadable(expected) !== undefined) return false;
  if (same(actual, expected)) return true;
  if (!isObject(actual) || !isObject(expected)) return false;
  // a cycle met again is equal as far as this path goes
  if (open.some(([a, b]) => same(a, actual) && same(b, expected))) return true;
  if (depth > MOST_DEPTH) throw new RangeError(`the values are nested more than ${MOST_DEPTH} deep`);
  const next = [...open, [actual, expected]];
  const parts = (a, b) => equal(a, b, partly, depth + 1, next);
  // of gjdbg's own objects only what is asked for is looked at
  if (isOpaque(actual)) return !isOpaque(expected) && shapeOf(expected) === 'object' && keys(expected).every(key => parts(actual[key], expected[key]));
  const [shape, wanted] = [shapeOf(actual), shapeOf(expected)];
  if (shape === 'map' && wanted === 'object') return mapLikeObject(actual, expected, partly, parts);
  if (shape !== wanted) return false;
  switch (shape) {
    case 'array': return actual.length === expected.length && elements(expected).every((each, i) => parts(actual[i], each));
    case 'map': return sameEntries(entries(actual), entries(expected), partly, parts);
    case 'set': return actual.size === expected.size && [...expected].every(each => [...actual].some(other => parts(other, each)));
    case 'text': return sameText(actual, expected);
    default: return sameKeys(actual, expected, partly) && keys(expected).every(key => parts(actual[key], expected[key]));
  }
}

// dates, errors and regular expressions; functions are equal to themselves only
function sameText(actual, expected) {
  if (typeof actual === 'function' || typeof expected === 'function') return false;
  if (actual instanceof Date) return expected instanceof Date && actual.getTime() === expected.getTime();
  if (actual instanceof Error) return expected instanceof Error && actual.message === expected.message;
  return String(actual) === String(expected);
}

// undefined is as good as missing, as in Jest's toEqual
function sameKeys(actual, expected, partly) {
  const has = (object, key) => key in object && object[key] !== undefined;
  const wanted = keys(expected).filter(key => expected[key] !== undefined);
  if (!wanted.every(key => has(actual, key))) return false;
  return partly || keys(actual).filter(key => actual[key] !== undefined).every(key => has(expected, key));
}

function sameEntries(actual, expected, partly, parts) {
  if (!partly && actual.length !== expected.length) return false;
  return expected.every(([key, value]) => actual.some(([otherKey, other]) => parts(otherKey, key) && parts(other, value)));
}

// a map of the program beside { key: value }: its keys as text
function mapLikeObject(actual, expected, partly, parts) {
  const all = new Map(entries(actual).map(([key, value]) => [String(key), value]));
  const wanted = keys(expected);
  return (partly || all.size === wanted.length) && wanted.every(key => all.has(key) && parts(all.get(key), expected[key]));
}
