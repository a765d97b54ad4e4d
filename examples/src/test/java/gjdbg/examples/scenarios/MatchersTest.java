package gjdbg.examples.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gjdbg.testbins.Fixtures;
import gjdbg.testbins.Mode;
import gjdbg.testbins.Run;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What matchers take and refuse, with the words that they refuse it with. */
class MatchersTest {
    /** Each case is a matcher that holds and would not hold negated, or the other way round. */
    private static final String PLAIN = """
            const holds = check => { let threw = false; try { check(); } catch (e) { if (e.name !== 'ExpectationFailed') throw e; threw = true; } return !threw; };
            const wrong = [];
            const yes = (actual, matcher, ...rest) => {
              if (!holds(() => expect(actual)[matcher](...rest))) wrong.push(['should hold', matcher, actual, ...rest]);
              if (holds(() => expect(actual).not[matcher](...rest))) wrong.push(['not should fail', matcher, actual, ...rest]);
            };
            const no = (actual, matcher, ...rest) => {
              if (holds(() => expect(actual)[matcher](...rest))) wrong.push(['should fail', matcher, actual, ...rest]);
              if (!holds(() => expect(actual).not[matcher](...rest))) wrong.push(['not should hold', matcher, actual, ...rest]);
            };
            test('plain values', t => {
              const self = []; self.push(self);
              const other = []; other.push(other);
              yes(1, 'toBe', 1); yes(NaN, 'toBe', NaN); yes(5n, 'toBe', 5); no(0, 'toBe', -0); no({}, 'toBe', {}); no(1, 'toBe', '1');
              yes(self, 'toBe', self); no(1, 'toBe', true);
              yes({ a: [1, { b: 2n }] }, 'toEqual', { a: [1, { b: 2 }] }); no({ a: 1 }, 'toEqual', { a: 1, b: 2 }); no({ a: 1, b: 2 }, 'toEqual', { a: 1 });
              yes({ a: 1, b: undefined }, 'toEqual', { a: 1 }); no([1, 2], 'toEqual', [2, 1]); no([], 'toEqual', {}); yes(self, 'toEqual', other);
              yes(new Map([['a', { x: 1 }]]), 'toEqual', new Map([['a', { x: 1 }]])); no(new Map([['a', 1]]), 'toEqual', new Map([['a', 2]]));
              yes(new Set([{ a: 1 }]), 'toEqual', new Set([{ a: 1 }])); no(new Set([1]), 'toEqual', new Set([2]));
              yes(new Date(5), 'toEqual', new Date(5)); no(new Date(5), 'toEqual', new Date(6)); yes(new Error('x'), 'toEqual', new Error('x'));
              yes(new Uint8Array([1, 2]), 'toEqual', [1, 2]); no(null, 'toEqual', undefined); no(null, 'toEqual', {});
              yes({ a: 1, b: { c: 2, d: 3 } }, 'toMatchObject', { b: { c: 2 } }); no({ a: 1 }, 'toMatchObject', { a: 1, b: 1 });
              yes('hello', 'toMatch', /^he/); yes('hello', 'toMatch', 'ell'); no('hello', 'toMatch', /x/);
              yes('hello', 'toContain', 'll'); yes([1, 2], 'toContain', 2); no([{}], 'toContain', {}); yes([{ a: 1 }], 'toContainEqual', { a: 1 }); yes(new Set([1]), 'toContain', 1);
              yes('abc', 'toHaveLength', 3); yes([1], 'toHaveLength', 1); yes(new Set([1]), 'toHaveLength', 1); no([], 'toHaveLength', 1);
              yes({ a: { b: [5] } }, 'toHaveProperty', 'a.b[0]'); yes({ a: { b: [5] } }, 'toHaveProperty', ['a', 'b', 0], 5); no({ a: 1 }, 'toHaveProperty', 'b'); no({ a: 1 }, 'toHaveProperty', 'a', 2);
              yes(null, 'toBeNull'); no(undefined, 'toBeNull'); yes(undefined, 'toBeUndefined'); yes(0, 'toBeDefined'); yes(1, 'toBeTruthy'); no('', 'toBeTruthy'); yes(0, 'toBeFalsy'); yes(NaN, 'toBeNaN');
              yes(2, 'toBeGreaterThan', 1); no(1, 'toBeGreaterThan', 1); yes(1n, 'toBeGreaterThanOrEqual', 1); yes(1, 'toBeLessThan', 2n); yes(1, 'toBeLessThanOrEqual', 1); no(NaN, 'toBeLessThan', 1);
              yes(0.1 + 0.2, 'toBeCloseTo', 0.3); no(1.01, 'toBeCloseTo', 1); yes(1.04, 'toBeCloseTo', 1, 1); yes(Infinity, 'toBeCloseTo', Infinity);
              yes(new TypeError(), 'toBeInstanceOf', Error); no({}, 'toBeInstanceOf', Error);
              yes(() => { throw new TypeError('no way'); }, 'toThrow'); yes(() => { throw new TypeError('no way'); }, 'toThrow', 'way'); yes(() => { throw new TypeError('no way'); }, 'toThrow', TypeError);
              no(() => { throw new TypeError('no way'); }, 'toThrow', RangeError); no(() => {}, 'toThrow'); yes(() => null.x, 'toThrow', /null/);
              yes({ id: 7, at: 'x1' }, 'toEqual', { id: expect.any(Number), at: expect.stringMatching(/^x/) }); no({ id: '7' }, 'toEqual', { id: expect.any(Number) });
              yes([1, 2, 3], 'toEqual', expect.arrayContaining([3, 1])); yes({ a: 1, b: 2 }, 'toEqual', expect.objectContaining({ a: 1 })); no(null, 'toEqual', expect.anything());
              yes(1.001, 'toEqual', expect.closeTo(1)); yes('abc', 'toEqual', expect.stringContaining('b'));
              expect(wrong).toEqual([]);
            });
            test('words', t => {
              const words = check => { try { check(); } catch (e) { return e.message; } return 'held'; };
              expect(words(() => expect(1).toBe(2))).toBe('expected to be 2\\nreceived 1');
              expect(words(() => expect(1).not.toBe(1))).toBe('expected it not to be 1\\nreceived 1');
              expect(words(() => expect([1]).toBe([1]))).toMatch('they have equal parts, but are not the same thing');
              expect(words(() => expect({ a: 1, b: [1, 2] }).toEqual({ a: 1, b: [1, 3] }))).toBe(
                'expected to equal { a: 1, b: [ 1, 3 ] }\\nreceived { a: 1, b: [ 1, 2 ] }\\n- expected\\n+ received\\n  {\\n    a: 1,\\n    b: [\\n      1,\\n-     3,\\n+     2,\\n    ],\\n  }');
              expect(words(() => expect('x').toBeGreaterThan(1))).toBe('toBeGreaterThan compares numbers, not "x"');
              expect(words(() => expect(5).toHaveLength(1))).toMatch('toHaveLength is for what has a length');
              expect(words(() => expect(() => {}).toThrow('x'))).toBe('expected to throw "x"\\nreceived nothing was thrown');
              const long = Array.from({ length: 5000 }, (_, i) => ({ i }));
              expect(words(() => expect(long).toEqual(long.with(4000, { i: -1 }))).length).toBeLessThan(1000);
            });
            """;

    private static final String PROGRAM = """
            test('values of a program', { target: '%s' }, t => {
              t.target.breakpoint('main.transfer', { when: f => f.args.amount > 1000 });
              const stop = t.target.continue();
              const { from, to, amount } = stop.frame.args;
              const orders = stop.goroutine.frames().find(f => f.function === 'main.settle').args.orders;
              expect(from).toEqual({ name: 'ann', balance: 4750 });
              expect({ name: 'ann', balance: 4750 }).toEqual(from);
              expect(from).not.toEqual({ name: 'ann' });
              expect(from).toMatchObject({ name: 'ann' });
              expect(from).toHaveProperty('balance', 4750);
              expect(orders).toHaveLength(5);
              expect(orders[2]).toEqual({ from, to, amount });
              expect(orders[2].from).toBe(from);
              expect(orders[2].to).not.toBe(from);
              expect(orders.map(order => order.amount)).toEqual([250, 500, 1200, 40, 9000]);
              expect(orders).toContainEqual({ from: expect.anything(), to: { name: 'bob', balance: 50 }, amount: 40 });
              expect(t.target.globals['main.errFunds']).toEqual({ s: 'insufficient funds' });
              expect(stop).toMatchObject({ reason: 'breakpoint', frame: { function: 'main.transfer' } });
              expect(() => expect(stop).toMatchObject({ reason: 'exit' })).toThrow('-   reason: "exit",\\n+   reason: "breakpoint",');
              expect(() => expect(from).toEqual({ name: 'ann', balance: 1 })).toThrow('-   balance: 1,\\n+   balance: 4750,');
              expect(() => expect(stop.frame.caller).toBeNull()).toThrow('received main.settle at ');
              expect(t.stdout).toBe('');
              expect(t.finish()).toMatchObject({ reason: 'exit', exitCode: 0, signal: null });
              expect(t.stdout).toMatch(/^done 4 refused 1$/m);
              expect(t.target.state).toBe('exited');
            });
            test('input, environment, folder and arguments', {
              target: '/bin/sh', args: ['-c', 'cat; echo $1 $WORD; pwd; echo problem >&2; exit 3', 'sh', 7], stdin: 'one\\ntwo\\n', env: { WORD: 'said' }, cwd: '/usr',
            }, t => {
              expect(t.finish().exitCode).toBe(3);
              expect(t.stdout).toBe('one\\ntwo\\n7 said\\n/usr\\n');
              expect(t.stderr).toBe('problem\\n');
            });
            describe('groups', { target: '%s', args: ['more'] }, () => {
              const order = [];
              beforeEach(() => order.push('outer before'));
              afterEach(() => expect(order).toEqual(['outer before', 'inner before', 'test', 'inner after']));
              describe('within', { args: [] }, () => {
                beforeEach(() => order.push('inner before'));
                afterEach(() => order.push('inner after'));
                test('hooks and options of groups', t => {
                  order.push('test');
                  expect(t.target.args).toHaveLength(1);
                  expect(t.target.path).toMatch(/bank$/);
                });
              });
            });
            test('a test that only hooks is run', { target: '%s' }, t => {
              t.target.hook('main.settle', { onReturn(f, results) { console.log('settled', results[0]); } });
            });
            test('order', { target: '%s' }, t => {
              const seen = t.record('main.settle', /^main\\.tran/, 'main.go:33', { returns: true });
              t.finish();
              expect(seen).toHaveOrder('main.settle', /^main\\.tran/);
              expect(seen).not.toHaveOrder(/^main\\.tran/, 'main.settle');
              expect(seen.count(/^main\\.tran/)).toBe(5);
              expect(seen.running(/^main\\.tran/)).toBe(0);
              expect(seen.hits[0]).toMatchObject({ place: 'main.settle', goroutine: 1, returned: false });
              expect(() => seen.count('main.other')).toThrow('main.other was not recorded; these are: main.settle, ');
              expect(() => expect(seen).toHaveOrder(/^main\\.tran/, 'main.settle')).toThrow('received main.settle came before');
            });
            """;

    @TempDir
    Path folder;

    @Test
    void matchers_hold_and_refuse_as_people_know_them() {
        Run run = ScenarioRun.run(folder, List.of(), "plain.js", PLAIN);
        assertEquals(0, run.status(), run.out() + run.err());
    }

    @Test
    void values_of_a_program_compare_by_their_parts() {
        String bank = Fixtures.go("bank", "1.26", Mode.NOOPT).path().toString();
        Run run = ScenarioRun.run(folder, List.of(), "program.js", PROGRAM.replace("%s", bank));
        assertEquals(0, run.status(), run.out() + run.err());
        assertEquals(
                1,
                run.out().lines().filter(line -> line.equals("    settled 4")).count(),
                run.out());
    }
}
