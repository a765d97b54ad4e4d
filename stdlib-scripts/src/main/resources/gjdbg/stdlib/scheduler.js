// What the scheduler of Go's runtime is doing, as text or JSON.
import { target } from 'gjdbg';
import { counted } from 'gjdbg/stdlib/wording';

const at = goroutine => `goroutine ${goroutine.id}${goroutine.entry ? ` (${goroutine.entry.function})` : ''}`;

function time(milliseconds) {
  const seconds = Math.abs(milliseconds) / 1000;
  if (seconds < 1) return `${Math.abs(milliseconds).toFixed(1)} ms`;
  if (seconds < 120) return `${seconds.toFixed(1)} s`;
  return seconds < 7200 ? `${(seconds / 60).toFixed(1)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

function due({ due }) {
  if (due === null) return 'at a time not known from a core';
  return due < 0 ? `${time(due)} late` : `in ${time(due)}`;
}

function* queue(name, goroutines, most) {
  if (goroutines.length === 0) return;
  yield `    ${name}, the next one first: ${counted(goroutines.length, 'goroutine')}`;
  for (const goroutine of goroutines.slice(0, most)) yield `      ${at(goroutine)}`;
  if (goroutines.length > most) yield `      … and ${goroutines.length - most} more`;
}

function* timers(list, most) {
  for (const timer of list.slice(0, most)) {
    const every = timer.period ? `, every ${time(timer.period)}` : '';
    yield `    timer ${due(timer)}${every}: ${timer.goroutine ? `wakes goroutine ${timer.goroutine.id}` : timer.function}`;
  }
  if (list.length > most) yield `    … and ${counted(list.length - most, 'timer')} more`;
}

function* processor(p, most) {
  const on = p.m === null ? '' : ` on M${p.m}`;
  const runs = p.goroutine ? `, runs ${at(p.goroutine)}` : '';
  yield `  P${p.id} ${p.status}${on}${runs}${p.preempted ? ', asked to give it up' : ''} (schedtick ${p.schedtick}, syscalltick ${p.syscalltick})`;
  yield* queue('its queue', p.runNext ? [p.runNext, ...p.runQueue] : p.runQueue, most);
  yield* timers(p.timers, most);
}

function machine(m) {
  const states = ['idle', 'spinning', 'blocked', 'inCgo'].filter(state => m[state]).map(state => (state === 'inCgo' ? 'in cgo' : state));
  const parts = [
    m.p === null ? 'without a P' : `on P${m.p}`,
    ...states,
    ...(m.goroutine ? [`runs ${at(m.goroutine)}, ${m.goroutine.status}`] : []),
    ...(m.lockedTo ? [`locked to goroutine ${m.lockedTo.id}`] : []),
  ];
  return `  M${m.id} (thread ${m.threadId}): ${parts.join(', ')}`;
}

function* lines(scheduler, most) {
  const { gomaxprocs, ps, ms, globalQueue, spinning, gc } = scheduler;
  const idle = ps.filter(p => p.status === 'idle').length;
  yield `GOMAXPROCS ${gomaxprocs}: ${counted(ps.length, 'P')}, ${idle} idle; ${counted(ms.length, 'M')}, ${ms.filter(m => m.idle).length} idle, ${spinning} spinning`;
  const world = gc.stopsTheWorld ? `; the world ${gc.stillRunning > 0 ? `is being stopped, ${counted(gc.stillRunning, 'P')} still to stop` : 'is stopped'}` : '';
  yield `collector: ${gc.phase}, ${counted(gc.cycles, 'cycle')} completed${world}`;
  for (const p of ps) yield* processor(p, most);
  if (globalQueue.length > 0) {
    yield '  all Ps';
    yield* queue('the global queue', globalQueue, most);
  }
  for (const m of ms) yield machine(m);
}

const name = goroutine => goroutine && { id: goroutine.id, function: goroutine.entry?.function ?? null };

function plain({ gomaxprocs, ps, ms, globalQueue, spinning, gc }, most) {
  const queued = goroutines => ({ length: goroutines.length, first: goroutines.slice(0, most).map(name) });
  return {
    gomaxprocs, spinning, gc: { ...gc },
    ps: ps.map(p => ({
      id: p.id, status: p.status, schedtick: p.schedtick, syscalltick: p.syscalltick, m: p.m, preempted: p.preempted,
      goroutine: name(p.goroutine), runNext: name(p.runNext), runQueue: queued(p.runQueue),
      timers: p.timers.slice(0, most).map(timer => ({ ...timer, goroutine: name(timer.goroutine) })),
    })),
    ms: ms.map(m => ({
      id: m.id, threadId: m.threadId, p: m.p, goroutine: name(m.goroutine), lockedTo: name(m.lockedTo),
      spinning: m.spinning, idle: m.idle, blocked: m.blocked, inCgo: m.inCgo,
    })),
    globalQueue: queued(globalQueue),
  };
}

/** The scheduler as text, or as JSON. */
export function report({ most = 10, json = false } = {}) {
  const { scheduler } = target;
  return json ? JSON.stringify(plain(scheduler, most), null, 2) : [...lines(scheduler, most)].join('\n');
}
