// How the target stands at a failure: the stop, the innermost frame with a source, and the stacks of all goroutines or threads.
import { Unavailable } from 'gjdbg';

const MOST_STACKS = 1000;
const MOST_FRAMES = 100;
const MOST_VALUE = 300;

const optional = (get, other) => {
  try {
    return get() ?? other;
  } catch (e) {
    if (e instanceof Error) return other;
    throw e;
  }
};

function frameText(frame) {
  return { function: frame.function, file: frame.file, line: frame.line, text: `${frame}` };
}

function framesOf(of) {
  try {
    return of.frames().slice(0, MOST_FRAMES).map(frameText);
  } catch (e) {
    return [{ function: '', file: '', line: 0, text: `<no frames: ${e.message ?? e}>` }];
  }
}

function goroutine(each) {
  const status = optional(() => each.status, '');
  const waits = optional(() => each.waitReason, '');
  const waited = optional(() => each.waitingSince, null);
  const state = [status, waits, waited === null ? '' : `for ${(waited / 1000).toFixed(1)} s`].filter(Boolean).join(', ');
  return { title: `goroutine ${each.id}${state && ` [${state}]`}`, frames: framesOf(each) };
}

function thread(each) {
  const runs = optional(() => each.goroutine, null);
  return { title: `thread ${each.id} (${each.name})${runs ? ` runs goroutine ${runs.id}` : ''}`, frames: framesOf(each) };
}

/** Of all goroutines where the target has them, else of the threads. */
export function allStacks(target) {
  if (target.language === 'go') {
    try {
      const all = Array.from(target.goroutines);
      const own = all.filter(each => !optional(() => each.system, false));
      return { of: 'goroutines', stacks: own.slice(0, MOST_STACKS).map(goroutine), left: Math.max(0, own.length - MOST_STACKS) };
    } catch (e) {
      if (!(e instanceof Unavailable)) throw e;
    }
  }
  const threads = target.threads;
  return { of: 'threads', stacks: threads.slice(0, MOST_STACKS).map(thread), left: Math.max(0, threads.length - MOST_STACKS) };
}

const own = frame => frame.file !== '' && !frame.function.startsWith('runtime.') && !frame.function.startsWith('internal/');

function variables(frame) {
  const shown = [];
  for (const [name, value] of [...Object.entries(frame.args), ...Object.entries(frame.locals)]) {
    const text = gjdbg.format(value, { depth: 1, items: 10 });
    shown.push(`${name} = ${text.length > MOST_VALUE ? `${text.slice(0, MOST_VALUE)}…` : text}`);
  }
  return shown;
}

function innermost(stop, host) {
  const frames = stop.thread.frames();
  const frame = frames.find(each => own(each) && host.source(each.file, each.line) !== null) ?? frames[0];
  if (!frame) return undefined;
  return { ...frameText(frame), code: host.source(frame.file, frame.line), variables: optional(() => variables(frame), []) };
}

/** Nothing of it may hide the failure that it belongs to. */
export function standing(target, host, stopped) {
  const result = {};
  if (!host.hasTarget()) return result;
  try {
    const state = target.state;
    if (state !== 'stopped') {
      result.stop = `${target.stop}`;
      return result;
    }
    if (stopped) {
      const stop = target.stop;
      result.stop = `${stop}`;
      result.frame = stop.thread === null ? undefined : innermost(stop, host);
    }
    result.stacks = allStacks(target);
    result.kept = keep(target, host);
  } catch (e) {
    result.problem = `how the target stood could not be read: ${e?.message ?? e}`;
  }
  return result;
}

// Keeps the target for later, as far as that can be done; returns what could not.
function keep(target, host) {
  const problems = [];
  if (!host.keepsArtifacts()) return problems;
  const attempt = (what, action) => {
    try {
      action();
    } catch (e) {
      problems.push(`no ${what} was kept: ${e?.message ?? e}`);
    }
  };
  attempt('snapshot', () => host.keepSnapshot(JSON.stringify(target.snapshot())));
  attempt('core', () => host.keepCore());
  return problems;
}
