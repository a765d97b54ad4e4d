// Waiting goroutines by the go statements that started them: how many, for how long, and which can never go on.
import { target, BadRequest, Unavailable } from 'gjdbg';
import { at, counted } from 'gjdbg/stdlib/wording';

/** For how many milliseconds it has waited; null where that is not known. */
function age(goroutine) {
  try {
    return goroutine.waitingSince;
  } catch (e) {
    if (e instanceof Unavailable) return null;
    throw e;
  }
}

/**
 * All goroutines at this moment but for the main one and the runtime's own: { count, sites, incomplete }, sites by their
 * text, of which each has { createdBy, count, ids, waiting, stuck, longest,
 * places }: how many wait, how many can never go on, for how many milliseconds the longest waits, and where they do. `incomplete` is why
 * more may be unable to go on, or null.
 */
export function look() {
  const { goroutines, incomplete } = target.stuck();
  const stuck = new Set(goroutines.map(({ goroutine }) => goroutine.id));
  const sites = new Map();
  let count = 0;
  for (const goroutine of target.goroutines) {
    if (goroutine.system || goroutine.id === 1) continue;
    count++;
    const { id, createdBy } = goroutine;
    const key = at(createdBy);
    let site = sites.get(key);
    if (!site) sites.set(key, site = { createdBy, count: 0, ids: new Set(), waiting: 0, stuck: 0, longest: null, places: new Map() });
    site.count++;
    site.ids.add(id);
    if (stuck.has(id)) site.stuck++;
    if (goroutine.status !== 'waiting' && goroutine.status !== 'leaked') continue;
    site.waiting++;
    const waited = age(goroutine);
    if (waited !== null && waited > (site.longest ?? -1)) site.longest = waited;
    const place = `${goroutine.waitReason} in ${at(goroutine.waitingOn?.place ?? goroutine.frame)}`;
    site.places.set(place, (site.places.get(place) ?? 0) + 1);
  }
  return { count, sites, incomplete };
}

/** What has changed from one look to a later one, by go statement: the most that were added first. */
export function diff(before, after) {
  const changes = [];
  for (const key of new Set([...before.sites.keys(), ...after.sites.keys()])) {
    const old = before.sites.get(key)?.ids ?? new Set();
    const now = after.sites.get(key)?.ids ?? new Set();
    const added = [...now].filter(id => !old.has(id));
    const ended = [...old].filter(id => !now.has(id));
    if (added.length === 0 && ended.length === 0) continue;
    const { createdBy } = (after.sites.get(key) ?? before.sites.get(key));
    changes.push({
      createdBy, before: old.size, after: now.size, added, ended,
      stuckBefore: before.sites.get(key)?.stuck ?? 0, stuckAfter: after.sites.get(key)?.stuck ?? 0,
    });
  }
  return changes.sort((a, b) => (b.after - b.before) - (a.after - a.before));
}

function duration(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return seconds < 3600 ? `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s` : `${(seconds / 3600).toFixed(1)} h`;
}

const bySuspicion = (a, b) => b.stuck - a.stuck || b.waiting - a.waiting;

function* siteLines({ count, sites, incomplete }, most) {
  const all = [...sites.values()].filter(site => site.waiting > 0).sort(bySuspicion);
  const never = all.reduce((sum, site) => sum + site.stuck, 0);
  yield `${counted(count, 'goroutine')} besides the main one; ${never === 0 ? 'none of them is leaked, as far as can be told' : `${never} can never go on`}`;
  if (incomplete) yield `more of them may be unable to go on: ${incomplete}`;
  for (const site of all.slice(0, most)) {
    const lost = site.stuck > 0 ? `, ${site.stuck} of them can never go on` : '';
    yield `${site.waiting} wait${site.waiting === 1 ? 's' : ''} that ${site.waiting === 1 ? 'was' : 'were'} started by ${at(site.createdBy)}${lost}`;
    if (site.longest !== null) yield `    the longest for at least ${duration(site.longest)}`;
    for (const [place, here] of [...site.places].sort((a, b) => b[1] - a[1]).slice(0, 5)) yield `    ${here} ${place}`;
  }
  if (all.length > most) yield `… and ${counted(all.length - most, 'go statement')} more`;
}

function* changeLines(changes, milliseconds, most) {
  yield '';
  yield `Within ${duration(milliseconds)}:`;
  for (const { createdBy, before, after, added, ended, stuckBefore, stuckAfter } of changes.slice(0, most)) {
    const lost = stuckAfter > stuckBefore ? `, ${stuckAfter - stuckBefore} more that can never go on` : '';
    yield `${before} → ${after} (${added.length} started, ${ended.length} ended${lost}) of ${at(createdBy)}`;
  }
  if (changes.length === 0) yield 'no goroutine was started and none ended';
}

const plain = (key, value) => (value instanceof Set ? [...value] : value instanceof Map ? Object.fromEntries(value) : value);

/** A look as text, or as JSON; with `every`, a number of milliseconds, a second look and what has changed. */
export function report({ every, most = Infinity, json = false } = {}) {
  if (every !== undefined && target.state === 'core') {
    throw new BadRequest('a core is of one moment: there is nothing to look at again');
  }
  const before = look();
  let after = before;
  if (every !== undefined) {
    const stop = target.continue({ timeout: every });
    if (stop.thread === null) throw new BadRequest(`the process has ended before the second look: ${stop}`);
    after = look();
  }
  const changes = every === undefined ? undefined : diff(before, after);
  if (json) return JSON.stringify({ count: after.count, sites: [...after.sites.values()], changes }, plain, 2);
  const lines = [...siteLines(after, most)];
  if (changes) lines.push(...changeLines(changes, every, most));
  return lines.join('\n');
}
