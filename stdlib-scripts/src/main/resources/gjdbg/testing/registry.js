// What a scenario file registers when it is loaded: groups, tests and hooks. Nothing runs here.
import { BadRequest, format } from 'gjdbg';
import { scriptPlace } from './place.js';

const checkOptions = globalThis[Symbol.for('gjdbg.options')];
const OPTIONS = ['target', 'args', 'env', 'cwd', 'stdin', 'timeout', 'retries'];
const UNITS = { ms: 1, s: 1000, m: 60_000 };

const root = { title: null, parent: null, options: {}, before: [], after: [], mode: 'run', only: false };
const tests = [];
let current = root;
let running = false;

/** From now on, registering is an error: the tests have been counted. */
export function close() {
  running = true;
}

export const testAt = index => tests[index];

/** The groups that a test is in, the outermost first. */
export function groupsOf(test) {
  const groups = [];
  for (let group = test.group; group; group = group.parent) groups.unshift(group);
  return groups;
}

function milliseconds(timeout) {
  if (typeof timeout === 'number' && timeout > 0) return timeout;
  const [, number, unit] = /^\s*(\d+(?:\.\d+)?)\s*(ms|s|m)\s*$/.exec(String(timeout)) ?? [];
  if (number === undefined || Number(number) === 0) {
    throw new BadRequest(`timeout is a number of milliseconds or text as '20s', '500ms' or '2m', not ${format(timeout)}`);
  }
  return Number(number) * UNITS[unit];
}

const CHECKS = {
  target: value => typeof value === 'string' || 'a path of a program',
  args: value => Array.isArray(value) && value.every(each => ['string', 'number'].includes(typeof each)) || 'an array of strings',
  env: value => typeof value === 'object' && value !== null || "an object as { NAME: 'value' }",
  cwd: value => typeof value === 'string' || 'a path of a folder',
  stdin: value => typeof value === 'string' || 'the text that the target reads',
  timeout: value => milliseconds(value) > 0,
  retries: value => Number.isInteger(value) && value >= 0 || 'a whole number, 0 or more',
};

function checked(options, what) {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new BadRequest(`the options of ${what} are an object, as { target: './program', timeout: '20s' }, not ${format(options)}`);
  }
  checkOptions(options, what, OPTIONS);
  for (const [name, value] of Object.entries(options)) {
    const verdict = value === undefined || CHECKS[name](value);
    if (verdict !== true) throw new BadRequest(`option '${name}' of ${what} is ${verdict}, not ${format(value)}`);
  }
  return options;
}

// (name, fn) and (name, options, fn)
function parts(kind, name, rest, needsFunction) {
  if (running) throw new BadRequest(`${kind} is called at the top level of a scenario file or in a describe, not while a test runs`);
  if (typeof name !== 'string' || name === '') throw new BadRequest(`${kind} has a name, a string, as its first argument, not ${format(name)}`);
  const what = `${kind} '${name}'`;
  const [options, fn] = rest.length > 1 || typeof rest[0] === 'object' ? rest : [{}, rest[0]];
  if (needsFunction && typeof fn !== 'function') throw new BadRequest(`${what} has a function as its last argument, not ${format(fn)}`);
  return [checked(options ?? {}, what), fn];
}

function add(mode, only, name, rest, values = []) {
  const [options, fn] = parts('test', name, rest, mode !== 'todo');
  tests.push({ name, options, fn, values, mode, only, group: current, line: scriptPlace(new Error().stack)?.line ?? 0 });
}

function group(mode, only, name, rest) {
  const [options, fn] = parts('describe', name, rest, true);
  const outer = current;
  current = { title: name, parent: outer, options, before: [], after: [], mode, only };
  try {
    const result = fn();
    if (typeof result?.then === 'function') {
      throw new BadRequest(`describe '${name}' has a plain function, not an async one: its tests have to be known when it returns`);
    }
  } finally {
    current = outer;
  }
}

// %s %d %i %j %# and $member, as people know them from Jest
function titled(name, row, index) {
  const values = [...row];
  const text = name.replace(/%([sdij#%])/g, (directive, kind) => {
    if (kind === '%') return '%';
    if (kind === '#') return String(index);
    if (values.length === 0) return directive;
    const value = values.shift();
    return kind === 'j' ? JSON.stringify(value) : typeof value === 'string' ? value : format(value);
  });
  return text.replace(/\$(\w+)/g, (whole, member) => {
    const holder = row[0];
    const known = typeof holder === 'object' && holder !== null && member in holder;
    return known ? (typeof holder[member] === 'string' ? holder[member] : format(holder[member])) : whole;
  });
}

function each(mode, only) {
  return table => {
    if (!Array.isArray(table)) throw new BadRequest(`test.each takes an array of values or of arrays, not ${format(table)}`);
    return (name, ...rest) => table.forEach((entry, index) => {
      const row = Array.isArray(entry) ? entry : [entry];
      add(mode, only, titled(String(name), row, index), rest, row);
    });
  };
}

export const test = (name, ...rest) => add('run', false, name, rest);
test.skip = (name, ...rest) => add('skip', false, name, rest);
test.only = (name, ...rest) => add('run', true, name, rest);
test.todo = (name, ...rest) => add('todo', false, name, rest);
test.each = each('run', false);
test.skip.each = each('skip', false);
test.only.each = each('run', true);

export const describe = (name, ...rest) => group('run', false, name, rest);
describe.skip = (name, ...rest) => group('skip', false, name, rest);
describe.only = (name, ...rest) => group('run', true, name, rest);

function hook(kind, list) {
  return fn => {
    if (running) throw new BadRequest(`${kind} is called at the top level of a scenario file or in a describe, not while a test runs`);
    if (typeof fn !== 'function') throw new BadRequest(`${kind} takes a function of the test, not ${format(fn)}`);
    current[list].push(fn);
  };
}

export const beforeEach = hook('beforeEach', 'before');
export const afterEach = hook('afterEach', 'after');

/** All tests as JSON: what the runner has to know of them before it runs any. */
export function gather() {
  return JSON.stringify(tests.map((test, index) => {
    const groups = groupsOf(test);
    const options = Object.assign({}, ...groups.map(group => group.options), test.options);
    const env = Object.assign({}, ...groups.map(group => group.options.env), test.options.env);
    return {
      index,
      titles: [...groups.slice(1).map(group => group.title), test.name],
      mode: groups.some(group => group.mode === 'skip') && test.mode === 'run' ? 'skip' : test.mode,
      only: test.only || groups.some(group => group.only),
      line: test.line,
      target: options.target,
      args: options.args?.map(String) ?? [],
      env: Object.fromEntries(Object.entries(env).map(([name, value]) => [name, String(value)])),
      cwd: options.cwd,
      stdin: options.stdin,
      timeout: options.timeout === undefined ? undefined : milliseconds(options.timeout),
      retries: options.retries,
    };
  }));
}
