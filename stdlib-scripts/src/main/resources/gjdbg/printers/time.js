// time.Time, Duration, Location, Month and Weekday (time/time.go, time/zoneinfo.go); Timer and Ticker (time/sleep.go, runtime/time.go).
(function ({ inner, field, known, moments, until, error }) {
  const MONTHS = 'January February March April May June July August September October November December'.split(' ');
  const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

  const MILLISECOND = 1_000_000n;
  // Of Go up to 1.22: timerNoStatus, what is being stopped or was, and what is to move to its nextwhen.
  const NONE = 0;
  const STOPPED = [3, 4, 5];
  const MOVED = [7, 8];

  // [when it is due on the runtime's clock or 0, how it ended, its period, whether on a clock of testing/synctest]
  function due(handle) {
    const old = field(handle, 'r');
    if (old !== null) {
      const status = known(field(old, 'status'));
      if (status === NONE || STOPPED.includes(status)) return [0, status === NONE ? 'not running' : 'stopped', old.field('period').js, false];
      return [old.field(MOVED.includes(status) ? 'nextwhen' : 'when').js, '', old.field('period').js, false];
    }
    // since Go 1.23 the runtime makes it, with more behind what package time knows of
    const made = ['initTimer', 'initTicker'].map(name => field(handle, name)).some(each => each && known(each));
    if (!made) return [0, 'not made by package time', 0, false];
    const timer = handle.cast('runtime.timeTimer').field('timer');
    return [timer.field('when').js, 'not running', timer.field('period').js, field(timer, 'isFake')?.js === true];
  }

  function clock(name) {
    return v => {
      const [when, ended, period, fake] = due(inner(v.$value));
      const parts = period > 0 ? [`every ${moments.duration(period)}`] : [];
      const left = when > 0 && !fake ? until(when) : null;
      if (!(when > 0)) parts.push(ended);
      else if (left === null) parts.push(`due at ${when} ns of the ${fake ? "test's" : "runtime's"} clock`);
      else parts.push(left >= 0n ? `due in ${rounded(left)}` : `due ${rounded(-left)} ago`);
      if (v.C === null && when > 0) parts.push('of AfterFunc');
      return `time.${name}(${parts.join(', ')})`;
    };
  }

  const rounded = nanoseconds => moments.duration(((nanoseconds + MILLISECOND / 2n) / MILLISECOND) * MILLISECOND);

  return [
    ['time.Time', v => moments.moment(moments.instant(v), v.loc)],
    ['time.Duration', moments.duration],
    // the zero Location is UTC
    ['time.Location', v => v.name || 'UTC'],
    ['time.Month', v => MONTHS[v - 1] ?? `Month(${v})`],
    ['time.Weekday', v => DAYS[v] ?? `Weekday(${v})`],
    ['time.Timer', clock('Timer')],
    ['time.Ticker', clock('Ticker')],
    ...error.types('time'),
  ];
})
