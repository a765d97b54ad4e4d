// The scenarios that the workflow beside this file runs, on the program in program/.
import { describe, expect, test } from 'gjdbg/test';

describe('stock', () => {
  test('no article is sold that is not there', { args: ['sell'] }, t => {
    t.target.hook('main.(*Stock).Take', {
      onReturn(f, [left]) { expect(left).toBeGreaterThanOrEqual(0); },
    });
    expect(t.finish().exitCode).toBe(0);
    expect(t.stdout).toBe('3 left\n');
  });

  test('orders are checked before they are taken', { args: ['sell'] }, t => {
    const seen = t.record('main.check', 'main.(*Stock).Take');
    t.finish();
    expect(seen).toHaveOrder('main.check', 'main.(*Stock).Take');
    expect(seen.count('main.check')).toBe(seen.count('main.(*Stock).Take'));
  });
});
