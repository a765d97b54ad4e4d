// How the standard scripts word things.

/** As goroutine.trace() has it. */
export const at = place => (place ? `${place.function} at ${place.file}:${place.line}` : 'unknown');

export const counted = (count, word) => `${count} ${word}${count === 1 ? '' : 's'}`;

export const hex = address => `0x${address.toString(16)}`;

const named = { mutex: 'mutex', rwmutex: 'read-write mutex', waitgroup: 'wait group', cond: 'cond', semaphore: 'semaphore' };

function channelText({ operation, address }) {
  const what = address === 0n ? 'a nil channel' : `channel ${hex(address)}`;
  return operation === 'send' ? `send to ${what}` : `receive from ${what}`;
}

/** What a goroutine waits on, to follow "waits". */
export function waitText(waitingOn, waitReason) {
  const { kind, operation, address, cases, counter, due, descriptor, socket } = waitingOn;
  const which = address ? `${named[kind]} ${hex(address)}` : `a ${named[kind]}`;
  switch (kind) {
    case 'channel': return `to ${channelText(waitingOn)}`;
    case 'select':
      if (waitReason === 'select (no cases)') return 'in a select without cases';
      return cases.length === 0
        ? 'in a select whose channels are all nil'
        : `in a select: to ${cases.map(channelText).join(', or ')}`;
    case 'mutex': return `to lock ${which}`;
    case 'rwmutex': return `to ${operation === 'rlock' ? 'lock for reading' : 'lock for writing'} ${which}`;
    case 'waitgroup': return `for ${which}, whose counter is ${counter}`;
    case 'cond': return `for a signal of ${which}`;
    case 'timer': return due === null ? 'for a timer' : `for a timer, due in ${(due / 1000).toFixed(1)} s`;
    case 'network':
      return `to ${operation} descriptor ${descriptor}${socket ? ` (${socket.protocol} ${socket.local}${socket.peer ? ` to ${socket.peer}` : ''})` : ''}`;
    default: return `for ${which}`;
  }
}
