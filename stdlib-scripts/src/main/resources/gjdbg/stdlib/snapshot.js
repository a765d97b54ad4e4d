// The whole program at one moment, as an object that JSON.stringify takes: docs/snapshots.md tells what is in it.
import { target, BadRequest, TargetGone } from 'gjdbg';
import { LIMITS, Reader } from './snapshot/reader.js';
import { groups } from './snapshot/goroutines.js';
import { maskedArguments, maskedEnvironment } from './snapshot/secrets.js';
import { plain } from './snapshot/plain.js';

export { text } from './snapshot/text.js';

export const FORMAT = 'gjdbg-snapshot';
export const VERSION = 1;

const checkOptions = globalThis[Symbol.for('gjdbg.options')];

function limits(options) {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) throw new BadRequest('a snapshot takes an object of options');
  checkOptions(options, 'a snapshot', Object.keys(LIMITS));
  for (const [name, value] of Object.entries(options)) {
    if (!Number.isInteger(value) || value < 0) throw new BadRequest(`option '${name}' of a snapshot is a whole number, not ${String(value)}`);
  }
  return { ...LIMITS, ...options };
}

function stopped(reader) {
  const { reason, signal, thread, goroutine } = target.stop;
  return {
    reason,
    signal,
    thread: thread?.id ?? null,
    goroutine: reader.optional('the goroutine that stopped', () => reader.number(goroutine?.id ?? null)),
    frame: thread === null ? null : reader.optional('where the target stopped', () => reader.place(thread.frame)),
  };
}

function threads(reader) {
  return target.threads.map(thread => ({
    id: thread.id,
    name: thread.name,
    pc: reader.optional(`the registers of thread ${thread.id}`, () => plain(thread.registers.rip)),
    goroutine: reader.optional(`the goroutine of thread ${thread.id}`, () => reader.number(thread.goroutine?.id ?? null)),
    ...reader.stack(`the stack of thread ${thread.id}`, () => thread.frame, { values: target.language !== 'go' }),
  }));
}

function scheduler(reader) {
  if (target.language !== 'go') return { scheduler: null };
  try {
    return { scheduler: plain(target.scheduler) };
  } catch (e) {
    reader.problem('the scheduler', e);
    return { scheduler: null };
  }
}

/** The program as it is now. */
export function snapshot(options = {}) {
  if (target.state === 'exited' || target.state === 'detached') throw new TargetGone(`a snapshot needs a target: this one is ${target.state}`);
  const reader = new Reader(limits(options));
  const stop = stopped(reader);
  const goroutines = target.language === 'go' ? reader.optional('the goroutines', () => groups(reader, stop.goroutine)) : null;
  return {
    format: FORMAT,
    version: VERSION,
    when: new Date().toISOString(),
    of: target.state === 'core' ? 'core' : 'process',
    target: {
      pid: target.pid,
      path: target.path,
      args: maskedArguments(target.args),
      language: target.language,
      goVersion: target.goVersion,
      buildId: target.buildId,
    },
    stop,
    threads: threads(reader),
    goroutines,
    ...scheduler(reader),
    modules: target.libraries.map(plain),
    environment: maskedEnvironment(target.environment),
    limits: reader.limits,
    problems: reader.problems,
  };
}
