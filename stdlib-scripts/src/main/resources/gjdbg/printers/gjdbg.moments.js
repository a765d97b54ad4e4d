// Moments and durations as text (time/time.go, time/zoneinfo.go).
(function ({ zoneRule }) {
  const NANOSECONDS = 1_000_000_000n;
  // The monotonic form counts from 1885, the other one from the year 1 (time.go, wallToInternal and internalToUnix).
  const FROM_1885 = BigInt(1884 * 365 + Math.floor(1884 / 4) - Math.floor(1884 / 100) + Math.floor(1884 / 400)) * 86400n;
  const TO_UNIX = -BigInt(1969 * 365 + Math.floor(1969 / 4) - Math.floor(1969 / 100) + Math.floor(1969 / 400)) * 86400n;

  // Of a time.Time.
  function instant(v) {
    const wall = BigInt(v.wall);
    const monotonic = wall >> 63n === 1n;
    const seconds = monotonic ? FROM_1885 + ((wall >> 30n) & ((1n << 33n) - 1n)) : BigInt(v.ext);
    return { unix: seconds + TO_UNIX, nanoseconds: wall & ((1n << 30n) - 1n) };
  }

  // The seconds east of UTC; undefined where the rule past the last change of the zone can't be read.
  function offset(location, unix) {
    if (location === null) return 0;
    if (location.zone === null || location.zone.length === 0) return location.name === '' || location.name === 'UTC' ? 0 : undefined;
    if (location.cacheZone !== null && location.cacheStart <= unix && unix < location.cacheEnd) return location.cacheZone.offset;
    const changes = location.tx;
    let low = 0;
    let high = changes === null ? 0 : changes.length;
    if (high === 0 || unix < changes[0].when) return location.zone[0].offset;
    const last = high;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (unix < changes[middle].when) high = middle;
      else low = middle;
    }
    if (low === last - 1 && location.extend) return zoneRule(location.extend, unix);
    return location.zone[changes[low].index].offset;
  }

  function pad(number, width = 2) {
    return String(number).padStart(width, '0');
  }

  // As time.RFC3339Nano has it. The location is a time.Location or null.
  function moment({ unix, nanoseconds }, location) {
    const east = offset(location, unix);
    const date = new Date(Number(unix + BigInt(east ?? 0)) * 1000);
    if (Number.isNaN(date.getTime())) return `${unix} s since 1970`;
    const fraction = nanoseconds === 0n ? '' : `.${pad(nanoseconds, 9).replace(/0+$/, '')}`;
    const minutes = Math.abs(Math.trunc((east ?? 0) / 60));
    const zone = !east ? 'Z' : `${east < 0 ? '-' : '+'}${pad(Math.trunc(minutes / 60))}:${pad(minutes % 60)}`;
    const note = east === undefined ? ` (in UTC; its location is ${location.name})` : '';
    const year = date.getUTCFullYear();
    return `${year < 0 ? '-' : ''}${pad(Math.abs(year), 4)}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}T${pad(date.getUTCHours())}:`
      + `${pad(date.getUTCMinutes())}:${pad(date.getUTCSeconds())}${fraction}${zone}${note}`;
  }

  function decimal(whole, fraction, digits) {
    const rest = pad(fraction, digits).replace(/0+$/, '');
    return rest === '' ? `${whole}` : `${whole}.${rest}`;
  }

  // As time.Duration's String.
  function duration(nanoseconds) {
    const count = BigInt(nanoseconds);
    if (count === 0n) return '0s';
    const sign = count < 0n ? '-' : '';
    const size = count < 0n ? -count : count;
    if (size < 1000n) return `${sign}${size}ns`;
    if (size < 1_000_000n) return `${sign}${decimal(size / 1000n, size % 1000n, 3)}µs`;
    if (size < NANOSECONDS) return `${sign}${decimal(size / 1_000_000n, size % 1_000_000n, 6)}ms`;
    const seconds = size / NANOSECONDS;
    const last = `${decimal(seconds % 60n, size % NANOSECONDS, 9)}s`;
    if (seconds < 60n) return sign + last;
    const minutes = seconds / 60n;
    return minutes < 60n ? `${sign}${minutes}m${last}` : `${sign}${minutes / 60n}h${minutes % 60n}m${last}`;
  }

  return { instant, moment, duration };
})
