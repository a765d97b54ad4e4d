// Copies what gjdbg's objects tell into what JSON has: addresses and other BigInts as hexadecimal text.
const MOST_DEPTH = 8;

/** Text of at most that length. */
export const cut = (text, most) => (text.length > most ? `${text.slice(0, most)}…` : text);

export function plain(value, depth = 0) {
  switch (typeof value) {
    case 'bigint': return `0x${value.toString(16)}`;
    case 'string': case 'boolean': return value;
    case 'number': return Number.isFinite(value) ? value : null;
    case 'object': return value === null || depth > MOST_DEPTH ? null : parts(value, depth);
    default: return null;
  }
}

function parts(value, depth) {
  if (Array.isArray(value) || typeof value[Symbol.iterator] === 'function') return Array.from(value, each => plain(each, depth + 1));
  // threads and goroutines stand in the snapshot elsewhere
  if (typeof value.frames === 'function') return plain(value.id, depth + 1);
  const copy = {};
  for (const name of Object.keys(value)) {
    const part = value[name];
    if (typeof part !== 'function') copy[name] = plain(part, depth + 1);
  }
  return copy;
}
