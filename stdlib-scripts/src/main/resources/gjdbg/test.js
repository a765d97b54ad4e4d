// Scenarios, which "gjdbg test" runs: import { test, expect } from 'gjdbg/test'.
import { gather } from './testing/registry.js';
import { run, outcome, stacks } from './testing/run.js';

export { test, describe, beforeEach, afterEach } from './testing/registry.js';
export { expect } from './testing/expect.js';

globalThis[Symbol.for('gjdbg.testing')]?.register({ gather, run, outcome, stacks });
