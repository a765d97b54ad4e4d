// Memory as text: 16 bytes a line, with address, hexadecimal and ASCII.
import { target } from 'gjdbg';

const WIDTH = 16;

export function hexdump(address, length) {
  const start = BigInt(address);
  const bytes = target.memory.read(start, length);
  const lines = [];
  for (let at = 0; at < bytes.length; at += WIDTH) {
    const row = Array.from(bytes.slice(at, at + WIDTH));
    const hex = row.map(byte => byte.toString(16).padStart(2, '0')).join(' ').padEnd(3 * WIDTH - 1);
    const text = row.map(byte => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('');
    lines.push(`${(start + BigInt(at)).toString(16).padStart(16, '0')}  ${hex}  ${text}`);
  }
  return lines.join('\n');
}
