// expect(value).matcher(expected): the matchers that people know from Jest.
import { BadRequest, format } from 'gjdbg';
import { Asymmetric, equal, same } from './equal.js';
import { diff, short, textDiff } from './diff.js';
import { ExpectationFailed } from './failure.js';
import { Recording } from './recording.js';
import { TestContext } from './context.js';
import { elements, isObject, shapeOf, unreadable } from './value.js';

const number = value => typeof value === 'number' || typeof value === 'bigint';

function wantNumbers(matcher, ...values) {
  for (const value of values) {
    if (!number(value)) throw new BadRequest(`${matcher} compares numbers, not ${short(value)}`);
  }
}

function compare(matcher, words, holds) {
  return (actual, bound) => {
    wantNumbers(matcher, actual, bound);
    return { pass: holds(actual, bound), wanted: `${words} ${bound}` };
  };
}

function contains(actual, item) {
  if (typeof actual === 'string') {
    if (typeof item !== 'string') throw new BadRequest(`toContain looks for text in text, not for ${short(item)}`);
    return actual.includes(item);
  }
  switch (shapeOf(actual)) {
    case 'array': return elements(actual).some(each => same(each, item));
    case 'set': return [...actual].some(each => same(each, item));
    default: throw new BadRequest(`toContain looks in text, arrays and sets, not in ${short(actual)}`);
  }
}

function lengthOf(actual) {
  const length = isObject(actual) || typeof actual === 'string' ? actual.length ?? actual.size : undefined;
  if (typeof length !== 'number') throw new BadRequest(`toHaveLength is for what has a length or a size, not for ${short(actual)}`);
  return length;
}

// 'a.b[0]' or ['a', 'b', 0]
function at(actual, path) {
  const steps = Array.isArray(path) ? path : String(path).match(/[^.[\]]+/g) ?? [];
  let value = actual;
  for (const step of steps) {
    if (!isObject(value) && typeof value !== 'string' || !(typeof value === 'string' ? step === 'length' : step in value || shapeOf(value) === 'array' && value[step] !== undefined)) {
      return { found: false };
    }
    value = value[step];
  }
  return { found: true, value };
}

function thrownBy(actual) {
  if (typeof actual !== 'function') throw new BadRequest(`toThrow is for a function: expect(() => …).toThrow(), not for ${short(actual)}`);
  try {
    actual();
    return { threw: false };
  } catch (error) {
    return { threw: true, error };
  }
}

function fits(error, expected) {
  const message = error?.message ?? String(error);
  if (expected === undefined) return true;
  if (typeof expected === 'string') return message.includes(expected);
  if (expected instanceof RegExp) return expected.test(message);
  if (expected instanceof Asymmetric) return expected.matches(error);
  if (typeof expected === 'function') return error instanceof expected;
  return message === expected.message;
}

const named = value => (typeof value === 'function' ? value.name : value instanceof Error ? short(value.message) : short(value));

// Each gives whether it holds, what is wanted in words, and perhaps how else to say what was received, and a comparison.
const MATCHERS = {
  toBe: (actual, expected) => ({
    pass: same(actual, expected), wanted: `to be ${short(expected)}`,
    difference: () => (typeof actual === 'string' && typeof expected === 'string' ? textDiff(expected, actual) : equal(actual, expected) ? '\nthey have equal parts, but are not the same thing; toEqual compares parts' : diff(expected, actual)),
  }),
  toEqual: (actual, expected) => ({
    pass: equal(actual, expected), wanted: `to equal ${short(expected)}`,
    difference: () => (typeof actual === 'string' && typeof expected === 'string' ? textDiff(expected, actual) : diff(expected, actual)),
  }),
  toMatchObject: (actual, expected) => ({
    pass: isObject(actual) && equal(actual, expected, true), wanted: `to have the parts of ${short(expected)}`, difference: () => diff(expected, actual),
  }),
  toMatch: (actual, pattern) => {
    if (typeof actual !== 'string') throw new BadRequest(`toMatch is for text, not for ${short(actual)}`);
    return { pass: typeof pattern === 'string' ? actual.includes(pattern) : pattern.test(actual), wanted: `to match ${typeof pattern === 'string' ? short(pattern) : pattern}` };
  },
  toContain: (actual, item) => ({ pass: contains(actual, item), wanted: `to contain ${short(item)}` }),
  toContainEqual: (actual, item) => ({ pass: elements(actual).some(each => equal(each, item)), wanted: `to contain an equal of ${short(item)}` }),
  toHaveLength: (actual, length) => ({ pass: lengthOf(actual) === length, wanted: `to have length ${length}`, received: () => `length ${lengthOf(actual)}: ${short(actual)}` }),
  toHaveProperty(actual, path, ...expected) {
    const { found, value } = at(actual, path);
    const pass = found && (expected.length === 0 || equal(value, expected[0]));
    return { pass, wanted: `to have ${expected.length ? `${short(expected[0])} at ` : ''}property ${Array.isArray(path) ? path.join('.') : path}`, received: () => (found ? `${short(value)} there` : short(actual)) };
  },
  toBeNull: actual => ({ pass: actual === null, wanted: 'to be null' }),
  toBeUndefined: actual => ({ pass: actual === undefined, wanted: 'to be undefined' }),
  toBeDefined: actual => ({ pass: actual !== undefined, wanted: 'to be defined' }),
  toBeTruthy: actual => ({ pass: Boolean(actual), wanted: 'to be truthy' }),
  toBeFalsy: actual => ({ pass: !actual, wanted: 'to be falsy' }),
  toBeNaN: actual => ({ pass: Number.isNaN(actual), wanted: 'to be NaN' }),
  toBeGreaterThan: compare('toBeGreaterThan', 'to be greater than', (a, b) => a > b),
  toBeGreaterThanOrEqual: compare('toBeGreaterThanOrEqual', 'to be at least', (a, b) => a >= b),
  toBeLessThan: compare('toBeLessThan', 'to be less than', (a, b) => a < b),
  toBeLessThanOrEqual: compare('toBeLessThanOrEqual', 'to be at most', (a, b) => a <= b),
  toBeCloseTo(actual, expected, digits = 2) {
    wantNumbers('toBeCloseTo', actual, expected);
    const off = Math.abs(Number(expected) - Number(actual));
    return { pass: Object.is(actual, expected) || off < 10 ** -digits / 2, wanted: `to be ${expected} to ${digits} digits after the point`, received: () => `${actual}, which is ${off} off` };
  },
  toBeInstanceOf: (actual, type) => ({ pass: actual instanceof type, wanted: `to be a ${type.name}` }),
  toThrow(actual, expected) {
    const { threw, error } = thrownBy(actual);
    return { pass: threw && fits(error, expected), wanted: expected === undefined ? 'to throw' : `to throw ${named(expected)}`, received: () => (threw ? `${error}` : 'nothing was thrown') };
  },
  // what follows looks at the target
  toHaveOrder(actual, ...places) {
    if (!(actual instanceof Recording)) throw new BadRequest(`toHaveOrder is for what t.record(…) gave, not for ${short(actual)}`);
    const wrong = actual.outOfOrder(places);
    return { pass: wrong === undefined, wanted: `to have ${places.join(' before ')}`, received: () => `${wrong ?? 'just that'}\n${actual}` };
  },
  toLeaveNoGoroutines(actual) {
    if (!(actual instanceof TestContext)) throw new BadRequest('toLeaveNoGoroutines is for t: expect(t).toLeaveNoGoroutines() after t.finish()');
    const left = actual.goroutinesLeft;
    return { pass: left.length === 0, wanted: 'to leave no goroutines but the main one', received: () => `${left.length} left\n${left.join('\n')}` };
  },
};

function check(name, matcher, actual, negated, parameters) {
  const why = unreadable(actual);
  if (why !== undefined) throw new ExpectationFailed(`${name} can't tell, for the value can't be read: ${why}`);
  const result = matcher(actual, ...parameters);
  if (result.pass !== negated) return;
  const received = result.received?.() ?? short(actual);
  const difference = negated ? '' : result.difference?.() ?? '';
  throw new ExpectationFailed(`expected ${negated ? 'it not ' : ''}${result.wanted}\nreceived ${received}${difference}`);
}

function matchers(actual, negated) {
  const all = {};
  for (const [name, matcher] of Object.entries(MATCHERS)) {
    all[name] = (...parameters) => check(name, matcher, actual, negated, parameters);
  }
  return all;
}

export function expect(actual) {
  return { ...matchers(actual, false), not: matchers(actual, true) };
}

const PRIMITIVES = new Map([[Number, 'number'], [String, 'string'], [Boolean, 'boolean'], [BigInt, 'bigint'], [Function, 'function']]);

Object.assign(expect, {
  anything: () => new Asymmetric('anything', actual => actual !== null && actual !== undefined),
  any: type => new Asymmetric(`any ${type.name}`, actual => (PRIMITIVES.has(type) ? typeof actual === PRIMITIVES.get(type) : type === Array ? shapeOf(actual) === 'array' : type === Object ? isObject(actual) : actual instanceof type)),
  stringContaining: part => new Asymmetric(`text with ${format(part)} in it`, actual => typeof actual === 'string' && actual.includes(part)),
  stringMatching: pattern => new Asymmetric(`text that matches ${pattern}`, actual => typeof actual === 'string' && new RegExp(pattern).test(actual)),
  objectContaining: part => new Asymmetric(`an object with ${short(part)}`, actual => isObject(actual) && equal(actual, part, true)),
  arrayContaining: parts => new Asymmetric(`an array with ${short(parts)}`, actual => shapeOf(actual) === 'array' && parts.every(part => elements(actual).some(each => equal(each, part)))),
  closeTo: (expected, digits) => new Asymmetric(`about ${expected}`, actual => number(actual) && MATCHERS.toBeCloseTo(actual, expected, digits).pass),
});
