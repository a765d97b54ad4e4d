// Two values side by side, and where their lines differ.
import { format } from 'gjdbg';
import { Asymmetric } from './equal.js';
import { elements, entries, handleOf, isObject, isOpaque, keys, shapeOf, unreadable } from './value.js';

const MOST_DEPTH = 6;
const MOST_PARTS = 100;
const MOST_LINES = 400;
const AROUND = 3;

const simple = value => !isObject(value) || value instanceof Asymmetric || unreadable(value) !== undefined || isOpaque(value) || shapeOf(value) === 'text';

function inLine(value) {
  if (value instanceof Asymmetric) return `${value}`;
  const why = unreadable(value);
  return why === undefined ? quoted(value) : `<unreadable: ${why}>`;
}

const quoted = value => (typeof value === 'string' ? JSON.stringify(value) : typeof value === 'bigint' ? `${value}` : format(value));

/** A value as lines, one for each part, so that those of two can be compared. Numbers and BigInts look the same. */
export function lines(value, like, depth = 0, open = []) {
  if (isOpaque(value) && isObject(like) && !isOpaque(like)) return lines(Object.fromEntries(keys(like).map(key => [key, value[key]])), like, depth, open);
  if (simple(value)) return inLine(value).split('\n');
  if (depth >= MOST_DEPTH || open.includes(value)) return [shapeOf(value) === 'array' ? '[…]' : '{…}'];
  const inner = [...open, value];
  const parts = (each, other, before, after) => {
    const text = lines(each, other, depth + 1, inner);
    return [`  ${before}${text[0]}`, ...text.slice(1).map(line => `  ${line}`)].map((line, i, all) => (i === all.length - 1 ? line + after : line));
  };
  const block = (first, last, list, left) => {
    const all = list.flat();
    if (left > 0) all.push(`  … ${left} more`);
    return all.length === 0 ? [first + last] : [first, ...all, last];
  };
  switch (shapeOf(value)) {
    case 'array': {
      const all = elements(value).slice(0, MOST_PARTS);
      return block('[', ']', all.map((each, i) => parts(each, like?.[i], '', ',')), value.length - all.length);
    }
    case 'map': {
      const all = entries(value);
      return block('Map {', '}', all.slice(0, MOST_PARTS).map(([key, each]) => parts(each, undefined, `${inLine(key)} => `, ',')), all.length - MOST_PARTS);
    }
    case 'set': return block('Set {', '}', [...value].slice(0, MOST_PARTS).map(each => parts(each, undefined, '', ',')), value.size - MOST_PARTS);
    default: {
      // in the order of the other side, so that what is equal stands side by side
      const own = keys(value);
      const order = handleOf(value) || !isObject(like) || shapeOf(like) !== 'object' ? own : [...keys(like).filter(key => own.includes(key)), ...own.filter(key => !keys(like).includes(key))];
      return block('{', '}', order.slice(0, MOST_PARTS).map(key => parts(value[key], isObject(like) ? like[key] : undefined, `${key}: `, ',')), order.length - MOST_PARTS);
    }
  }
}

// the longest common subsequence of lines, by the table
function compared(left, right) {
  const table = Array.from({ length: left.length + 1 }, () => new Uint16Array(right.length + 1));
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      table[i][j] = left[i] === right[j] ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
    }
  }
  const result = [];
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && left[i] === right[j]) {
      result.push(`  ${left[i++]}`);
      j++;
    } else if (i < left.length && (j === right.length || table[i + 1][j] >= table[i][j + 1])) {
      result.push(`- ${left[i++]}`);
    } else {
      result.push(`+ ${right[j++]}`);
    }
  }
  return result;
}

function folded(all) {
  const near = all.map((line, i) => all.slice(Math.max(0, i - AROUND), i + AROUND + 1).some(each => !each.startsWith('  ')));
  // a mark is no shorter than one line
  const shown = near.map((each, i) => each || near[i - 1] !== false && near[i + 1] !== false);
  const result = [];
  for (let i = 0; i < all.length; i++) {
    if (shown[i]) result.push(all[i]);
    else if (i === 0 || shown[i - 1]) result.push('  …');
  }
  return result;
}

/** '- ' stands before what was expected, '+ ' before what was received. Empty where one line each says it all. */
export function diff(expected, received) {
  const [left, right] = [lines(expected, received), lines(received, expected)];
  if (left.length === 1 && right.length === 1) return '';
  if (left.length > MOST_LINES || right.length > MOST_LINES) {
    return `\nthe values are too long to compare line by line: ${left.length} and ${right.length} lines`;
  }
  return `\n- expected\n+ received\n${folded(compared(left, right)).join('\n').trimEnd()}`;
}

/** Text of several lines beside another. */
export function textDiff(expected, received) {
  const [left, right] = [expected.split('\n'), received.split('\n')];
  if (left.length === 1 && right.length === 1 || left.length > MOST_LINES || right.length > MOST_LINES) return '';
  return `\n- expected\n+ received\n${folded(compared(left, right)).join('\n').trimEnd()}`;
}

/** A value in one line, for messages. */
export function short(value) {
  const text = simple(value) ? inLine(value) : lines(value).map(line => line.trim()).join(' ').replace(/,? ([\]}])/g, ' $1');
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
