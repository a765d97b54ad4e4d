// A snapshot as text, for a terminal.
const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, cyan: 36 };
const MOST_IDS = 8;
const UNITS = [[86_400_000, 'd'], [3_600_000, 'h'], [60_000, 'min'], [1000, 's'], [1, 'ms']];

// Terminals would do what control characters in the program's own texts say.
const harmless = text => String(text).replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, '\ufffd');

const counted = (count, word) => `${String(count).replace(/\B(?=(\d{3})+$)/g, ',')} ${word}${count === 1 ? '' : 's'}`;

/** Milliseconds as people say it. */
export function duration(milliseconds) {
  const [length, unit] = UNITS.find(([each]) => milliseconds >= each) ?? UNITS.at(-1);
  const number = milliseconds / length;
  return `${number < 10 && unit !== 'ms' ? number.toFixed(1) : Math.round(number)} ${unit}`;
}

class Page {
  #lines = [];
  #colour;

  constructor(colour) {
    this.#colour = colour;
  }

  paint(style, text) {
    return this.#colour ? `\x1b[${CODES[style]}m${harmless(text)}\x1b[0m` : harmless(text);
  }

  line(text = '') {
    this.#lines.push(text);
  }

  heading(text) {
    this.line();
    this.line(this.paint('bold', text));
  }

  variables(indent, { args = [], locals = [] }) {
    for (const { name, value } of [...args, ...locals]) this.line(`${indent}${this.paint('dim', name)} = ${harmless(value)}`);
  }

  frames({ frames, cut }, indent) {
    for (const frame of frames) {
      const name = frame.function === '' ? `pc ${frame.pc}` : frame.function;
      this.line(`${indent}${this.paint('cyan', name)}${frame.line ? `  ${this.paint('dim', `${frame.file}:${frame.line}`)}` : ''}`);
      this.variables(`${indent}    `, frame);
    }
    if (cut) this.line(`${indent}…`);
  }

  toString() {
    return this.#lines.join('\n');
  }
}

function wait(members) {
  const known = members.map(each => each.waitingSince).filter(each => each !== undefined);
  if (known.length === 0) return '';
  const longest = known.reduce((a, b) => Math.max(a, b));
  return members.length > 1 ? `, for up to ${duration(longest)}` : `, for ${duration(longest)}`;
}

function waitingOn({ waitingOn: on }) {
  if (on === undefined) return '';
  const details = Object.entries(on).filter(([name, value]) => name !== 'kind' && value !== null && value !== undefined)
    .map(([name, value]) => (name === 'due' ? `due in ${duration(Math.max(0, value))}` : name === 'address' ? value
      : `${name} ${typeof value === 'object' ? JSON.stringify(value) : value}`));
  return `waits on ${on.kind} ${details.join(', ')}`;
}

function group(page, each) {
  const { count, status, waitReason, system, createdBy, members } = each;
  const ids = members.slice(0, MOST_IDS).map(member => member.id).join(', ');
  const state = `${status}${waitReason ? ` (${waitReason})` : ''}${wait(members)}`;
  page.line();
  page.line(`${page.paint('bold', count)} ${page.paint(status === 'waiting' ? 'yellow' : 'green', state)}${system ? ' runtime' : ''}: ${ids}${count > MOST_IDS ? ', …' : ''}`);
  page.frames(each, '    ');
  if (createdBy) {
    const parent = count === 1 && members[0].parentId !== undefined ? ` in goroutine ${members[0].parentId}` : '';
    page.line(`    created by ${page.paint('cyan', createdBy.function)}${parent}  ${page.paint('dim', `${createdBy.file}:${createdBy.line}`)}`);
  }
  const on = waitingOn(members[0]);
  if (on) page.line(`    ${harmless(on)}${count > 1 ? ` (goroutine ${members[0].id})` : ''}`);
  const labels = Object.entries(members[0].labels ?? {});
  if (labels.length > 0) page.line(`    labels ${harmless(labels.map(([key, value]) => `${key}=${value}`).join(' '))}`);
}

function head(page, { target, when, of, stop, threads, goroutines }) {
  const go = target.goVersion ? `, ${target.goVersion}` : '';
  page.line(`${page.paint('bold', target.path)} (${of === 'core' ? 'core of process' : 'process'} ${target.pid}${go})  ${page.paint('dim', when)}`);
  page.line(`    ${harmless(target.args.join(' '))}`);
  if (of === 'core' || !['interrupt', 'entry'].includes(stop.reason)) {
    const at = stop.frame ? ` at ${stop.frame.function} ${stop.frame.file}:${stop.frame.line}` : '';
    page.line(page.paint('red', `stopped by ${stop.reason}${stop.signal ? ` ${stop.signal}` : ''}${at}, thread ${stop.thread}${stop.goroutine === null ? '' : `, goroutine ${stop.goroutine}`}`));
  }
  const groups = goroutines ? `, ${counted(goroutines.count, 'goroutine')} (${goroutines.system} of the runtime's) in ${counted(goroutines.groups.length + goroutines.groupsLeft, 'group')}` : '';
  page.line(`${counted(threads.length, 'thread')}${groups}`);
}

/** The snapshot as lines; those of the runtime's own goroutines only with `system`. */
export function text(snapshot, { colour = false, system = false } = {}) {
  const page = new Page(colour);
  head(page, snapshot);
  const { goroutines, threads, modules, problems } = snapshot;
  if (goroutines) {
    for (const each of goroutines.groups) if (system || !each.system) group(page, each);
    if (goroutines.groupsLeft > 0) page.line(`\n… and ${counted(goroutines.groupsLeft, 'group')} more`);
    if (goroutines.unreadable > 0) page.line(`\n${counted(goroutines.unreadable, 'goroutine')} could not be read`);
  }
  page.heading(counted(threads.length, 'thread'));
  for (const each of threads) {
    const first = each.frames[0];
    const where = first ? first.function || `pc ${first.pc}` : 'unknown';
    page.line(`${each.id} ${page.paint('dim', each.name)}${each.goroutine === null ? '' : ` runs goroutine ${each.goroutine}`}  ${page.paint('cyan', where)}`);
    if (!goroutines) page.frames(each, '    ');
  }
  if (modules.length > 0) {
    page.heading(counted(modules.length, 'shared library').replace('librarys', 'libraries'));
    for (const { path, base, buildId } of modules) page.line(`${base}  ${harmless(path)}${buildId ? `  ${page.paint('dim', buildId)}` : ''}`);
  }
  if (problems.length > 0) {
    page.heading('could not be read');
    for (const each of problems) page.line(harmless(each));
  }
  return page.toString();
}
