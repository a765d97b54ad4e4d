// Ten scenarios for a ledger, each of which finds one of its bugs. Run them with
//   gjdbg test --target ./ledger scenarios/ledger.js
import { afterEach, beforeEach, describe, expect, test } from 'gjdbg/test';

describe('accounts', () => {
  test('deposits do not overlap, so that no update is lost', { args: ['deposits'] }, t => {
    let inside = 0;
    t.target.hook('main.(*Account).add', {
      onEnter() { expect(++inside).toBe(1); },
      onReturn() { inside--; },
    });
    t.finish();
    expect(t.stdout).toBe('balance 200\n');
  });

  test('interest is paid for every month', { args: ['interest'] }, t => {
    t.target.hook('main.monthly', {
      onEnter(f) { this.months = f.args.months; },
      onReturn(f, [balances]) {
        expect(balances).toHaveLength(this.months);
        expect(balances).toEqual([1100, 1210, 1331]);
      },
    });
    expect(t.finish().exitCode).toBe(0);
  });

  test('a refusal says why', { args: ['refusal'] }, t => {
    t.target.hook('main.(*Account).Withdraw', {
      onReturn(f, [error]) { expect(error.err.s).toBe('insufficient funds'); },
    });
    t.finish();
    expect(t.stdout).toMatch(/^withdraw 100 from bob: /);
  });

  test('no balance goes below zero', { args: ['withdraw'] }, t => {
    t.target.breakpoint('main.settled', { when: f => f.args.a.balance < 0 });
    expect(t.target.continue().reason).toBe('exit');
  });

  test('rates can be set', { args: ['rates'] }, t => {
    expect(t.target.continue()).toMatchObject({ reason: 'exit', exitCode: 0 });
    expect(t.stdout).toContain('2 rates');
  });
});

describe('the journal', () => {
  /** @type {import('gjdbg/test').Recording} */
  let seen;
  beforeEach(t => { seen = t.record('main.openJournal', 'main.(*Journal).Append', 'main.(*Journal).Close'); });
  afterEach(() => expect(seen).toHaveOrder('main.openJournal', 'main.(*Journal).Append', 'main.(*Journal).Close'));

  test('is closed once', { args: ['close'] }, t => {
    t.finish();
    expect(seen.count('main.(*Journal).Close')).toBe(1);
  });

  test('has each id once', { args: ['ids'] }, t => {
    /** @type {number[]} */
    const ids = [];
    t.target.hook('main.(*Journal).Append', { onEnter(f) { ids.push(f.args.e.id); } });
    t.finish();
    expect(ids).toEqual([...new Set(ids)]);
  });
});

test('the vault is unlocked as often as it is locked', { args: ['vault'] }, t => {
  const seen = t.record('main.(*Vault).lock', 'main.(*Vault).unlock');
  t.finish();
  expect(seen.count('main.(*Vault).unlock')).toBe(seen.count('main.(*Vault).lock'));
});

test('the server can be stopped', { args: ['shutdown'], timeout: '2s' }, t => {
  expect(t.finish().exitCode).toBe(0);
});

test('watchers end with their audit', { args: ['audit'] }, t => {
  const seen = t.record('main.watch', { returns: true });
  t.finish();
  expect(seen.count('main.watch')).toBe(3);
  expect(seen.running('main.watch')).toBe(0);
});
