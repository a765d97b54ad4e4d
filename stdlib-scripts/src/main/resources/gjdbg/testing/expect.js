import { format } from 'gjdbg';
import { ExpectationFailed } from './failure.js';

export function expect(actual) {
  return {
    toBe(expected) {
      if (!Object.is(actual, expected)) throw new ExpectationFailed(`expected ${format(expected)}, received ${format(actual)}`);
    },
  };
}
