// Runs one test in its own process, and says how it went.
import { GjdbgError } from 'gjdbg';
import { close, groupsOf, testAt } from './registry.js';
import { TestContext } from './context.js';
import { ExpectationFailed } from './failure.js';
import { scriptFrames, scriptPlace } from './place.js';
import { standing } from './standing.js';

const host = globalThis[Symbol.for('gjdbg.testing')];
let settled = null;

function told(thrown) {
  const error = typeof thrown === 'object' && thrown !== null && typeof thrown.message === 'string' ? thrown : null;
  const stack = host.stackOf(thrown);
  const place = scriptPlace(stack);
  return {
    kind: thrown instanceof ExpectationFailed ? 'expectation' : 'error',
    name: error?.name ?? 'thrown',
    message: error === null ? `the script threw ${gjdbg.format(thrown)}` : thrown instanceof ExpectationFailed ? error.message : `${error.name}: ${error.message}`,
    stack: scriptFrames(stack),
    place,
    code: place && host.source(place.file, place.line),
  };
}

async function body(test, t) {
  const groups = groupsOf(test);
  let failure = null;
  const failed = (phase, thrown) => {
    // the first failure is the news, and how the target stood then; what breaks while cleaning up comes after it
    failure ??= { phase, ...told(thrown), ...standing(t.target, host, true) };
  };
  try {
    for (const group of groups) for (const hook of group.before) await hook(t);
  } catch (e) {
    failed('beforeEach', e);
  }
  if (!failure) {
    try {
      await test.fn(t, ...test.values);
      // as a script that only sets hooks and breakpoints, it gets one continue
      if (host.isReady()) t.target.continue();
    } catch (e) {
      failed('test', e);
    }
  }
  for (const group of groups.reverse()) {
    for (const hook of group.after) {
      try {
        await hook(t);
      } catch (e) {
        failed('afterEach', e);
      }
    }
  }
  return failure;
}

/** Begins the test; when everything that it started has settled, outcome() has the result. */
export function run(index, titles) {
  const test = testAt(index);
  const found = test && [...groupsOf(test).slice(1).map(group => group.title), test.name].join('\n');
  if (found !== titles) {
    throw new GjdbgError(`the file registers other tests each time it is loaded: number ${index} is now '${found}'`);
  }
  close();
  const t = new TestContext(test, host);
  body(test, t).then(failure => { settled = JSON.stringify({ failure }); });
}

/** The result as JSON; null while a promise is not settled. */
export const outcome = () => settled;

/** How the target stands now, as JSON, for a test that was ended from without. */
export const stacks = () => JSON.stringify(standing(gjdbg.target, host, false));
